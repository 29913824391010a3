import type { HistoryIndex } from '@/lib/domain/history/history-index';
import { isTextSort } from '@/lib/domain/history/history-order';
import type { RecordSort } from '@/lib/domain/record/record';
import { beginAttempts, keepAttempts } from './attempts';
import { follow, readJournal, rebuild } from './history-making';
import { hasOrder } from './history-orders';
import { forgetPack, keepPack, readPack, readTexts } from './history-pack';
import { readChanges, type Trail } from './trail';
import { type Reading, writeAsOne, writeRelaxed } from './transaction';

// Lists are answered from the index in the worker's memory: read from the disk, brought up to date, or made anew when anything does not fit.

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

/**
 * Trust nothing but the events: what lists are answered from is thrown away on the disk, and made anew in the background, and so
 * is what imported attempts are found by. Until then lists are answered from what is in memory.
 */
export async function renewIndex(trail: Trail): Promise<void> {
  await writeRelaxed(trail.database, ['packs', 'meta'], forgetPack);
  makeAnew(trail).catch((error) => console.warn('Countersign: the index was not made anew', error));
}

async function makeAnew(trail: Trail): Promise<void> {
  const reading = readingOf(trail);
  const { count } = await readChanges(reading);
  const attempts = beginAttempts();
  const fresh = await rebuild(reading, count, attempts);
  const taken = (trail.indexing ?? Promise.resolve()).then(
    () => fresh,
    () => fresh,
  );
  trail.indexing = taken;
  trail.index = await taken;
  await keepPack(trail);
  await writeAsOne(trail.database, ['attempts', 'meta'], async (writing) => {
    if ((await readChanges(writing)).count !== count) return;
    await writing.objectStore('attempts').clear();
    await keepAttempts(writing, attempts, count);
  });
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
  const isOrdered = !sort || (await hasOrder(reading, index, sort));
  if (!index.texts && (texts || !isOrdered)) {
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
