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
  return languages.find(({ mark }) => mark.test(folded))?.tag ?? 'und';
}

/**
 * Which language it is: the first whose mark stands in the sentence. BCP 47 tags, without a region
 * where it is the likely one of the language.
 */
export const marks =
  'en:your,zh-TW:夥,zh-CN:[与伙],ja:トナ,ko:파,sr:потврд,bg:партньо,uk:і,ru:[а-я],el:[α-ω],he:[א-ת],ar-SA:[ا-ي],th:[ก-ฮ],vi:đ,tr:ortag,fi:kumpp,hu:ugyf|erosit,id:hubungi,et:kinnit,lv:apstip,lt:patvir,sl:potrd,sr-Latn:prihvat,hr:ugovor|prihva,sk:zmluv|prija,cs:potv,pl:potwier,nl:bevestig|klant,nb:bekreft,da:bekræ,sv:bekraf,de:bestat,ro:partener,fr:partenaire,it:conferm,pt-BR:contat|voce|fale,pt-PT:parceiro,ca:amb,es:';

const languages = marks.split(',').map((line) => {
  const [tag = '', mark = ''] = line.split(':');
  return {
    tag: tag.includes('-') ? tag : `${tag}-${new Intl.Locale(tag).maximize().region}`,
    mark: new RegExp(foldLetters(mark), 'u'),
  };
});
