import type { HistoryIndex, SlotRecord } from '@/lib/domain/history/history-index';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { recordsAt } from './record-rows';
import { readChanges, type Trail } from './trail';
import type { Reading } from './transaction';

/** Records that are kept in memory: some pages of what was looked at last. */
const mostKept = 1_000;
/** More than this at once is no page that somebody looks at. */
const longestPage = 100;

/**
 * The records in some slots of an index that is up to date, in their order; those that are lost are left out. Records of a page
 * that lie apart in the trail take longer to read than a page may: they are kept until they change.
 */
export async function readSlots(
  { database }: Trail,
  index: HistoryIndex,
  slots: readonly SlotRecord[],
): Promise<AttestationRecord[]> {
  const stores = ['events', 'people', 'meta'] as const;
  const reading = () => database.transaction([...stores], 'readonly') as unknown as Reading;
  if (slots.length > longestPage) return recordsAt(reading(), slots);
  const found = new Map<number, AttestationRecord | undefined>(
    slots.map(({ slot }) => [slot, index.read.get(slot)]),
  );
  const missing = slots.filter(({ slot }) => !found.get(slot));
  if (missing.length > 0) {
    const transaction = reading();
    const [{ count }, records] = await Promise.all([
      readChanges(transaction),
      recordsAt(transaction, missing),
    ]);
    const slotOf = new Map(missing.map(({ recordId, slot }) => [recordId, slot]));
    for (const record of records) {
      const slot = slotOf.get(record.recordId)!;
      found.set(slot, record);
      // What was read before a change that the index has followed by now, or after one that it has not, may be another one.
      if (count === index.changes) keep(index, slot, record);
    }
  }
  return [...found.values()].filter((record) => record !== undefined);
}

function keep({ read }: HistoryIndex, slot: number, record: AttestationRecord): void {
  read.set(slot, record);
  for (const oldest of read.keys()) {
    if (read.size <= mostKept) return;
    read.delete(oldest);
  }
}
