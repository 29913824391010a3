import {
  type Columns,
  emptyColumns,
  emptyIndex,
  followEvent,
  type HistoryIndex,
  putRecord,
  rememberSlots,
  removeRecord,
  settleTexts,
} from '@/lib/domain/history-index';
import { followed, isTextSort, type Order } from '@/lib/domain/history-order';
import { chunkSize, type TextChunk } from '@/lib/domain/history-texts';
import { type RecordSort, recordSorts } from '@/lib/domain/record';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail';
import type { JournalRow, PackHead, PackRow } from './database';
import { recordsOf } from './record-rows';
import { readChanges, type Trail } from './trail';
import { eventsAfter, readPeople, rowsAfter } from './trail-rows';
import { type Reading, type Writing, writeRelaxed } from './transaction';

// What lists are answered from (lib/domain/history-index.ts), kept on the disk in chunks, so that a worker that has just
// started need not read every record. The journal says what has changed since; whatever does not fit is made anew.

/** What is wanted of the index beside its columns: the texts, or one order. */
export type IndexWish = { texts?: boolean; sort?: RecordSort };

/** Answers once the index has followed every change of the trail, with what is wanted of it. */
export async function currentIndex(trail: Trail, wish: IndexWish = {}): Promise<HistoryIndex> {
  // One at a time: what the first one has read, the others need not.
  const before = trail.indexing ?? Promise.resolve();
  const indexing = before.then(
    () => bringUp(trail, wish),
    () => bringUp(trail, wish),
  );
  trail.indexing = indexing;
  return indexing;
}

/** Write what has changed of the index to the disk, when that saves a later start more than it takes now. */
export async function keepPack(trail: Trail, always = false): Promise<void> {
  const { index } = trail;
  if (!index || (!always && index.dirty.size === 0)) return;
  if (index.texts) settleTexts(index);
  // Texts that are late without the others in memory cannot be laid into their chunks.
  else if (index.late.size > 0) return;
  const { changes, size, writers, texts } = index;
  const chunks = [...index.dirty];
  for (const sort of index.orders.keys()) followed(index, sort);
  await writeRelaxed(trail.database, ['packs', 'meta', 'journal'], async (writing) => {
    const now = await readChanges(writing);
    if (now.count !== changes) return;
    const packs = writing.objectStore('packs');
    for (const chunk of chunks) {
      await packs.put({ kind: 'columns', chunk, content: columnsOf(index, chunk) });
      if (texts) await packs.put({ kind: 'texts', chunk, content: texts[chunk] ?? [] });
    }
    for (const [sort, order] of index.orders)
      if (isTextSort(sort)) await packs.put(orderRow(sort, order, changes));
    await writing.objectStore('meta').put({ key: 'pack', changes, size, writers: [...writers] });
    await writing.objectStore('journal').delete(IDBKeyRange.upperBound(changes));
    index.dirty.clear();
    index.packed = changes;
    index.changed = [];
    for (const order of index.orders.values()) Object.assign(order, { seen: 0, kept: true });
  });
}

/** Keep an order that was made because none lay on the disk: the next worker need not make it again. */
export function keepOrders(trail: Trail): void {
  const orders = [...(trail.index?.orders ?? [])];
  if (orders.some(([sort, { kept }]) => isTextSort(sort) && !kept)) keepLater(trail, true);
}

function keepLater(trail: Trail, always = false): void {
  keepPack(trail, always).catch((error) =>
    console.warn('Countersign: the pack was not kept', error),
  );
}

/** Delete the pack with all its texts, within a transaction over `packs` and `meta`: what was erased must not stay in it. */
export async function forgetPack(writing: Writing): Promise<void> {
  await writing.objectStore('packs').clear();
  await writing.objectStore('meta').delete('pack');
}

/**
 * Trust nothing but the events: what lists are answered from is thrown away on the disk, and made anew in the background. Until
 * then lists are answered from what is in memory.
 */
export async function renewIndex(trail: Trail): Promise<void> {
  await writeRelaxed(trail.database, ['packs', 'meta'], forgetPack);
  makeAnew(trail).catch((error) => console.warn('Countersign: the index was not made anew', error));
}

async function makeAnew(trail: Trail): Promise<void> {
  const reading = readingOf(trail);
  const { count } = await readChanges(reading);
  const fresh = await rebuild(reading, count);
  const taken = (trail.indexing ?? Promise.resolve()).then(
    () => fresh,
    () => fresh,
  );
  trail.indexing = taken;
  trail.index = await taken;
  await keepPack(trail);
}

/** So many changes since the pack was written, and it is written again. */
const journalLimit = 256;

async function bringUp(trail: Trail, { texts, sort }: IndexWish): Promise<HistoryIndex> {
  const reading = readingOf(trail);
  const { count } = await readChanges(reading);
  let index = trail.index;
  if (index && index.changes > count) index = undefined;
  index ??= await readPack(reading, count);
  const journal = index && (await readJournal(reading, index.changes, count));
  if (!index || !journal) index = await rebuild(reading, count);
  else await follow(reading, index, journal, count);
  if (!index.texts && (texts || !(await hasOrder(reading, index, sort)))) {
    const kept = await readTexts(reading, index);
    if (kept) index.texts = kept;
    else index = await rebuild(reading, count);
  }
  trail.index = index;
  if (index.packed === undefined || count - index.packed > journalLimit) keepLater(trail);
  return index;
}

function readingOf({ database }: Trail): Reading {
  const stores = ['events', 'people', 'meta', 'journal', 'packs'] as const;
  return database.transaction([...stores], 'readonly') as unknown as Reading;
}

