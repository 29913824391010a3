import { cleanPage, cleanText, foldLetters, foldText } from './notice-folding';
import {
  accepting,
  acceptingFirst,
  agreementNames,
  confirming,
  contacting,
  customerNames,
  makerNames,
  otherAgreements,
  otherMatters,
  partnerNames,
} from './notice-phrases';

/** No language makes the statement in fewer characters. */
const shortest = 20;

/** How far a statement may reach to either side of one of its words, in characters. */
const reach = 400;

/**
 * Whether the text holds the rarest words of the notice near each other: cheap enough for the text
 * of a whole page, and true for every text in which `findStatement` finds something.
 */
export function mayHoldNotice(text: string): boolean {
  if (text.length < shortest) return false;
  for (const near of nearPartner(cleanPage(text))) {
    if (near.search(rules().anchor) >= 0) return true;
  }
  return false;
}

/**
 * Find the statement "contact your partner to confirm your acceptance of the Microsoft Customer
 * Agreement" in whatever words and whichever of the known languages: the sentence as the text shows it,
 * its spaces collapsed. The work grows with the length of the text, not faster; any string may be given.
 */
export function findStatement(text: string): string | undefined {
  for (const near of nearPartner(cleanPage(text))) {
    const match = readPassage(near);
    if (match) return match;
  }
  return undefined;
}

/** Whether a text has a word for a partner. */
export function namesPartner(text: string): boolean {
  for (const _ of nearPartner(cleanPage(text))) return true;
  return false;
}

/** The passages of a text that stand around the word for a partner. */
function* nearPartner(text: string): Generator<string> {
  partners ??= partnerNames.split('|').map((name) => new RegExp(name, ignoringCase(name)));
  for (const name of partners) {
    let end = 0;
    for (const { index } of text.matchAll(name)) {
      if (index + reach < end) continue;
      end = index + 4 * reach;
      yield cleanText(text.slice(Math.max(0, index - reach), end)).replace(/[^\S\n]+/g, ' ');
    }
  }
}

function readPassage(text: string): string | undefined {
  let judged = 0;
  for (const { index } of text.matchAll(rules().anchor)) {
    if (index < judged) continue;
    const start = Math.max(0, index - reach);
    const around = text.slice(start, index + reach);
    const [from, to] = sentenceBounds(around, index - start);
    const match = readSentence(around.slice(from, to));
    if (match) return match;
    // A sentence that ended inside its surroundings is judged whole; of a longer one, a stride is.
    judged = to < around.length ? start + to : index + reach / 4;
  }
  return undefined;
}

/** A full stop, or a line that starts like a new sentence and is longer than the next words of a name. */
const hardBreak =
  /[.!?](?=["”»’')\]]*\s(?!\s*\p{Ll})|["”»]|\p{Lu}\p{Ll})|[。！？;；]|\n\s*(?=\p{Lu}\p{Ll}\S* .{24})/gu;

function sentenceBounds(text: string, at: number): [number, number] {
  let from = 0;
  for (const stop of text.matchAll(hardBreak)) {
    const end = stop.index + stop[0].length;
    if (stop.index >= at) return [from, end];
    from = end;
  }
  return [from, text.length];
}

/** Quotation marks, brackets, colons, and places where two languages were glued together. */
const softBreak = /[“”„«»「」『』"()（）:：\n]+|(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u;

/** The smallest piece of a sentence that says it, else the whole: text around it may be glued to it. */
function readSentence(sentence: string): string | undefined {
  for (const piece of new Set([...sentence.split(softBreak), sentence])) {
    if (makesStatement(piece)) return piece.replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

function makesStatement(sentence: string): boolean {
  const { agreement, otherAgreement, otherMatter } = rules();
  const folded = foldText(sentence.replace(/\bMCA\b/g, 'Microsoft Customer Agreement'));
  for (const name of folded.matchAll(agreement)) {
    if (otherAgreement.test(name[0])) continue;
    const span = statementSpan(
      folded.slice(Math.max(0, name.index - reach / 2), name.index),
      folded.slice(name.index + name[0].length).slice(0, reach / 2),
    );
    if (span && !otherMatter.test(span)) return true;
  }
  return false;
}

/** How far apart the parts may stand in folded text. */
const betweenParts = 130;
const besideName = 45;

/** Everything from the first part to the last, or undefined where a part is missing. */
function statementSpan(before: string, after: string): string | undefined {
  const { contact, confirm, purpose, purposeFirst } = rules();

  // Contact your partner to confirm your acceptance of the agreement.
  const asked = [...before.matchAll(contact)].at(-1);
  if (asked) {
    const between = before.slice(asked.index + asked[0].length);
    if (
      between.length <= betweenParts &&
      (purpose.test(between + after.slice(0, besideName)) ||
        purposeFirst.test(before.slice(Math.max(0, asked.index - besideName), asked.index)))
    ) {
      return asked[0] + between;
    }
  }

  // To confirm your acceptance of the agreement, contact your partner.
  const [asking] = after.matchAll(contact);
  if (asking && asking.index <= betweenParts) {
    const ahead = before.slice(-besideName) + after.slice(0, asking.index);
    const behind = after.slice(asking.index + asking[0].length).slice(0, besideName);
    if (purposeFirst.test(ahead) || confirm.test(behind)) {
      return ahead + asking[0];
    }
  }
  return undefined;
}

let partners: RegExp[] | undefined;
/** Without case to ignore the engine finds a word many times faster. */
const ignoringCase = (name: string) => (/[a-zα-я]/.test(name) ? 'gi' : 'g');

let made: ReturnType<typeof makeRules> | undefined;

/** Made on the first text that is looked at: most frames never need them. */
function rules() {
  made ??= makeRules();
  return made;
}

function makeRules() {
  const folded = (source: string, flags = 'u') => new RegExp(foldLetters(source), flags);
  const maker = `(?:${makerNames})`;
  const customer = `(?:${customerNames})`;
  const agreement = `(?:${agreementNames})`;
  const pair = `(?:${customer}.{0,9}?${agreement}|${agreement}.{0,9}?${customer})`;
  const anchor = `\\bMCA\\b|${agreement}(?:(?=[^]{0,24}?${customer})|(?<=${customer}[^]{0,40}?))`;
  return {
    anchor: new RegExp(anchor, 'gi'),
    agreement: folded(
      `${maker}.{0,18}?${pair}|${pair}.{0,18}?${maker}|${agreement}.{0,14}?${maker}.{0,9}?${customer}`,
      'gu',
    ),
    otherAgreement: folded(otherAgreements),
    otherMatter: folded(otherMatters),
    contact: folded(contacting, 'gu'),
    confirm: folded(confirming),
    purpose: folded(`${confirming}|${accepting}`),
    purposeFirst: folded(`${confirming}|${acceptingFirst}`),
  };
}
