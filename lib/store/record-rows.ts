import type { SlotRecord } from '@/lib/domain/history/history-index';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { foldRecord } from '@/lib/domain/trail/trail-fold';
import type { EventBlock } from './database';
import { eventsNear, eventsOfRecord, eventsOfRecords, readPeople } from './trail-rows';
import type { Reading, Writing } from './transaction';

// A record is nowhere on the disk: it is its events, folded when it is asked for. So it cannot be other than they say.
// The transactions must span `events` and `people`.

/** One record as it stands, or nothing when there is none of this id. */
export async function recordOf(
  transaction: Reading | Writing,
  recordId: string,
): Promise<AttestationRecord | undefined> {
  const events = await eventsOfRecord(transaction, recordId);
  return (await foldAll(transaction, [events]))[0];
}

/** Some records in the order of their ids; those that are not there are left out. */
export async function recordsOf(
  transaction: Reading | Writing,
  recordIds: readonly string[],
  known?: readonly EventBlock[],
): Promise<AttestationRecord[]> {
  const { events, people } = await eventsOfRecords(transaction, recordIds, known);
  return foldAll(
    transaction,
    recordIds.map((id) => events.get(id) ?? []),
    people,
  );
}

/**
 * The records in some slots of the index, in their order. Mostly all events of a record lie in the row of its first: only
 * what is not found there is looked for.
 */
export async function recordsAt(
  transaction: Reading | Writing,
  slots: readonly SlotRecord[],
): Promise<AttestationRecord[]> {
  const near = await eventsNear(transaction, slots);
  const isWhole = ({ recordId, events }: SlotRecord) =>
    near.events.get(recordId)?.length === events;
  const parted = slots.filter((slot) => !isWhole(slot)).map(({ recordId }) => recordId);
  const others = parted.length > 0 ? await eventsOfRecords(transaction, parted) : undefined;
  const records = slots.map(
    ({ recordId }) => others?.events.get(recordId) ?? near.events.get(recordId) ?? [],
  );
  return foldAll(transaction, records, new Map([...near.people, ...(others?.people ?? [])]));
}

/** A record as it stands after what this transaction has written. Throws a TypeError when it has not begun. */
export async function refold(writing: Writing, recordId: string): Promise<AttestationRecord> {
  const events = await eventsOfRecord(writing, recordId);
  return foldRecord(events, await readPeople(writing, events));
}

async function foldAll(
  transaction: Reading | Writing,
  records: readonly TrailEvent[][],
  known: ReadonlyMap<string, TrailPerson> = new Map(),
): Promise<AttestationRecord[]> {
  // Where the event that began a record is lost, there is no record: the check names what is missing.
  const begun = records.filter((events) => events.some(({ kind }) => kind === 'recorded'));
  const isKnown = (signer: string | undefined) => signer === undefined || known.has(signer);
  const unknown = begun.flat().filter((event) => !isKnown(signerOf(event)));
  const people =
    unknown.length > 0 ? new Map([...known, ...(await readPeople(transaction, unknown))]) : known;
  return begun.map((events) => foldRecord(events, people));
}