/** All changes after one count and up to another; nothing when any is not in the journal. */
async function readJournal(
  reading: Reading,
  after: number,
  count: number,
): Promise<JournalRow[] | undefined> {
  if (after === count) return [];
  const range = IDBKeyRange.bound(after, count, true);
  const rows = await reading.objectStore('journal').getAll(range);
  return rows.length === count - after ? rows : undefined;
}

/** Most events that are read at a time: little enough that the worker is never busy for long. */
const slice = 1_024;

/** Records that are looked for one by one; for more, the places of all are put into a map first. */
const fewChanges = 16;

async function follow(
  reading: Reading,
  index: HistoryIndex,
  journal: readonly JournalRow[],
  count: number,
): Promise<void> {
  const changed = new Set(journal.flatMap(({ recordIds }) => recordIds));
  const since = index.size;
  const added = journal.flatMap((row) => row.added);
  if (added.length > 0 || changed.size > fewChanges) rememberSlots(index, true);
  for (const [writer, from, until] of added)
    await followChain(reading, index, changed, { writer, from, until, since });
  await putAgain(reading, index, changed);
  rememberSlots(index, false);
  index.changes = count;
}

type Stretch = { writer: string; from: number; until: number; since: number };

async function followChain(
  reading: Reading,
  index: HistoryIndex,
  again: Set<string>,
  { writer, from, until, since }: Stretch,
): Promise<void> {
  for (let sequence = from; sequence <= until; ) {
    const events = await eventsAfter(reading, [writer, sequence - 1], slice);
    const own = events.filter((event) => event.writer === writer && event.sequence <= until);
    takeEvents({ index, again }, own, await readPeople(reading, own), since);
    if (own.length < slice) break;
    sequence = own.at(-1)!.sequence + 1;
  }
}

async function putAgain(
  reading: Reading | Writing,
  index: HistoryIndex,
  recordIds: ReadonlySet<string>,
): Promise<void> {
  const ids = [...recordIds];
  for (let first = 0; first < ids.length; first += slice) {
    const some = ids.slice(first, first + slice);
    const records = new Map(
      (await recordsOf(reading, some)).map((record) => [record.recordId, record]),
    );
    for (const id of some) {
      const record = records.get(id);
      if (record) putRecord(index, record);
      else removeRecord(index, id);
    }
  }
}

/** Make the index of all events there are. */
async function rebuild(reading: Reading, count: number): Promise<HistoryIndex> {
  const { records } = await readChanges(reading);
  const making = beginIndex(records);
  for (let after: [string, number] | undefined, last = false; !last; ) {
    const found = await rowsAfter(reading, after, slice);
    takeEvents(making, found.events, found.people);
    const final = found.events.at(-1);
    if (final) after = [final.writer, final.sequence];
    last = found.last;
  }
  return finishIndex(reading, making, count);
}

/** An index that is made while all events of the trail come by, and the records that must be folded at the end. */
export type IndexMaking = { index: HistoryIndex; again: Set<string> };

/** Begin an index of a trail without events, or of all its events. */
export function beginIndex(records = 0): IndexMaking {
  const index = emptyIndex(0, records + chunkSize);
  rememberSlots(index, true);
  return { index, again: new Set() };
}

/** The next events, in order of writer and place, with the people they name. */
export function takeEvents(
  { index, again }: IndexMaking,
  events: readonly TrailEvent[],
  people: ReadonlyMap<string, TrailPerson>,
  since = 0,
): void {
  for (const event of events)
    if (!followEvent(index, event, people.get(signerOf(event) ?? ''), since))
      again.add(event.recordId);
  // Late texts are short-lived: laid into chunks as soon as there are many.
  if (index.texts && index.late.size >= 2 * chunkSize) settleTexts(index);
}

/** The index, when all events have come by and lie in rows: as it is after so many changes of the trail. */
export async function finishIndex(
  transaction: Reading | Writing,
  { index, again }: IndexMaking,
  count: number,
): Promise<HistoryIndex> {
  await putAgain(transaction, index, again);
  rememberSlots(index, false);
  settleTexts(index);
  index.changes = count;
  return index;
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

async function readPack(reading: Reading, count: number): Promise<HistoryIndex | undefined> {
  const head = (await reading.objectStore('meta').get('pack')) as PackHead | undefined;
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

type OrderContent = { changes: number; slots: Uint32Array; keys: string };

function orderRow(sort: RecordSort, { slots, keys = [] }: Order, changes: number): PackRow {
  // One text is copied at once; a hundred thousand are not.
  const content: OrderContent = { changes, slots, keys: keys.join('\n') };
  return { kind: 'order', chunk: recordSorts.indexOf(sort), content };
}

/** Whether a list can be put in an order without the texts: since it is by none, or the order is here or on the disk. */
async function hasOrder(
  reading: Reading,
  index: HistoryIndex,
  sort: RecordSort | undefined,
): Promise<boolean> {
  if (!sort || !isTextSort(sort) || followed(index, sort)) return true;
  const row = await reading.objectStore('packs').get(['order', recordSorts.indexOf(sort)]);
  const { changes, slots, keys } = (row?.content ?? {}) as Partial<OrderContent>;
  if (changes === undefined || changes !== index.packed || !slots || keys === undefined)
    return false;
  index.orders.set(sort, { slots, keys: keys.split('\n'), seen: 0, kept: true });
  return followed(index, sort) !== undefined;
}

/** The texts of the pack that the index was read from. */
async function readTexts(reading: Reading, index: HistoryIndex): Promise<TextChunk[] | undefined> {
  const head = (await reading.objectStore('meta').get('pack')) as PackHead | undefined;
  if (head?.changes !== index.packed) return undefined;
  const texts: TextChunk[] = [];
  const store = reading.objectStore('packs');
  const chunks = Math.ceil(head!.size / chunkSize);
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
