import { foldText } from '../history/history-search';

/**
 * The words of a text as the look-up compares them: without case, accents, width and punctuation. A Chinese,
 * Japanese or Korean run is a word, also where it touches Latin letters.
 */
export function foldWords(text: string): string[] {
  return foldText(text).match(aWord) ?? [];
}

/** Short runs of letters: what is left of a text when spaces, order of noise and small errors do not matter. */
export function gramsOf(words: readonly string[]): Set<string> {
  const letters = [...words.join('')];
  const grams = new Set<string>();
  for (let at = 0; at < letters.length; at += 1) {
    const pair = letters.slice(at, at + 2).join('');
    // A Chinese, Japanese or Korean sign says as much as half a word: two of them are enough.
    if (wide.test(pair)) {
      if (pair.length > 1) grams.add(pair);
    } else if (at + 2 < letters.length && !wide.test(letters[at + 2]!)) {
      grams.add(pair + letters[at + 2]);
    }
  }
  return grams;
}

const wideScripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc';
const wide = new RegExp(`[${wideScripts}]`, 'u');
const aWord = new RegExp(`[${wideScripts}]+|(?:(?![${wideScripts}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

export function isWide(text: string): boolean {
  return wide.test(text);
}

/** The share of `part` that is in `whole`, 0 to 1. */
export function share(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let found = 0;
  for (const gram of part) if (whole.has(gram)) found += 1;
  return part.size === 0 ? 0 : found / part.size;
}

/** Whether two words are the same but for one typing error (two in a long word), never in the first letter. */
export function isNearly(typed: string, known: string): boolean {
  if (typed === known) return true;
  const allowed = known.length >= 9 ? 2 : known.length >= 5 ? 1 : 0;
  if (typed[0] !== known[0] || Math.abs(typed.length - known.length) > allowed) return false;
  return allowed > 0 && errorsBetween(typed, known) <= allowed;
}

/** Letters that are wrong, missing, too many or swapped with their neighbour. */
export function errorsBetween(a: string, b: string): number {
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        oneBack[column]! + 1,
        current[column - 1]! + 1,
        oneBack[column - 1]! + wrong,
      );
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, twoBack[column - 2]! + 1);
      current.push(best);
    }
    twoBack = oneBack;
    oneBack = current;
  }
  return oneBack[b.length]!;
}
