import { cleanPage, cleanText, foldLetters, foldText } from './notice-folding';
import {
  accepting,
  agreementNames,
  confirming,
  contacted,
  contacting,
  customerNames,
  makerNames,
  otherAgreements,
  otherMatters,
  partnerNames,
} from './notice-phrases';

/** How far a statement may reach to either side of the partner's name, in characters. */
const reach = 300;

/** How much of a text is read at once around the partners that it names. */
const stride = 1_000;

/** A longer quote is refused by who is told (lib/domain/notice/sighting.ts). */
const longest = 1_000;

/**
 * Whether the text holds the rarest words of the notice near each other: cheap enough for the text
 * of a whole page, and true for every text in which `findStatement` finds something.
 */
export function mayHoldNotice(text: string): boolean {
  return !nearName(text).next().done;
}

/**
 * Find the statement "contact your partner to confirm your acceptance of the Microsoft Customer
 * Agreement" in whatever words and whichever of the known languages: the sentence as the text shows it,
 * its spaces collapsed. The work grows with the length of the text, not faster; any string may be given.
 */
export function findStatement(text: string): string | undefined {
  for (const near of nearName(text)) {
    const match = readPassage(near);
    if (match) return match;
  }
  return undefined;
}

/** The passages around words for a partner that name the agreement as well. */
function* nearName(text: string): Generator<string> {
  for (const near of nearPartner(text)) if (agreement().test(near)) yield near;
}

/** Whether a text has a word for a partner. */
export function namesPartner(text: string): boolean {
  return !nearPartner(text).next().done;
}

let partners: RegExp[] | undefined;

/** The passages of a text that stand around the words for a partner, each of them once. */
function* nearPartner(text: string): Generator<string> {
  const page = cleanPage(text);
  // Without case to ignore the engine finds a word many times faster.
  partners ??= partnerNames
    .split('|')
    .map((name) => new RegExp(name, /[a-zα-я]/.test(name) ? 'gi' : 'g'));
  const read = new Set<number>();
  for (const name of partners) {
    for (let next = 0; ; next += stride) {
      name.lastIndex = next;
      const hit = name.exec(page);
      if (!hit) break;
      next = hit.index - (hit.index % stride);
      if (read.has(next)) continue;
      read.add(next);
      yield cleanText(page.slice(Math.max(0, next - reach), next + stride + reach));
    }
  }
}

/** A full stop, or a line that starts like a new sentence and is longer than the next words of a name. */
const hardBreak =
  /(?<=[.!?])(?=["”»’')\]]*\s(?!\p{Ll})|["”»]|\p{Lo}|\p{Lu}\p{Ll})|(?<=[。！？．])|(?=\n\p{Lu}\p{Ll}\S* .{24})/u;

/** Quotation marks, brackets, colons, and places where two languages were glued together. */
const softBreak =
  /[“”„«»「」『』"()（）:：;；\n]+|(?<=\p{Ll})(?=\p{Lo}|\p{Lu}\p{Ll})|(?<=\p{Lo})(?=\p{Lu}|\p{Ll})/u;

/** The sentence that makes the statement, or the piece of it that does: other text may be glued to it. */
function readPassage(text: string): string | undefined {
  const found = text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .split(hardBreak)
    .find(makesStatement);
  return (
    found &&
    [...found.split(softBreak), found.slice(0, longest), found.slice(-longest)]
      .find((piece) => piece.length <= longest && makesStatement(piece))
      ?.replace(/\s+/g, ' ')
      .trim()
  );
}

const foldSentence = (text: string) =>
  foldText(text.replace(/\bMCA\b/g, 'Microsoft Customer Agreement'));

/** How far apart the parts may stand in folded text. */
const betweenParts = 130;
const besideParts = 60;

function makesStatement(sentence: string): boolean {
  const text = foldSentence(sentence);
  if (text.search(rules()[0]) < 0) return false;
  const [names, contacts, partners, matters, confirms, purposes] = rules().map((part) =>
    [...text.matchAll(part)].map(({ index, 0: { length } }) => [index, index + length]),
  ) as unknown as [Places, Places, Places, Places, Places, Places];

  const holds = (places: Places, from: number, to: number) =>
    places.some(([start, end]) => start >= from && end <= to);

  return names.some(([from, to]) => {
    const asks = (asked: Places, wanted: Places, before: number) =>
      asked.some(
        ([start, end]) =>
          end <= from &&
          from - end <= betweenParts &&
          holds(wanted, before ? start - before : end, to + besideParts) &&
          !holds(matters, start, from),
      );
    return (
      // Contact your partner to confirm your acceptance of the agreement.
      asks(contacts, purposes, 0) ||
      asks(contacts, confirms, besideParts) ||
      // Have your partner confirm your acceptance of the agreement.
      asks(partners, confirms, 0) ||
      // To confirm your acceptance of the agreement, contact your partner.
      contacts.some(
        ([start, end]) =>
          start >= to &&
          start - to <= betweenParts &&
          confirms.some(
            ([first, last]) =>
              first >= from - besideParts &&
              last <= end + besideParts &&
              !holds(matters, Math.min(first, from), end),
          ),
      )
    );
  });
}

type Places = [from: number, to: number][];

const beside = (names: string) => `(?:(?=[^]{0,60}?(?:${names}))|(?<=(?:${names})[^]{0,60}?))`;
const named = `(?:${agreementNames})${beside(customerNames)}`;

/** A customer agreement by any of its names: all that most pages are asked for. */
const agreement = () => (agreementNear ??= new RegExp(`\\bMCA\\b|${named}`, 'i'));
let agreementNear: RegExp | undefined;

let made: ReturnType<typeof makeRules> | undefined;

/** Made on the first text that names the agreement: most frames never need them. */
const rules = () => (made ??= makeRules());

function makeRules() {
  const all = (source: string) => new RegExp(foldLetters(source), 'g');
  return [
    all(
      `${named}(?<!(?:${otherAgreements}).{0,15})(?!.{0,6}(?:${otherAgreements}))${beside(makerNames)}`,
    ),
    all(contacting),
    all(contacted),
    all(otherMatters),
    all(confirming),
    all(`${confirming}|${accepting}`),
  ] as const;
}
