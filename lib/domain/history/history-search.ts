import type { Attestation } from '../record/attestation';
import type { AttestationRecord } from '../record/record';
import { joinedName } from '../record/signer-name';

/**
 * Letters that Unicode does not take apart into a letter and a mark, and signs that are typed in one way and stand in
 * records in another.
 */
const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  臺: '台',
  // What is left of İ.
  '\u0307': '',
  '`': "'",
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
};
const anyPlainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

const plainText = /^[ -_a-~]*$/;

/**
 * Text as search compares it: without case, accents, width, invisible signs and runs of space, with one kind of
 * apostrophe and hyphen. Marks that make another letter (Japanese voicing, Indic vowels) stay.
 * @example foldText('ＬÉON  Straße') // 'leon strasse'
 */
export function foldText(text: string): string {
  // Most texts are plain, and for them the rest changes nothing else.
  if (plainText.test(text)) {
    const lower = text.toLowerCase().trim();
    return lower.includes('  ') ? lower.replace(/ {2,}/g, ' ') : lower;
  }
  // An apostrophe to those who type it; Unicode takes it for an accent over a space.
  const typed = text.includes('´') ? text.replaceAll('´', "'") : text;
  return (
    typed
      .normalize('NFKD')
      // Latin, Greek and Cyrillic accents; Hebrew and Arabic points, which people leave out when they type.
      .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|\p{Cf}/gu, '')
      .normalize('NFC')
      .toUpperCase()
      .toLowerCase()
      .replace(anyPlainLetter, (letter) => plainLetters[letter]!)
      // Most spaces are as they should be.
      .replace(/\s\s+|[^\S ]/gu, ' ')
      .trim()
  );
}

/** The words of a search: all of them must be found. */
export function searchWords(text: string): string[] {
  return foldText(text).split(' ').filter(Boolean);
}

/** Whether every word is somewhere in a text that has been folded. */
export function hasEveryWord(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Everything in a record that a person would look for it by, folded. */
export function searchTextOf({ current, moves, number, recordId }: AttestationRecord): string {
  const notes = moves.filter(({ note }) => note !== '').map(({ note }) => noteTextOf(note));
  return [contentTextOf(number, recordId, current), ...notes].join('\n');
}

/** A note on a change of state, as it stands in the record's text after its contents. */
export function noteTextOf(note: string): string {
  return foldText(note);
}

/** Where these stand among the lines of a record's text. */
export const textLines = { signer: 2, companyName: 7, dateAgreed: 13 } as const;

/** The part of a record's text that comes of its contents: one line a field. */
export function contentTextOf(number: string, recordId: string, current: Attestation): string {
  const parts = [
    number,
    recordId,
    nameText(current),
    current.email,
    current.phoneNumber,
    // Also as digits alone: people type a number with or without its spaces.
    current.phoneNumber.replace(/\P{Nd}/gu, ''),
    current.signerRole,
    current.companyName,
    current.customerTenantId,
    current.customerDomain,
    current.reference,
    current.evidenceNote,
    current.recordedBy,
    current.dateAgreed,
  ];
  // A word must not match across the border of two fields.
  return parts.map(foldText).join('\n');
}

/** A person's name in every way that people write it: `小明 王 王小明`. */
function nameText(current: Attestation): string {
  const name = `${current.firstName} ${current.lastName}`;
  const joined = joinedName(current);
  return joined === undefined ? name : `${name} ${joined}`;
}

/** Mail hosts that anybody can have an address at: they say nothing about the customer. */
const publicMailDomains = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp yahoo.com.tw ' +
    'ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de proton.me ' +
    'protonmail.com mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com sina.com naver.com daum.net ' +
    'hanmail.net orange.fr free.fr wanadoo.fr laposte.net libero.it virgilio.it hotmail.fr hotmail.co.uk ' +
    'seznam.cz wp.pl o2.pl onet.pl interia.pl hinet.net'
  ).split(' '),
);

/** Whether a mail domain is a company's own, so that it says which customer it is. */
export function isCompanyMailDomain(domain: string): boolean {
  return domain.includes('.') && !publicMailDomains.has(domain);
}
