import type { SlotRecord } from '@/lib/domain/history-index';
import type { AttestationRecord } from '@/lib/domain/record';
import type { TrailEvent } from '@/lib/domain/trail';
import { foldRecord } from '@/lib/domain/trail-fold';
import { eventsAt, eventsOfRecord, readPeople } from './trail-rows';
import type { Reading, Writing } from './transaction';

// A record is nowhere on the disk: it is its events, folded when it is asked for. So it cannot be other than they say.
// The transactions must span `events` and `people`.

/** One record as it stands, or nothing when there is none of this id. */
export async function recordOf(
  transaction: Reading | Writing,
  recordId: string,
): Promise<AttestationRecord | undefined> {
  return (await recordsOf(transaction, [recordId]))[0];
}

/** Some records in the order of their ids; those that are not there are left out. */
export async function recordsOf(
  transaction: Reading | Writing,
  recordIds: readonly string[],
): Promise<AttestationRecord[]> {
  const events = await Promise.all(recordIds.map((id) => eventsOfRecord(transaction, id)));
  return foldAll(transaction, events);
}

/** The records in some slots of the index, in their order: those of one event are read without looking for others. */
export async function recordsAt(
  transaction: Reading | Writing,
  slots: readonly SlotRecord[],
): Promise<AttestationRecord[]> {
  const single = slots.filter(({ hasMore }) => !hasMore);
  const [found, others] = await Promise.all([
    eventsAt(transaction, single),
    Promise.all(
      slots
        .filter(({ hasMore }) => hasMore)
        .map(({ recordId }) => eventsOfRecord(transaction, recordId)),
    ),
  ]);
  const events = new Map<string, TrailEvent[]>();
  for (const own of [...found.map((event) => [event]), ...others])
    if (own[0]) events.set(own[0].recordId, own);
  return foldAll(
    transaction,
    slots.map(({ recordId }) => events.get(recordId) ?? []),
  );
}

/** A record as it stands after what this transaction has written. Throws a TypeError when it has not begun. */
export async function refold(writing: Writing, recordId: string): Promise<AttestationRecord> {
  const events = await eventsOfRecord(writing, recordId);
  return foldRecord(events, await readPeople(writing, events));
}

async function foldAll(
  transaction: Reading | Writing,
  records: readonly TrailEvent[][],
): Promise<AttestationRecord[]> {
  // Where the event that began a record is lost, there is no record: the check names what is missing.
  const begun = records.filter((events) => events.some(({ kind }) => kind === 'recorded'));
  const people = await readPeople(transaction, begun.flat());
  return begun.map((events) => foldRecord(events, people));
}
