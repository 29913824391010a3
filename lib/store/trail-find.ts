import type { TrailEvent } from '@/lib/domain/trail/trail';
import type { EventBlock } from './database';
import { eventsIn } from './trail-blocks';
import type { Reading, Writing } from './transaction';

/**
 * Ids of the records that were begun last, newest first, of the same moment the higher id first; with the rows they begin
 * in. A row is found by its newest beginning (one of version 1 by each), so none that is still to come holds a newer one.
 */
export async function newestBegun(
  transaction: Reading | Writing,
  limit: number,
): Promise<{ recordIds: string[]; rows: EventBlock[] }> {
  const store = transaction.objectStore('events');
  const seen = new Set<string>();
  const rows: EventBlock[] = [];
  let begun: TrailEvent[] = [];
  let cursor = await store.index('byBeginning').openKeyCursor(null, 'prev');
  // All of one moment are needed to put them in order, so those of the moment that comes next do not count yet.
  const isEnough = (moment: string) => begun.filter(({ at }) => at > moment).length >= limit;
  while (cursor && !isEnough(cursor.key)) {
    const perRow = Math.max(1, begun.length / Math.max(1, rows.length));
    const wanted = rows.length === 0 ? fewRows : Math.ceil((limit - begun.length) / perRow);
    const keys: [writer: string, last: number][] = [];
    // Nothing else is asked for on the way: the browser then reads ahead of the cursor.
    while (cursor && keys.length < Math.max(1, wanted)) {
      const name = cursor.primaryKey.join('/');
      if (!seen.has(name)) keys.push(cursor.primaryKey);
      seen.add(name);
      cursor = await cursor.continue();
    }
    const read = await Promise.all(keys.map((key) => store.get(key)));
    const found = read.filter((row) => row !== undefined);
    rows.push(...found);
    const events = found.flatMap((row) => eventsIn(row));
    begun = begun.concat(events.filter(({ kind }) => kind === 'recorded'));
  }
  return { recordIds: begun.sort(newestFirst).slice(0, limit).map(idOf), rows };
}

/** Rows that are read before it is known how many records begin in one. */
const fewRows = 3;

function newestFirst(one: TrailEvent, other: TrailEvent): number {
  if (one.at === other.at) return one.recordId < other.recordId ? 1 : -1;
  return one.at < other.at ? 1 : -1;
}

function idOf({ recordId }: TrailEvent): string {
  return recordId;
}
