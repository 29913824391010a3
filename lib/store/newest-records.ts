import type { AttestationRecord } from '@/lib/domain/record/record';
import type { JournalRow } from './database';
import { keptNewest } from './history-orders';
import { readPackHead } from './history-pack';
import { recordsOf } from './record-rows';
import { readChanges, type Trail } from './trail';
import { newestBegun } from './trail-find';
import type { Reading } from './transaction';

// What a page that has just been opened shows first: it does not wait for the index.

/** The newest records, newest first, of the same moment the higher id first; and how many there are. */
export async function newestRecords(
  { database, damage }: Trail,
  limit: number,
): Promise<{ records: AttestationRecord[]; all: number }> {
  const stores = ['events', 'people', 'meta', 'packs', 'journal'] as const;
  const transaction = database.transaction([...stores], 'readonly') as unknown as Reading;
  // Asked for at once: waiting for each by itself is what takes the time.
  const [{ count, records: all }, pack, kept, journal] = await Promise.all([
    readChanges(transaction),
    readPackHead(transaction),
    keptNewest(transaction),
    transaction.objectStore('journal').getAll(null, mostChanges),
  ]);
  // Where events are known to be lost, what was kept of them is no proof.
  if (!damage && pack && kept?.changes === pack.changes) {
    const since = journal.filter((row) => row.count > pack.changes);
    const isWhole = since.length === count - pack.changes;
    const known = isWhole ? await followed(transaction, kept.records, since) : [];
    if (known.length >= Math.min(limit, all)) return { records: known.slice(0, limit), all };
  }
  const { recordIds, rows } = await newestBegun(transaction, limit);
  return { records: await recordsOf(transaction, recordIds, rows), all };
}

/** More records than have changed in these take longer to read than the newest ones by themselves. */
const mostChanges = 64;

/** Those of the newest records that are certain, of the kept ones and what has changed since; none when that is too much. */
async function followed(
  reading: Reading,
  kept: readonly AttestationRecord[],
  journal: readonly JournalRow[],
): Promise<AttestationRecord[]> {
  const changed = new Set(journal.flatMap(({ recordIds }) => recordIds));
  if (changed.size > mostChanges || journal.some(({ added }) => added.length > 0)) return [];
  const standing = kept.filter(({ recordId }) => !changed.has(recordId));
  const records = [...standing, ...(await recordsOf(reading, [...changed]))].sort(newestFirst);
  // Behind the last one that stands as it was kept there may be any other.
  const last = standing.at(-1);
  return last ? records.slice(0, records.indexOf(last) + 1) : [];
}

function newestFirst(one: AttestationRecord, other: AttestationRecord): number {
  if (one.recordedAt === other.recordedAt) return one.recordId < other.recordId ? 1 : -1;
  return one.recordedAt < other.recordedAt ? 1 : -1;
}
