import type { AttestationRecord } from '@/lib/domain/record';
import { listRecords } from '@/lib/requests';
import { useAsked } from '../use-asked';

const most = 5;

/** The newest records in which every word of `text` stands: company, domain, tenant id, signer, ticket, number. */
export function useRecordsLike(text: string): AttestationRecord[] {
  const { value } = useAsked(
    async () => (text === '' ? [] : (await listRecords.ask({ text, limit: most })).records),
    text,
    ['trailChanged'],
  );
  return value ?? [];
}
