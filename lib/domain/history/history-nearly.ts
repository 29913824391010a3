import { type HistoryIndex, recordAt, type SlotRecord } from './history-index';
import { foldText, textLines } from './history-search';
import { chunkSize } from './history-texts';

/** Shorter texts are like too much. */
const shortest = 4;
/** One bit a letter, and the sign's bit stays free. */
const longest = 30;

/**
 * Places of records with a name (company, person, e-mail address, domain) that is like the text but for typing errors and
 * spaces: the likest first, then the newest. For when nothing has the words themselves. Every letter of very many records
 * is looked at: `pause` is awaited often, so that others are answered meanwhile.
 */
export async function nearlyNamed(
  index: HistoryIndex,
  text: string,
  limit: number,
  pause: () => Promise<void>,
): Promise<SlotRecord[]> {
  const wanted = lettersOf(foldText(text)).slice(0, longest);
  if (wanted.length < shortest) return [];
  const allowed = wanted.length < 9 ? 1 : wanted.length < 15 ? 2 : 3;
  const fewestErrors = errorsTo(wanted);
  const found: { slot: number; errors: number }[] = [];
  let looked = 0;
  for (const { slot, text, from, to } of textsOf(index)) {
    if (++looked % chunkSize === 0) await pause();
    if (index.columns.events[slot] === 0) continue;
    const errors = fewestErrors(text, lineStart(text, from, textLines.signer), to);
    if (errors <= allowed) found.push({ slot, errors });
  }
  return found
    .sort((one, other) => one.errors - other.errors || other.slot - one.slot)
    .slice(0, limit)
    .map(({ slot }) => recordAt(index, slot));
}

type Place = { slot: number; text: string; from: number; to: number };

/** Where each record's text lies: not cut out, since most are only looked through. */
function* textsOf({ texts, late }: HistoryIndex): Generator<Place> {
  for (const [chunk, bodies] of (texts ?? []).entries()) {
    for (const { text, ends, slots } of bodies) {
      for (let place = 0; place < ends.length; place += 1) {
        const slot = chunk * chunkSize + slots[place]!;
        const from = place === 0 ? 0 : ends[place - 1]!;
        if (!late.has(slot)) yield { slot, text, from, to: ends[place]! - 1 };
      }
    }
  }
  for (const [slot, text] of late) yield { slot, text, from: 0, to: text.length };
}

const lettersOf = (folded: string) => folded.replace(/[^\p{L}\p{N}]/gu, '');

/** Where a line of a text begins, counted from its first. */
function lineStart(text: string, from: number, line: number): number {
  let start = from;
  for (let passed = 0; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

/**
 * The fewest errors (letters that are wrong, missing, too many, or swapped with their neighbour) with which `wanted` stands anywhere
 * in one of the lines with names, spaces and punctuation apart. All columns of the table of errors are gone through at once, as bits
 * (Hyyrö 2003): the time depends on the text alone, so that no short word keeps the worker from everybody else.
 */
function errorsTo(wanted: string): (text: string, from: number, to: number) => number {
  const last = 1 << (wanted.length - 1);
  const masks = letterMasks().slice();
  for (let at = 0; at < wanted.length; at += 1) masks[wanted.charCodeAt(at)]! |= 1 << at;
  return (text, from, to) => {
    let least = wanted.length;
    let line = textLines.signer;
    // Where a column is one more or one less than above; where it goes on from the left and above without an error.
    let [more, less, same, maskBefore, errors] = [-1, 0, 0, 0, wanted.length];
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const mask = masks[code]!;
      if (mask === noLetter) {
        if (code !== lineBreak) continue;
        line += 1;
        if (line === textLines.dateAgreed) break;
        [more, less, same, maskBefore, errors] = [-1, 0, 0, 0, wanted.length];
        continue;
      }
      const swapped = ((~same & mask) << 1) & maskBefore;
      same = (((mask & more) + more) ^ more) | mask | less | swapped;
      const right = less | ~(same | more);
      const left = more & same;
      if (right & last) errors += 1;
      else if (left & last) errors -= 1;
      if (errors < least) least = errors;
      more = (left << 1) | ~(same | (right << 1));
      less = (right << 1) & same;
      maskBefore = mask;
    }
    return least;
  };
}

const lineBreak = 10;
/** The sign's bit alone, which no letter has. */
const noLetter = 1 << 31;
let allMasks: Int32Array | undefined;

/** For each code whether it is a letter as `lettersOf` sees it; halves of what needs two codes are. */
function letterMasks(): Int32Array {
  allMasks ??= Int32Array.from({ length: 65_536 }, (_, code) =>
    /[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(code)) ? 0 : noLetter,
  );
  return allMasks;
}
