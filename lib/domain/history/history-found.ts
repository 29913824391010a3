import type { HistoryIndex } from './history-index';
import { hasEveryWord } from './history-search';
import { chunkSize, searchSome, searchTexts } from './history-texts';

/** What the last search found: a 1 for each slot. Whatever changes a text throws it away. */
export type Found = { words: readonly string[]; slots: Uint8Array; count: number };

/**
 * Which slots' texts have every word: a 1 for each, not to be written to. Somebody who types on looks only among what the
 * text before has found, and a filter or another page finds the answer made. Needs the texts to be here.
 */
export function foundBy(index: HistoryIndex, words: readonly string[]): Uint8Array {
  const { texts, late, size, found: before } = index;
  if (!texts) throw new TypeError('expected an index with its texts');
  if (before && isSame(before.words, words)) return before.slots;
  // More of them take as long one by one as all texts end to end.
  const among =
    before && before.count <= size / 2 && isNarrower(words, before.words)
      ? before.slots
      : undefined;
  const slots = new Uint8Array(size);
  for (const [number, chunk] of texts.entries()) {
    const first = number * chunkSize;
    const note = (slot: number) => {
      slots[first + slot] = 1;
    };
    if (among) searchSome(chunk, words, (slot) => among[first + slot] === 1, note);
    else searchTexts(chunk, words, note);
  }
  for (const [slot, text] of late) slots[slot] = hasEveryWord(text, words) ? 1 : 0;
  index.found = { words, slots, count: countOnes(slots) };
  return slots;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, place) => word === other[place]);
}

/** Whether all that have these words have the others as well. */
function isNarrower(words: readonly string[], others: readonly string[]): boolean {
  return others.every((other) => words.some((word) => word.includes(other)));
}

function countOnes(slots: Uint8Array): number {
  let count = 0;
  for (const one of slots) count += one;
  return count;
}
