import { cleanPage, cleanText, foldLetters, foldText } from './notice-folding';
import {
  agreementNames,
  customerNames,
  makerNames,
  noticeParts,
  otherAgreements,
  otherMatters,
  partnerNames,
} from './notice-phrases';

/** The notice as a page shows it: the sentence with its spaces collapsed, and the language it was read in (BCP 47). */
export type NoticeMatch = { quote: string; language: string };

/** How far a statement may reach to either side of one of its words, in characters. */
const reach = 400;

/**
 * Whether the text holds the rarest words of the notice near each other: cheap enough for the text
 * of a whole page, and true for every text in which `matchNotice` finds something.
 */
export function mayHoldNotice(text: string): boolean {
  const { anchor } = rules();
  for (const near of nearPartner(cleanPage(text))) {
    if (anchor.test(near)) return true;
  }
  return false;
}

/**
 * Find the statement "contact your partner to confirm your acceptance of the Microsoft Customer
 * Agreement" in whatever words and whichever of the known languages. The work grows with the length
 * of the text, not faster; any string may be given.
 */
export function matchNotice(text: string): NoticeMatch | undefined {
  for (const near of nearPartner(cleanPage(text))) {
    const match = readPassage(near);
    if (match) return match;
  }
  return undefined;
}

/** The passages of a text that stand around the word for a partner; passages that overlap are one. */
function* nearPartner(text: string): Generator<string> {
  const words = partnerNames.map((names) => ({
    names: new RegExp(names, `${names.flags}g`),
    at: -1,
  }));
  const next = (from: number): number => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const word of words) {
      if (word.at < from) {
        word.names.lastIndex = from;
        word.at = word.names.exec(text)?.index ?? Number.POSITIVE_INFINITY;
      }
      nearest = Math.min(nearest, word.at);
    }
    return nearest;
  };

  for (let hit = next(0); hit < text.length; ) {
    const start = Math.max(0, hit - reach);
    let end = hit + reach;
    for (
      hit = next(hit + 1);
      hit - reach <= end && end - start < longestPassage;
      hit = next(hit + 1)
    ) {
      end = hit + reach;
    }
    yield cleanText(text.slice(start, end));
  }
}

/** Keeps one passage from becoming a copy of a page that says "partner" in every line. */
const longestPassage = 20_000;

function readPassage(text: string): NoticeMatch | undefined {
  const { anchors } = rules();
  let judged = 0;
  anchors.lastIndex = 0;
  for (let hit = anchors.exec(text); hit; hit = anchors.exec(text)) {
    if (hit.index < judged) continue;
    const start = Math.max(0, hit.index - reach);
    const around = text.slice(start, hit.index + reach);
    const [from, to] = sentenceBounds(around, hit.index - start);
    const match = readSentence(around.slice(from, to));
    if (match) return match;
    // A sentence that ended inside its surroundings is judged whole; of a longer one, a stride is.
    judged = to < around.length ? start + to : hit.index + reach / 4;
  }
  return undefined;
}

