import { firstPageFrom } from '@/lib/domain/history/history-first-page';
import type { HistoryIndex, SlotRecord } from '@/lib/domain/history/history-index';
import { listIndexed } from '@/lib/domain/history/history-list';
import { followed, isTextSort, type Order, orderOf } from '@/lib/domain/history/history-order';
import type { OrderKeys } from '@/lib/domain/history/order-keys';
import {
  type AttestationRecord,
  type RecordQuery,
  type RecordSort,
  recordQuerySchema,
  recordSorts,
} from '@/lib/domain/record/record';
import type { PackRow } from './database';
import { readSlots } from './slot-records';
import type { Trail } from './trail';
import type { Reading, Writing } from './transaction';

// The orders of lists lie on the disk beside what lists are answered from: the slots by themselves, since a list needs no
// more; what they are sorted by in a row of its own, for when a change has to be put into its place; and the records on the
// first page either way, which lie far apart in the trail. All of it is as the index was when it was kept (`changes`).

const ways = ['ascending', 'descending'] as const;

type Kept<Content> = Content & { changes: number };
type SlotsContent = Kept<{ slots: Uint32Array }>;
type KeysContent = Kept<{ keys: OrderKeys }>;
type PageContent = Kept<{ records: string }>;

type PageRecords = [slot: number, record: AttestationRecord][];

/** Records by slot, for one order, either way. */
export type FirstPages = Map<RecordSort, PageRecords[]>;

/**
 * Whether a list can be put in an order without the texts: the order is by none, or it is here or on the disk. When it is, it is
 * brought up to date; `withKeys` brings what it is sorted by as well.
 */
export async function hasOrder(
  reading: Reading,
  index: HistoryIndex,
  sort: RecordSort,
  withKeys = false,
): Promise<boolean> {
  const known = index.orders.get(sort);
  const follows = withKeys || (known?.seen ?? 0) !== index.changed.length;
  const [order, keys] = await Promise.all([
    known ?? readOrder(reading, index, sort),
    follows && isTextSort(sort) && !known?.keys ? readKeys(reading, index, sort) : undefined,
  ]);
  if (order && keys) order.keys ??= keys;
  return followed(index, sort) !== undefined || !isTextSort(sort);
}

/** The first page of an order that is not in memory, of what lies on the disk; nothing when that does not tell. */
export async function keptFirstPage(
  { database }: Trail,
  index: HistoryIndex,
  query: RecordQuery,
): Promise<SlotRecord[] | undefined> {
  const { sort, order } = query;
  if (index.orders.has(sort)) return undefined;
  const reading = database.transaction(['packs'], 'readonly') as unknown as Reading;
  const chunk = pageChunk(sort, ways.indexOf(order));
  const row = await readRow<PageContent>(reading, index, 'page', chunk);
  const kept = row && readPage(index, row);
  return kept && firstPageFrom(index, query, kept);
}

/** The newest records as they were kept, newest first, and after which count of changes: without the index. */
export async function keptNewest(
  reading: Reading,
): Promise<{ changes: number; records: AttestationRecord[] } | undefined> {
  const chunk = pageChunk('recordedAt', ways.indexOf('descending'));
  const row = await reading.objectStore('packs').get(['page', chunk]);
  if (!row) return undefined;
  const { changes, records } = row.content as PageContent;
  return { changes, records: (JSON.parse(records) as PageRecords).map(([, record]) => record) };
}

/** Bring all orders up to date, and make those that are nowhere, when the texts are here. */
export async function bringOrders({ database }: Trail, index: HistoryIndex): Promise<void> {
  for (const sort of recordSorts) {
    const reading = database.transaction(['packs'], 'readonly') as unknown as Reading;
    const has = await hasOrder(reading, index, sort, index.changes !== index.packed);
    if (has || index.texts) orderOf(index, sort);
  }
}

/** The records on the first page of each order, either way. */
export async function firstPages(trail: Trail, index: HistoryIndex): Promise<FirstPages> {
  const pages: FirstPages = new Map();
  for (const sort of index.orders.keys()) {
    const both: PageRecords[] = [];
    for (const order of ways) {
      const { page } = listIndexed(index, recordQuerySchema.parse({ sort, order }));
      const slots = new Map(page.map(({ recordId, slot }) => [recordId, slot]));
      const records = await readSlots(trail, index, page);
      both.push(records.map((record) => [slots.get(record.recordId)!, record]));
    }
    pages.set(sort, both);
  }
  return pages;
}

/** Write the orders that are here and their first pages, within a transaction over `packs`. */
export async function writeOrders(
  writing: Writing,
  index: HistoryIndex,
  pages: FirstPages,
): Promise<void> {
  const { changes, packed, orders } = index;
  const packs = writing.objectStore('packs');
  for (const [sort, { slots, keys, kept }] of orders) {
    const chunk = recordSorts.indexOf(sort);
    const rows: PackRow[] = [{ kind: 'order', chunk, content: { changes, slots } }];
    if (keys) rows.push({ kind: 'keys', chunk, content: { changes, keys } });
    for (const [way, records] of (pages.get(sort) ?? []).entries())
      rows.push({
        kind: 'page',
        chunk: pageChunk(sort, way),
        content: { changes, records: JSON.stringify(records) },
      });
    // Without a change since, it lies there as it is.
    if (!kept || changes !== packed) for (const row of rows) await packs.put(row);
  }
}

async function readOrder(
  reading: Reading,
  index: HistoryIndex,
  sort: RecordSort,
): Promise<Order | undefined> {
  const chunk = recordSorts.indexOf(sort);
  const [content, ...pages] = await Promise.all([
    readRow<SlotsContent>(reading, index, 'order', chunk),
    ...ways.map((_way, at) => readRow<PageContent>(reading, index, 'page', pageChunk(sort, at))),
  ]);
  if (!content) return undefined;
  for (const page of pages) if (page) readPage(index, page);
  const order = { slots: content.slots, keys: undefined, seen: 0, kept: true };
  index.orders.set(sort, order);
  return order;
}

/** The records of a page as they were kept; those that have not changed since are kept in memory as well. */
function readPage(index: HistoryIndex, page: PageContent): PageRecords {
  const changed = new Set(index.changed);
  const records: PageRecords = JSON.parse(page.records);
  for (const [slot, record] of records) if (!changed.has(slot)) index.read.set(slot, record);
  return records;
}

async function readKeys(
  reading: Reading,
  index: HistoryIndex,
  sort: RecordSort,
): Promise<OrderKeys | undefined> {
  const chunk = recordSorts.indexOf(sort);
  return (await readRow<KeysContent>(reading, index, 'keys', chunk))?.keys;
}

async function readRow<Content extends { changes: number }>(
  reading: Reading,
  { packed }: HistoryIndex,
  kind: PackRow['kind'],
  chunk: number,
): Promise<Content | undefined> {
  const row = await reading.objectStore('packs').get([kind, chunk]);
  const content = row?.content as Content | undefined;
  return content?.changes === packed ? content : undefined;
}

function pageChunk(sort: RecordSort, way: number): number {
  return recordSorts.indexOf(sort) * ways.length + way;
}
