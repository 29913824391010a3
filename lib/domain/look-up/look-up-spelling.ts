import { errorsBetween, isNearly, isWide } from './look-up-text';

/** Words that are known here, for reading what was typed in a hurry. */
export type Vocabulary = { words: ReadonlySet<string>; byFirst: ReadonlyMap<string, string[]> };

/** A vocabulary of all words of these texts, folded, and of the small words that stand between them. */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const known = new Set(smallWords);
  for (const word of words) {
    if (isWide(word) || /\d/.test(word)) continue;
    known.add(word);
    if (word.length > 3) known.add(`${word}s`);
  }
  const byFirst = new Map<string, string[]>();
  for (const word of known) {
    const first = word[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return { words: known, byFirst };
}

/** The words as they were meant: typing errors set right, and words that ran together taken apart, where only one reading is known. */
export function asMeant(typed: readonly string[], vocabulary: Vocabulary): string[] {
  if (typed.length > longest) return [...typed];
  return typed.flatMap((word) => {
    if (vocabulary.words.has(word) || isWide(word) || word.length < 4) return [word];
    const right = corrected(word, vocabulary);
    return right ? [right] : (takenApart(word, vocabulary.words) ?? [word]);
  });
}

/** A ticket or a log is read as it is: there errors weigh little and each word costs time. */
const longest = 60;

function corrected(word: string, { byFirst }: Vocabulary): string | undefined {
  const near = (byFirst.get(word[0]!) ?? []).filter((known) =>
    // Of two words of four letters only neighbours that were swapped are surely an error.
    word.length === 4 && known.length === 4
      ? isSwapped(word, known)
      : known.length > 3 && isNearly(word, known),
  );
  const [best, next] = near
    .map((known) => ({ known, errors: errorsBetween(word, known) }))
    .sort((one, other) => one.errors - other.errors);
  return best && best.errors !== next?.errors ? best.known : undefined;
}

function isSwapped(word: string, known: string): boolean {
  return errorsBetween(word, known) === 1 && [...word].sort().join() === [...known].sort().join();
}

/** The fewest known words that make up a run of letters, or nothing. */
function takenApart(run: string, words: ReadonlySet<string>): string[] | undefined {
  if (run.length < 8) return undefined;
  const until: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = Math.max(0, end - longestWord); start < end; start += 1) {
      const before = until[start];
      const word = run.slice(start, end);
      const isBetter =
        before && before.length + 1 < (until[end]?.length ?? Number.POSITIVE_INFINITY);
      if (isBetter && words.has(word)) until[end] = [...before, word];
    }
  }
  return until[run.length];
}

const longestWord = 20;

const smallWords = (
  'a an the i we you he she it they my our your his her their is are am was be been do does did has have had can ' +
  'could may might must shall should will would not no never cannot cant dont doesnt isnt in on at to of for from ' +
  'by with and or but if then as so this that these those there here who whom whose what which when where why how ' +
  'long many much more still any anymore now today need needs needed please hi hello get gets got getting see sees ' +
  'says said make makes use used before after again already about into out up down'
).split(' ');
