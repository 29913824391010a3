import type { RecordSort } from '../record/record';
import { type HistoryIndex, recordAt, slotText } from './history-index';
import { textLines } from './history-search';
import { chunkSize, unpackTexts } from './history-texts';
import { joinedKeys, type KeyPart, keyAt, type OrderKeys, orderKeys } from './order-keys';

// The orders that lists are shown in: made once, then brought up to date, since sorting all texts takes a tenth of a second.
// Records that are alike stand in the order of their making.

/** Slots in one order. */
export type Order = {
  slots: Uint32Array;
  /** What they are sorted by when that is a text: needed only to follow a change, and not here while it lies on the disk only. */
  keys: OrderKeys | undefined;
  /** How many of the index's changes are in it. */
  seen: number;
  /** It lies on the disk as it was when the index was written there. */
  kept: boolean;
};

type TextSort = keyof typeof textLines;

/** Whether it is by a text, so that the index needs its texts or a kept order. */
export function isTextSort(sort: RecordSort): sort is TextSort {
  return sort in textLines;
}

/** All slots, those of removed records included. Throws a TypeError when it would have to be made of texts that are not here. */
export function orderOf(index: HistoryIndex, sort: RecordSort): Uint32Array {
  return (followed(index, sort) ?? made(index, sort)).slots;
}

/** Bring the order up to date, if it is here, with its keys when it is by a text; nothing when it has to be made anew. */
export function followed(index: HistoryIndex, sort: RecordSort): Order | undefined {
  const order = index.orders.get(sort);
  if (!order || order.seen === index.changed.length) return order;
  const moved = new Set(index.changed.slice(order.seen));
  const next =
    moved.size <= order.slots.length / 8 + 64 ? placed(index, sort, order, moved) : undefined;
  if (next) index.orders.set(sort, next);
  else index.orders.delete(sort);
  return next;
}

function made(index: HistoryIndex, sort: RecordSort): Order {
  const slots = byTime(index);
  const order: Order = { slots, keys: undefined, seen: index.changed.length, kept: false };
  if (isTextSort(sort)) {
    const lines = linesOf(index, textLines[sort]);
    slots.sort((one, other) => compareTexts(lines[one]!, lines[other]!));
    order.keys = orderKeys(Array.from(slots, (slot) => lines[slot]!));
  } else if (sort !== 'recordedAt') {
    const column = index.columns[sort];
    // The sort is stable: what is alike stays in the order of its making.
    slots.sort((one, other) => column[one]! - column[other]!);
  }
  index.orders.set(sort, order);
  return order;
}

/** A slot, and the text that it is sorted by when the order is by one. */
export type OrderItem = { slot: number; key: string };

/** The order with some slots put where they now belong; nothing when the text of one of them is not here. */
function placed(
  index: HistoryIndex,
  sort: RecordSort,
  { slots, keys, kept }: Order,
  moved: ReadonlySet<number>,
): Order | undefined {
  if (isTextSort(sort) && !keys) return undefined;
  const leaving = ranksOf(slots, moved);
  const at = (rank: number): OrderItem => ({
    slot: slots[rank]!,
    key: keys ? keyAt(keys, rank) : '',
  });
  const before = new Map(leaving.map(at).map(({ slot, key }) => [slot, key]));
  const entering: OrderItem[] = [];
  for (const slot of moved) {
    const key = sortKeyOf(sort, slotText(index, slot));
    // A change that brought no text with it has left the text as it was.
    const known = key ?? before.get(slot);
    if (known === undefined) return undefined;
    entering.push({ slot, key: known });
  }
  const compare = comparing(index, sort);
  entering.sort(compare);

  const next = new Uint32Array(slots.length - leaving.length + entering.length);
  const parts: KeyPart[] = [];
  let [filled, taken, gone] = [0, 0, 0];
  // In stretches: all that stands between two that leave.
  const takeUntil = (end: number) => {
    while (taken < end) {
      const until = Math.min(end, leaving[gone] ?? end);
      next.set(slots.subarray(taken, until), filled);
      filled += until - taken;
      if (until > taken) parts.push([taken, until]);
      taken = until;
      for (; leaving[gone] === taken; gone++) taken++;
    }
  };
  const left = new Set(leaving);
  for (const item of entering) {
    const isFirst = (rank: number) => compare(at(rank), item) < 0;
    takeUntil(
      placeIn({ from: taken, until: slots.length, isLeft: (rank) => left.has(rank) }, isFirst),
    );
    next[filled++] = item.slot;
    parts.push(item.key);
  }
  takeUntil(slots.length);
  const nextKeys = keys && joinedKeys(keys, parts, next.length);
  return { slots: next, keys: nextKeys, seen: index.changed.length, kept };
}

