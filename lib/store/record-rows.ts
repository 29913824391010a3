import type { AttestationRecord } from '@/lib/domain/record';
import { customerKeysOf } from '@/lib/domain/record-customer';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail';
import { foldRecord } from '@/lib/domain/trail-fold';
import type { RecordRow } from './database';
import type { Reading, Writing } from './transaction';

/** Make a record's row anew from its events and people. */
export async function refold(writing: Writing, recordId: string): Promise<AttestationRecord> {
  const events = await writing.objectStore('events').index('byRecord').getAll(recordId);
  const people = await readPeople(writing, events);
  const record = foldRecord(events, people);
  await writing.objectStore('records').put(rowOf(record));
  return record;
}

/** A record with what it can be found by. */
export function rowOf(record: AttestationRecord): RecordRow {
  return { recordId: record.recordId, record, customerKeys: customerKeysOf(record) };
}

/** The people that events name, by digest; those who were erased are not in it. */
export async function readPeople(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<Map<string, TrailPerson>> {
  const store = transaction.objectStore('people');
  const digests = events.flatMap((event) => (event.kind === 'moved' ? [] : [event.signer]));
  const found = await Promise.all(digests.map((digest) => store.get(digest)));
  return new Map(found.flatMap((person) => (person ? [[person.digest, person]] : [])));
}
