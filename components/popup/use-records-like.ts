import type { AttestationRecord } from '@/lib/domain/record';
import { listRecords } from '@/lib/requests';
import { useAsked } from '../use-asked';
import type { CustomerRecords } from '../use-customer';

const most = 5;
/** What lib/domain/record.ts `recordQuerySchema` takes; a longer paste is a message, not a name. */
const longestText = 500;
const none: AttestationRecord[] = [];

/** The newest records in which every word of `text` stands: company, domain, tenant id, signer, ticket, number. */
export function useRecordsLike(text: string): CustomerRecords & { isPending: boolean } {
  const canMatch = text !== '' && text.length <= longestText;
  const { value, isStale, error } = useAsked(
    async () => (canMatch ? (await listRecords.ask({ text, limit: most })).records : none),
    text,
    ['trailChanged'],
  );
  return {
    records: (!isStale && value) || none,
    failed: error !== undefined,
    isPending: isStale && error === undefined,
  };
}
