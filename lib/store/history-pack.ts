import {
  type Columns,
  emptyColumns,
  emptyIndex,
  type HistoryIndex,
  settleTexts,
} from '@/lib/domain/history/history-index';
import { chunkSize, type TextChunk } from '@/lib/domain/history/history-texts';
import type { PackHead } from './database';
import { bringOrders, firstPages, writeOrders } from './history-orders';
import { readChanges, type Trail } from './trail';
import { type Reading, type Writing, writeRelaxed } from './transaction';

// What lists are answered from (lib/domain/history/history-index.ts), kept on the disk in chunks, so that a worker that has just
// started need not read every record. The journal says what has changed since.

/** Raised whenever what lies in it means something else: a pack of another layout is made anew. */
const layout = 4;

/** Write what has changed of the index to the disk, with all orders, when that saves a later start more than it takes now. */
export async function keepPack(trail: Trail, always = false): Promise<void> {
  const { index } = trail;
  if (!index || (!always && index.dirty.size === 0)) return;
  if (index.texts) settleTexts(index);
  // Texts that are late without the others in memory cannot be laid into their chunks.
  else if (index.late.size > 0) return;
  // What follows holds for this count only: another one by the time of writing, and nothing is written.
  const { changes } = index;
  await bringOrders(trail, index);
  const pages = await firstPages(trail, index);
  const { size, writers, texts } = index;
  const chunks = [...index.dirty];
  const orders = [...index.orders.values()];
  const isKept = await writeRelaxed(
    trail.database,
    ['packs', 'meta', 'journal'],
    async (writing) => {
      const now = await readChanges(writing);
      if (now.count !== changes) return false;
      const packs = writing.objectStore('packs');
      for (const chunk of chunks) {
        await packs.put({ kind: 'columns', chunk, content: columnsOf(index, chunk) });
        if (texts) await packs.put({ kind: 'texts', chunk, content: texts[chunk] ?? [] });
      }
      await writeOrders(writing, index, pages);
      const head = { layout, changes, size, writers: [...writers] };
      await writing.objectStore('meta').put({ key: 'pack', ...head });
      await writing.objectStore('journal').delete(IDBKeyRange.upperBound(changes));
      return true;
    },
  );
  // What was not committed is still to be written.
  if (!isKept) return;
  index.dirty.clear();
  index.packed = changes;
  index.changed = [];
  for (const order of index.orders.values()) order.seen = 0;
  for (const order of orders) order.kept = true;
}

/** Delete the pack with all its texts, within a transaction over `packs` and `meta`: what was erased must not stay in it. */
export async function forgetPack(writing: Writing): Promise<void> {
  await writing.objectStore('packs').clear();
  await writing.objectStore('meta').delete('pack');
}

type ColumnsChunk = { ids: string; columns: Columns };

function columnsOf(index: HistoryIndex, chunk: number): ColumnsChunk {
  const from = chunk * chunkSize;
  const until = Math.min(from + chunkSize, index.size);
  const columns = emptyColumns(0);
  for (const name of Object.keys(columns) as (keyof Columns)[])
    Object.assign(columns, { [name]: index.columns[name].slice(from, until) });
  return { ids: index.ids[chunk] ?? '', columns };
}

/** What the pack on the disk is of; nothing when there is none, or one of another layout. */
export async function readPackHead(reading: Reading): Promise<PackHead | undefined> {
  const head = (await reading.objectStore('meta').get('pack')) as PackHead | undefined;
  return head?.layout === layout ? head : undefined;
}

/** The index as it was kept, without its texts and orders; nothing when it is not whole. */
export async function readPack(reading: Reading, count: number): Promise<HistoryIndex | undefined> {
  const head = await readPackHead(reading);
  if (!head || head.changes > count) return undefined;
  const rows = await reading.objectStore('packs').getAll(ofKind('columns'));
  const index = emptyIndex(head.changes, head.size + chunkSize);
  index.size = head.size;
  index.packed = head.changes;
  index.writers = head.writers;
  index.texts = undefined;
  for (const { chunk, content } of rows) {
    const { ids, columns } = content as ColumnsChunk;
    index.ids[chunk] = ids;
    for (const name of Object.keys(columns) as (keyof Columns)[])
      index.columns[name].set(columns[name], chunk * chunkSize);
  }
  if (rows.length < Math.ceil(head.size / chunkSize)) return undefined;
  for (let slot = 0; slot < index.size; slot++)
    if (index.columns.events[slot]! > 0) index.records++;
  return index;
}

/** The texts of the pack that the index was read from. */
export async function readTexts(
  reading: Reading,
  index: HistoryIndex,
): Promise<TextChunk[] | undefined> {
  const head = await readPackHead(reading);
  if (!head || head.changes !== index.packed) return undefined;
  const texts: TextChunk[] = [];
  const store = reading.objectStore('packs');
  const chunks = Math.ceil(head.size / chunkSize);
  for (let first = 0; first < chunks; first += 8) {
    const range = IDBKeyRange.bound(['texts', first], ['texts', first + 8], false, true);
    for (const { chunk, content } of await store.getAll(range)) texts[chunk] = content as TextChunk;
  }
  for (let chunk = 0; chunk < chunks; chunk++) if (!texts[chunk]) return undefined;
  return texts;
}

function ofKind(kind: string): IDBKeyRange {
  return IDBKeyRange.bound([kind, 0], [kind, Number.MAX_SAFE_INTEGER]);
}
