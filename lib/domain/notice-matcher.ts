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

/** No language makes the statement in fewer characters. */
const shortest = 20;

/** How far a statement may reach to either side of the partner's name, in characters. */
const reach = 300;

/** How much of a text is read at once around the partners that it names. */
const stride = 1_000;

/** A longer quote is refused by who is told (lib/domain/sighting.ts). */
const longest = 1_000;

/**
 * Whether the text holds the rarest words of the notice near each other: cheap enough for the text
 * of a whole page, and true for every text in which `findStatement` finds something.
 */
export function mayHoldNotice(text: string): boolean {
  if (text.length < shortest) return false;
  for (const near of nearPartner(text)) {
    if (agreementRule().test(near)) return true;
  }
  return false;
}

/**
 * Find the statement "contact your partner to confirm your acceptance of the Microsoft Customer
 * Agreement" in whatever words and whichever of the known languages: the sentence as the text shows it,
 * its spaces collapsed. The work grows with the length of the text, not faster; any string may be given.
 */
export function findStatement(text: string): string | undefined {
  for (const near of nearPartner(text)) {
    const match = agreementRule().test(near) && readPassage(near);
    if (match) return match;
  }
  return undefined;
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
  /(?<=[.!?])(?=["”»’')\]]*\s(?!\p{Ll})|["”»]|\p{Lo}|\p{Lu}\p{Ll})|(?<=[。！？．])|\n(?=\p{Lu}\p{Ll}\S* .{24})/u;

/** Quotation marks, brackets, colons, and places where two languages were glued together. */
const softBreak =
  /[“”„«»「」『』"()（）:：;；\n]+|(?<=\p{Ll})(?=\p{Lo}|\p{Lu}\p{Ll})|(?<=\p{Lo})(?=\p{Lu}|\p{Ll})/u;

/** The sentence that makes the statement, or the piece of it that does: other text may be glued to it. */
function readPassage(text: string): string | undefined {
  const sentence = text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .split(hardBreak)
    .find(makesStatement);
  if (!sentence) return undefined;
  const pieces = [
    ...sentence.split(softBreak),
    sentence.slice(0, longest),
    sentence.slice(-longest),
  ];
  return pieces
    .find((piece) => piece.length <= longest && makesStatement(piece))
    ?.replace(/\s+/g, ' ')
    .trim();
}

/** How far apart the parts may stand in folded text. */
const betweenParts = 130;
const besideParts = 60;

function makesStatement(sentence: string): boolean {
  const text = foldText(sentence.replace(/\bMCA\b/g, 'Microsoft Customer Agreement'));
  const [name, contact, partner, matter, confirm, purpose] = rules();
  const names = placesOf(name, text);
  const purposes = names.length ? placesOf(purpose, text) : [];
  if (!purposes.length) return false;
  const confirms = placesOf(confirm, text);
  const contacts = placesOf(contact, text);
  const partners = placesOf(partner, text);
  const matters = placesOf(matter, text);

  return names.some(([from, to]) => {
    const asks = (asked: Place[], wanted: Place[], wantedFirst: Place[]) =>
      asked.some(
        ([start, end]) =>
          end <= from &&
          from - end <= betweenParts &&
          (holds(wanted, end, from) ||
            holds(wanted, to, to + besideParts) ||
            holds(wantedFirst, start - besideParts, start)) &&
          !holds(matters, start, from),
      );
    return (
      // Contact your partner to confirm your acceptance of the agreement.
      asks(contacts, purposes, confirms) ||
      // Have your partner confirm your acceptance of the agreement.
      asks(partners, confirms, []) ||
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

type Place = [from: number, to: number];

function placesOf(part: RegExp, text: string): Place[] {
  const places: Place[] = [];
  part.lastIndex = 0;
  for (let hit = part.exec(text); hit; hit = part.exec(text)) {
    places.push([hit.index, part.lastIndex]);
  }
  return places;
}

function holds(places: Place[], from: number, to: number): boolean {
  return places.some((place) => place[0] >= from && place[1] <= to);
}

let agreementNear: RegExp | undefined;

/** A customer agreement by any of its names: all that most pages are asked for. */
function agreementRule(): RegExp {
  agreementNear ??= new RegExp(`\\bMCA\\b|${agreement}${customer}`, 'i');
  return agreementNear;
}

let made: ReturnType<typeof makeRules> | undefined;

const beside = (names: string) => `(?:(?=[^]{0,60}?(?:${names}))|(?<=(?:${names})[^]{0,60}?))`;
const agreement = `(?:${agreementNames})`;
const customer = beside(customerNames);

/** Made on the first text that is looked at: most frames never need them. */
function rules() {
  made ??= makeRules();
  return made;
}

function makeRules() {
  const folded = (source: string) => new RegExp(foldLetters(source), 'g');
  return [
    folded(
      `${agreement}(?<!(?:${otherAgreements}).{0,15})(?!.{0,6}(?:${otherAgreements}))${customer}${beside(makerNames)}`,
    ),
    folded(contacting),
    folded(contacted),
    folded(otherMatters),
    folded(confirming),
    folded(`${confirming}|${accepting}`),
  ] as const;
}
