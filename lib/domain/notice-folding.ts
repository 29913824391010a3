/**
 * Reduce text to what all renderings of one sentence share: letters and digits alone, without case,
 * accents, spacing, punctuation, width or invisible marks.
 * @example foldText('Kontakt\u00ADieren  Sie „Ihren“ ＰＡＲＴＮＥＲ') // 'kontaktierensieihrenpartner'
 */
export function foldText(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same for the source of a regular expression: its punctuation stays. */
export function foldLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/[\p{M}\s]+/gu, '')
      .toLowerCase()
      // Turkish ı in small letters and I in capitals are one letter; so are the two small sigmas.
      .replace(/ı/g, 'i')
      .replace(/ς/g, 'σ')
  );
}

const unclean =
  /[\u0300-\u036F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFF21-\uFF5A]/;

/** Take out what a browser does not show (soft hyphens, joiners, direction marks) and bring letters to one form. */
export function cleanText(text: string): string {
  return unclean.test(text) ? text.normalize('NFKC').replace(/\p{Cf}+/gu, '') : text;
}

/** Marks that may stand inside a word. Plain searches are far cheaper than one class over a whole page. */
const insideWords = [/\u00AD/, /\u2060/, /\uFEFF/, /Ｐ/, /ｐ/, /[\u200B-\u200D]/];

/** The same for the text of a whole page, which is only gone through where it holds such marks. */
export function cleanPage(text: string): string {
  return insideWords.some((mark) => mark.test(text)) ? cleanText(text) : text;
}
