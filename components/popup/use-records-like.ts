import { useRef } from 'preact/hooks';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { listNearlyNamed, listRecords } from '@/lib/requests';
import { oneAtATime } from '../one-at-a-time';
import { useAsked } from '../use-asked';
import type { CustomerRecords } from '../use-customer';

const most = 5;
/** What lib/domain/record/record.ts `recordQuerySchema` takes; a longer paste is a message, not a name. */
const longestText = 500;
/** A name is shorter; so is what is worth guessing at. */
const longestName = 60;

type Likely = { records: AttestationRecord[]; isNearly: boolean };
const none: Likely = { records: [], isNearly: false };

/**
 * The newest records in which every word of `text` stands: company, domain, tenant id, signer, ticket, number. `isNearly`:
 * none has them, and these have a name like it; looked for where `mayGuess`.
 */
export function useRecordsLike(
  text: string,
  mayGuess = false,
): CustomerRecords & { isPending: boolean; isNearly: boolean } {
  // Each looks through all names there are: keys that are typed meanwhile must not queue up.
  const guess = useRef(oneAtATime(listNearlyNamed.ask));
  const canMatch = text !== '' && text.length <= longestText;
  const { value, isStale, error } = useAsked(
    async (): Promise<Likely> => {
      if (!canMatch) return none;
      const { records } = await listRecords.ask({ text, limit: most });
      if (records.length > 0 || !mayGuess || text.length > longestName) {
        return { records, isNearly: false };
      }
      return { records: await guess.current({ text, limit: most }), isNearly: true };
    },
    `${mayGuess} ${text}`,
    ['trailChanged'],
  );
  return {
    ...((!isStale && value) || none),
    failed: error !== undefined,
    isPending: isStale && error === undefined,
  };
}
