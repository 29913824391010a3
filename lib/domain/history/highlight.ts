import { maskAcceptanceLinks } from '../address/address-text';
import type { Attestation } from '../record/attestation';
import type { AttestationRecord } from '../record/record';
import { joinedName, signerName } from '../record/signer-name';
import { foldText } from './history-search';

/** A run of text, and whether a searched word was found in it. */
export type Piece = { text: string; marked: boolean };

/**
 * A letter with what belongs to it, so that each can be folded for itself: marks, invisible signs, half-width
 * Japanese voicing, and Korean letters that make one syllable.
 */
const letters = /[\u1100-\u11ff]+|[\s\S][\p{M}\p{Cf}\uff9e\uff9f]*/gu;

/**
 * A text in pieces, those marked in which one of the words was found. Words are folded as a search folds them
 * (`searchWords`); what is shown is the text as it was written.
 * @example markMatches('Ｌéon Straße', ['leon']) // [{ text: 'Ｌéon', marked: true }, { text: ' Straße', marked: false }]
 */
export function markMatches(text: string, words: readonly string[]): Piece[] {
  if (text === '') return [];
  // Most texts of a list hold none of the words: folding each letter for itself is for those that do.
  const whole = foldText(text);
  if (!words.some((word) => whole.includes(word))) return [{ text, marked: false }];
  const { folded, starts, ends } = foldInPlace(text);
  const spans = words
    .flatMap((word) =>
      placesOf(folded, word).map((at) => [starts[at]!, ends[at + word.length - 1]!]),
    )
    .sort(([one], [other]) => one! - other!);

  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of spans as [number, number][]) {
    const from = Math.max(start, done);
    if (end <= done) continue;
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    const before = pieces.at(-1);
    if (from === done && before?.marked) before.text += text.slice(from, end);
    else pieces.push({ text: text.slice(from, end), marked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

/** The part of a long text around its first match, with `…` where it was cut; without a match, its beginning. */
export function snippetOf(text: string, words: readonly string[], around = 32): Piece[] {
  const line = text.replace(/\s+/gu, ' ').trim();
  const pieces = placed(markMatches(line, words));
  const first = pieces.find(({ marked }) => marked);
  const from = letterBorder(line, (first?.start ?? 0) - around);
  const until = letterBorder(line, (first?.end ?? 0) + around * 2);
  const inside = pieces
    .map(({ text, marked, start }) => ({
      text: text.slice(Math.max(0, from - start), Math.max(0, until - start)),
      marked,
    }))
    .filter(({ text }) => text !== '');
  const cut = { text: '…', marked: false };
  return [...(from > 0 ? [cut] : []), ...inside, ...(until < line.length ? [cut] : [])];
}

/** Where a search looks for words: the fields of the form, and what else stands in a record. */
export const searchedPlaces = [
  'companyName',
  'signer',
  'email',
  'customerDomain',
  'customerTenantId',
  'reference',
  'phoneNumber',
  'signerRole',
  'evidenceNote',
  'note',
  'recordedBy',
  'dateAgreed',
  'number',
  'recordId',
] as const;
export type SearchedPlace = (typeof searchedPlaces)[number];

export type Finding = { place: SearchedPlace; snippet: Piece[] };

/**
 * For words that stand in none of the places on show as they are shown there: where in the record they were found, one finding for a
 * place, in the order in which people look. Acceptance links are masked, so a word within one is not shown.
 */
export function hiddenMatches(
  record: AttestationRecord,
  words: readonly string[],
  shown: readonly SearchedPlace[],
): Finding[] {
  const texts = textsOf(record);
  const inView = shown.map((place) => foldText(texts[place][0] ?? ''));
  let missing = words.filter((word) => !inView.some((text) => text.includes(word)));
  const findings: Finding[] = [];
  for (const place of searchedPlaces) {
    if (missing.length === 0) break;
    const hidden = shown.includes(place) ? texts[place].slice(1) : texts[place];
    const found = hidden.find((text) => missing.some((word) => foldText(text).includes(word)));
    if (found === undefined) continue;
    findings.push({ place, snippet: snippetOf(found, words) });
    const folded = foldText(found);
    missing = missing.filter((word) => !folded.includes(word));
  }
  return findings;
}

/** What each place holds: as it is shown, then what a search finds it by besides. */
function textsOf({
  current,
  moves,
  number,
  recordId,
}: AttestationRecord): Record<SearchedPlace, string[]> {
  const phone = current.phoneNumber;
  return {
    companyName: [current.companyName],
    signer: namesOf(current),
    email: [current.email],
    customerDomain: [current.customerDomain],
    customerTenantId: [current.customerTenantId],
    reference: [maskAcceptanceLinks(current.reference)],
    phoneNumber: [phone, phone.replace(/\P{Nd}/gu, '')],
    signerRole: [current.signerRole],
    evidenceNote: [maskAcceptanceLinks(current.evidenceNote)],
    note: moves.map(({ note }) => maskAcceptanceLinks(note)).reverse(),
    recordedBy: [current.recordedBy],
    dateAgreed: [current.dateAgreed],
    number: [number],
    recordId: [recordId],
  };
}

function namesOf(current: Attestation): string[] {
  const others = [`${current.firstName} ${current.lastName}`.trim(), joinedName(current) ?? ''];
  return [...new Set([signerName(current), ...others])];
}

/** Folded text, and for each of its units where the letter it came from begins and ends in the text as written. */
function foldInPlace(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const isSpace = /^\s/u.test(letter);
    const units = isSpace ? (folded === '' || folded.endsWith(' ') ? '' : ' ') : foldText(letter);
    folded += units;
    for (let unit = 0; unit < units.length; unit++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { folded, starts, ends };
}

function placesOf(folded: string, word: string): number[] {
  const places: number[] = [];
  if (word === '') return places;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    places.push(at);
  return places;
}

function placed(pieces: readonly Piece[]): (Piece & { start: number; end: number })[] {
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.text.length;
    return { ...piece, start, end };
  });
}

/** A place within the text at which no letter is cut in two. */
function letterBorder(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const before = [...text.matchAll(letters)].findLast(({ index }) => index <= at);
  return before?.index ?? 0;
}
