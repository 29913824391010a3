import { foldLetters, foldText } from './notice-folding';
import { findStatement } from './notice-matcher';

/** The notice as a text shows it: the sentence with its spaces collapsed, and its language (BCP 47). */
export type NoticeMatch = { quote: string; language: string };

/** `findStatement`, with the language. Not for the content script, which leaves the language to the background. */
export function matchNotice(text: string): NoticeMatch | undefined {
  const quote = findStatement(text);
  return quote === undefined ? undefined : { quote, language: languageOf(quote) };
}

/** The language of a sentence that makes the statement, as a BCP 47 tag. */
export function languageOf(quote: string): string {
  const folded = foldText(quote.replace(/\bMCA\b/g, 'Microsoft Customer Agreement'));
  return languages.find(({ mark }) => mark.test(folded))?.tag ?? 'en-US';
}

/**
 * Which language it is: the first whose mark stands in the folded sentence (notice-folding.ts), so that what
 * several share comes after what one has alone. BCP 47 tags, with a region where it is not the likely one.
 */
export const marks: Record<string, RegExp> = {
  en: /your/,
  ja: /[ぁ-ー]/,
  ko: /[ᄀ-ᇿ]/,
  'zh-TW': /[夥請認聯約絡連經戶]/,
  'zh-CN': /[伙请认联约络经户]/,
  sr: /потврд|[јљњђћџ]/,
  bg: /партньо|потвърд/,
  uk: /[ієґ]/,
  ru: /[а-я]/,
  el: /[α-ω]/,
  he: /[א-ת]/,
  'ar-SA': /[ا-ي]/,
  th: /[ก-ฮ]/,
  vi: /đ|xacnhan/,
  tr: /ortag|musteri|sozlesme/,
  fi: /kumppan|asiakas/,
  hu: /ugyf|erosit|partnere[hv]/,
  id: /pelanggan|mengonfirm|hubungi/,
  et: /kinnit|kliendi/,
  lv: /apstip/,
  lt: /patvir/,
  sl: /potrd|strank/,
  'sr-Latn': /prihvat(an|aju|ate)|(ugovor|saglas).*sa(kli|kor)|korporacij/,
  hr: /ugovor|prihva/,
  sk: /zmluv|svoj|suhlas|prijati/,
  cs: /potvr|smlouv/,
  pl: /potwier|umow/,
  nl: /bevestig|klant|uwpartner/,
  nb: /bekreft|kundeavtal/,
  da: /bekræ|kundeaftal/,
  sv: /bekraf|kundavtal/,
  de: /bestat|kunden|vereinb/,
  ro: /partener|clientil?or|contactati/,
  fr: /partenaire|votre|contratclient|veuillez/,
  it: /conferm|contratt/,
  ca: /vostre|ambel|accepteu/,
  'pt-BR': /voce|contat[aeo]|oaceite|(?<![ao])(seu|sua)(parceir|revend|aceit)/,
  'pt-PT': /parceir|aceita[cr]|aceitou|oseu|contacto?seu/,
  es: /confirm(ar|aci|e)|contrato|acuerdo/,
};

const languages = Object.entries(marks).map(([tag, mark]) => ({
  tag: tag.includes('-') ? tag : `${tag}-${new Intl.Locale(tag).maximize().region}`,
  mark: new RegExp(foldLetters(mark.source)),
}));