/** For more, going through all of them once takes less. */
const fewSlots = 64;

/** Where some slots stand, as far as they do, from the first one on. */
function ranksOf(slots: Uint32Array, wanted: ReadonlySet<number>): number[] {
  const ranks: number[] = [];
  if (wanted.size > fewSlots)
    slots.forEach((slot, rank) => {
      if (wanted.has(slot)) ranks.push(rank);
    });
  // An order holds the first slots, so a later one is not in it.
  else for (const slot of wanted) if (slot < slots.length) ranks.push(slots.indexOf(slot));
  return ranks.filter((rank) => rank >= 0).sort((one, other) => one - other);
}

type Ranks = { from: number; until: number; isLeft: (rank: number) => boolean };

/** Behind how many ranks something belongs; those that are left out say nothing of it. */
function placeIn({ from, until, isLeft }: Ranks, isFirst: (rank: number) => boolean): number {
  let [low, high] = [from, until];
  while (low < high) {
    const middle = (low + high) >>> 1;
    let rank = middle;
    while (rank < high && isLeft(rank)) rank++;
    if (rank < high && isFirst(rank)) low = rank + 1;
    else high = middle;
  }
  return low;
}

/** How two slots of an order stand to each other, ascending. */
export function comparing(
  index: HistoryIndex,
  sort: RecordSort,
): (one: OrderItem, other: OrderItem) => number {
  const { recordedAt } = index.columns;
  const column = isTextSort(sort) ? undefined : index.columns[sort];
  return (one, other) =>
    (column ? column[one.slot]! - column[other.slot]! : compareTexts(one.key, other.key)) ||
    recordedAt[one.slot]! - recordedAt[other.slot]! ||
    compareIds(index, one.slot, other.slot);
}

/** Oldest first; records of the same moment in the order of their ids, as the database has them. */
function byTime(index: HistoryIndex): Uint32Array {
  const { recordedAt } = index.columns;
  const slots = new Uint32Array(index.size);
  let sorted = true;
  for (let slot = 0; slot < slots.length; slot++) {
    slots[slot] = slot;
    if (slot > 0 && recordedAt[slot - 1]! >= recordedAt[slot]!) sorted = false;
  }
  if (sorted) return slots;
  return slots.sort(
    (one, other) => recordedAt[one]! - recordedAt[other]! || compareIds(index, one, other),
  );
}

function compareIds(index: HistoryIndex, one: number, other: number): number {
  return compareTexts(recordAt(index, one).recordId, recordAt(index, other).recordId);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What a record is sorted by, of its folded text: nothing when the order is by a text that is not known. */
export function sortKeyOf(sort: RecordSort, text: string | undefined): string | undefined {
  if (!isTextSort(sort)) return '';
  return text === undefined ? undefined : lineOf(text, textLines[sort]);
}

/** One line of each slot's text. */
function linesOf(index: HistoryIndex, line: number): string[] {
  const { texts, late, size } = index;
  if (!texts) throw new TypeError('expected an index with its texts');
  const lines: string[] = new Array(size).fill('');
  for (const [number, chunk] of texts.entries())
    for (const [slot, text] of unpackTexts(chunk).entries())
      if (text !== undefined) lines[number * chunkSize + slot] = lineOf(text, line);
  for (const [slot, text] of late) lines[slot] = lineOf(text, line);
  return lines;
}

function lineOf(text: string, line: number): string {
  let from = 0;
  for (let passed = 0; passed < line; passed++) {
    const end = text.indexOf('\n', from);
    if (end < 0) return '';
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
}
