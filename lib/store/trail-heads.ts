import type { TrailEvent } from '@/lib/domain/trail/trail';
import { genesis, type Head } from '@/lib/domain/trail/trail-chain';
import { StoreProblem } from './problem';
import { eventIn } from './trail-blocks';
import type { Reading, Writing } from './transaction';

// Which chains there are, and where each ends. The transactions must span `events`.

/** The event at the end of a writer's chain; `undefined` when there is none, or its line cannot be read. */
export async function readNewest(
  transaction: Reading | Writing,
  writer: string,
): Promise<TrailEvent | undefined> {
  const row = (await rowsFromEnd(transaction, writer))?.value;
  return row && eventIn(row, row.lines.length - 1);
}

/**
 * Where a writer's chain ends: what its next event must follow. Throws the StoreProblem `trail-damaged` when the event there
 * cannot be read: the place is taken all the same, and nothing can follow it.
 */
export async function readHead(transaction: Reading | Writing, writer: string): Promise<Head> {
  const row = (await rowsFromEnd(transaction, writer))?.value;
  if (!row) return genesis;
  const newest = eventIn(row, row.lines.length - 1);
  if (!newest) throw new StoreProblem('trail-damaged', `${writer}/${row.last}`);
  return { sequence: newest.sequence, hash: newest.hash };
}

/** The last event of a writer's chain that can be read; genesis when there is none. */
export async function readReadableHead(
  transaction: Reading | Writing,
  writer: string,
): Promise<Head> {
  let cursor = await rowsFromEnd(transaction, writer);
  while (cursor) {
    const row = cursor.value;
    for (let place = row.lines.length - 1; place >= 0; place--) {
      const event = eventIn(row, place);
      if (event) return { sequence: event.sequence, hash: event.hash };
    }
    cursor = await cursor.continue();
  }
  return genesis;
}

function rowsFromEnd(transaction: Reading | Writing, writer: string) {
  const chain = IDBKeyRange.bound([writer, 0], [writer, Number.MAX_SAFE_INTEGER]);
  return transaction.objectStore('events').openCursor(chain, 'prev');
}

/** The writers of all chains, in order of their ids. */
export async function writersHere(transaction: Reading | Writing): Promise<string[]> {
  const writers: string[] = [];
  const store = transaction.objectStore('events');
  for (let key = (await store.openKeyCursor())?.key; key; ) {
    writers.push(key[0]);
    key = (await store.openKeyCursor(IDBKeyRange.lowerBound([key[0], []], true)))?.key;
  }
  return writers;
}
