/**
 * Reduce text to what all renderings of one sentence share: letters and digits alone, without case,
 * accents, spacing, punctuation, width or invisible marks.
 * @example foldText('Kontakt\u00ADieren  Sie „Ihren“ ＰＡＲＴＮＥＲ') // 'kontaktierensieihrenpartner'
 */
export const foldText = (text: string): string => fold(text, /[^\p{L}\p{N}]+/gu);

/** The same for the source of a regular expression: its punctuation stays. */
export const foldLetters = (text: string): string => fold(text, /\p{M}/gu);

function fold(text: string, marks: RegExp): string {
  // By way of capitals Turkish ı is i, and both small sigmas are the one that their place asks for.
  return text.normalize('NFKD').replace(marks, '').toUpperCase().toLowerCase();
}

const unclean = /[\u0300-\u036F\p{Cf}\uFF21-\uFF5A]/u;

/** Take out what a browser does not show (soft hyphens, joiners, direction marks) and bring letters to one form. */
export function cleanText(text: string): string {
  return unclean.test(text) ? text.normalize('NFKC').replace(/\p{Cf}+/gu, '') : text;
}

/** Marks that may stand inside a word. Plain searches are far cheaper than one class over a whole page. */
const insideWords = [/\u00AD/, /\uFEFF/, /Ｐ/, /ｐ/, /[\u200B-\u200F\u2060]/];

/** The same for the text of a whole page, which is only gone through where it holds such marks. */
export function cleanPage(text: string): string {
  return insideWords.some((mark) => mark.test(text)) ? cleanText(text) : text;
}
