import { type HistoryIndex, recordAt, type SlotRecord } from './history-index';
import { foldText, textLines } from './history-search';
import { chunkSize } from './history-texts';
import { errorsBetween } from './look-up-text';

/** Shorter texts are like too much. */
const shortest = 4;
/** One bit a letter, and the sign's bit stays free. */
const longest = 30;

/**
 * Places of records with a name (company, person, e-mail address, domain) that is like the text but for typing errors and
 * spaces: the likest first, then the newest. For when nothing has the words themselves.
 */
export function nearlyNamed(index: HistoryIndex, text: string, limit: number): SlotRecord[] {
  const wanted = lettersOf(foldText(text)).slice(0, longest);
  if (wanted.length < shortest) return [];
  const allowed = wanted.length < 9 ? 1 : wanted.length < 15 ? 2 : 3;
  const mayHave = sieveFor(wanted, allowed + 1); // two neighbours that were swapped are two errors to it
  const found: { slot: number; errors: number }[] = [];
  for (const { slot, text, from, to } of textsOf(index)) {
    if (index.columns.events[slot] === 0 || !mayHave(text, from, to)) continue;
    const lines = text.slice(from, to).split('\n').slice(textLines.signer, textLines.dateAgreed);
    const errors = Math.min(...lines.map((line) => errorsWithin(lettersOf(line), wanted)));
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

/**
 * Whether `wanted` may stand in a line of a text with at most so many errors, spaces and punctuation apart: the bits of
 * Wu and Manber, a few steps a letter.
 */
function sieveFor(
  wanted: string,
  errors: number,
): (text: string, from: number, to: number) => boolean {
  const last = 1 << (wanted.length - 1);
  const masks = new Int32Array(65_536);
  for (let at = 0; at < wanted.length; at += 1) masks[wanted.charCodeAt(at)]! |= 1 << at;
  const state = new Int32Array(errors + 1);
  return (text, from, to) => {
    startOver(state);
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineBreak) startOver(state);
      if (code < 128 && !isPlainLetter[code]) continue;
      const mask = masks[code]!;
      let before = state[0]!;
      let fewer = ((before << 1) | 1) & mask;
      state[0] = fewer;
      for (let count = 1; count <= errors; count += 1) {
        const own = state[count]!;
        fewer = (((own << 1) | 1) & mask) | before | ((before | fewer) << 1) | ((1 << count) - 1);
        state[count] = fewer;
        before = own;
      }
      if (fewer & last) return true;
    }
    return false;
  };
}

function startOver(state: Int32Array): void {
  for (let count = 0; count < state.length; count += 1) state[count] = (1 << count) - 1;
}

const lineBreak = 10;
const isPlainLetter = Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/.test(String.fromCharCode(code)),
);

/** The fewest errors with which `wanted` stands somewhere in a text. */
function errorsWithin(text: string, wanted: string): number {
  let least = wanted.length;
  for (let start = 0; start <= Math.max(0, text.length - wanted.length + 3); start += 1) {
    for (let length = wanted.length - 3; length <= wanted.length + 3; length += 1) {
      if (length > 0)
        least = Math.min(least, errorsBetween(text.slice(start, start + length), wanted));
    }
  }
  return least;
}