/** A full stop, or a line that starts like a new sentence and not like the next words of the name. */
const hardBreak =
  /[.!?](?=["”»’')\]]*\s(?!\s*\p{Ll})|["”»]|\p{Lu}\p{Ll})|[。！？;；]|\n\s*(?=\p{Lu}\p{Ll}(?!icrosoft|ustomer|artner|greement|ereinbarung))/gu;

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
const softBreak =
  /[“”„«»「」『』"()（）:：\n]+|(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=[\p{sc=Han}\p{sc=Kana}\p{sc=Hang}])(?=[A-Z][a-z]+ [a-z])/u;

function readSentence(sentence: string): NoticeMatch | undefined {
  const language = statementLanguage(sentence);
  if (!language) return undefined;
  for (const piece of sentence.split(softBreak)) {
    const own = statementLanguage(piece);
    if (own) return { quote: tidy(piece), language: own };
  }
  return { quote: tidy(sentence), language };
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The language in which one sentence makes the statement. */
function statementLanguage(sentence: string): string | undefined {
  const { agreement, otherAgreement, otherMatter, languages } = rules();
  const folded = foldText(sentence.replace(/\bMCA\b/g, 'Microsoft Customer Agreement'));
  for (const name of folded.matchAll(agreement)) {
    if (otherAgreement.test(name[0])) continue;
    const before = folded.slice(0, name.index);
    const after = folded.slice(name.index + name[0].length);
    for (const language of languages) {
      const span = statementSpan(before, after, language);
      if (span !== undefined && !otherMatter.test(span)) return language.tag;
    }
  }
  return undefined;
}

type Language = {
  tag: string;
  contact: RegExp;
  confirm: RegExp;
  confirmAtEnd: RegExp;
  accept: RegExp;
  purposeFirst: boolean;
};

/** How far apart the parts may stand in folded text. */
const betweenParts = 130;
const besideName = 45;

/** Everything from the first part to the last, or undefined where a part is missing. */
function statementSpan(before: string, after: string, language: Language): string | undefined {
  const { contact, confirm, confirmAtEnd, accept, purposeFirst } = language;
  const isPurpose = (text: string) => confirm.test(text) || (purposeFirst && accept.test(text));

  // Contact your partner to confirm your acceptance of the agreement.
  const asked = lastMatch(contact, before);
  const askedAt = asked ? asked.index : 0;
  const between = asked && before.slice(askedAt + asked[0].length);
  if (between !== undefined && between.length <= betweenParts) {
    const behind = after.slice(0, besideName);
    const ahead = before.slice(Math.max(0, askedAt - besideName), askedAt);
    if (
      accept.test(between) ||
      accept.test(behind) ||
      confirmAtEnd.test(between) ||
      confirm.test(behind) ||
      isPurpose(ahead)
    ) {
      return before.slice(askedAt);
    }
  }

  // To confirm your acceptance of the agreement, contact your partner.
  const [asking] = after.slice(0, betweenParts * 2).matchAll(contact);
  if (asking && asking.index <= betweenParts) {
    const ahead = before.slice(-besideName) + after.slice(0, asking.index);
    const behind = after.slice(asking.index + asking[0].length).slice(0, besideName);
    if (isPurpose(ahead) || (confirm.test(behind) && accept.test(ahead + behind))) {
      return ahead + asking[0];
    }
  }
  return undefined;
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  for (const match of text.matchAll(pattern)) last = match;
  return last;
}

type Rules = {
  anchor: RegExp;
  anchors: RegExp;
  agreement: RegExp;
  otherAgreement: RegExp;
  otherMatter: RegExp;
  languages: Language[];
};
let made: Rules | undefined;

/** Made on the first text that is looked at: most frames never need them. */
function rules(): Rules {
  made ??= makeRules();
  return made;
}

function makeRules(): Rules {
  const anchor = `\\bMCA\\b|(?:${agreementNames})(?:(?=[^]{0,24}?(?:${customerNames}))|(?<=(?:${customerNames})[^]{0,40}?))`;
  const folded = (source: string, flags = 'u') => new RegExp(foldLetters(source), flags);
  const customer = `(?:${customerNames})`;
  const agreement = `(?:${agreementNames})`;
  const maker = `(?:${makerNames})`;
  const pair = `(?:${customer}.{0,9}?${agreement}|${agreement}.{0,9}?${customer})`;
  const names = `${maker}.{0,18}?${pair}|${pair}.{0,18}?${maker}|${agreement}.{0,14}?${maker}.{0,9}?${customer}|${customer}.{0,9}?${maker}.{0,9}?${agreement}`;
  return {
    anchor: new RegExp(anchor, 'i'),
    anchors: new RegExp(anchor, 'gi'),
    agreement: folded(names, 'gu'),
    otherAgreement: folded(otherAgreements),
    otherMatter: folded(otherMatters),
    languages: noticeParts.map(([tag, contact, confirm, accept, purposeFirst]) => ({
      tag: tag.includes('-') ? tag : `${tag}-${new Intl.Locale(tag).maximize().region}`,
      contact: folded(contact, 'gu'),
      confirm: folded(confirm),
      confirmAtEnd: folded(`(?:${confirm}).{0,26}$`),
      accept: folded(accept),
      purposeFirst: Boolean(purposeFirst),
    })),
  };
}
