import type { AttestationRecord } from '@/lib/domain/record';
import { customerKeysOf } from '@/lib/domain/record-customer';
import { foldRecord } from '@/lib/domain/trail-fold';
import type { RecordRow } from './database';
import { eventsOfRecord, readPeople } from './trail-rows';
import type { Reading, Writing } from './transaction';

/** Make a record's row anew from its events and people. */
export async function refold(writing: Writing, recordId: string): Promise<AttestationRecord> {
  const events = await eventsOfRecord(writing, recordId);
  const people = await readPeople(writing, events);
  const record = foldRecord(events, people);
  await writing.objectStore('records').put(rowOf(record));
  return record;
}

/** One record as it stands, or nothing when there is none of this id. */
export async function recordOf(
  transaction: Reading | Writing,
  recordId: string,
): Promise<AttestationRecord | undefined> {
  return (await transaction.objectStore('records').get(recordId))?.record;
}

/** A record with what it can be found by. */
export function rowOf(record: AttestationRecord): RecordRow {
  return { recordId: record.recordId, record, customerKeys: customerKeysOf(record) };
}
