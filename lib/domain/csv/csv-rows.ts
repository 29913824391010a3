import {
  type Attestation,
  acceptanceWays,
  emptyAttestation,
  longestLine,
  longestNote,
  type RecordState,
  recordStates,
  scenarios,
} from '../record/attestation';
import { mailDomain, tidyAttestation, wellFormed } from '../record/record-tidy';
import { type PartnerRole, partnerRoles } from '../settings';
import type { ImportTarget, Mapping } from './csv-columns';
import { type DateOrder, readDay } from './csv-dates';
import type { CsvRow } from './csv-reader';
import { plainText } from './history-csv';
import { type ImportRow, importRowSchema } from './import-row';

/** Fields whose cells hold one of a few codes, or the words for one. */
export type CodeField =
  | 'scenario'
  | 'acceptedHow'
  | 'recorderRole'
  | 'state'
  | 'country'
  | 'language';

/** What a cell's words stand for, in any language the product speaks; `undefined` for words it does not know. */
export type CodeOf = (field: CodeField, words: string) => string | undefined;

/** What reading a row found odd: told, and the row still becomes a record. */
export type RowNote = {
  code: 'name-split' | 'not-understood' | 'cut-off';
  field: ImportTarget;
  text: string;
};

/** A row as it would become a record, or that it holds nothing that was mapped. */
export type MappedRow = { imported: ImportRow; notes: RowNote[] };

export type MappingOptions = {
  mapping: Mapping;
  order: DateOrder;
  codeOf: CodeOf;
  /** Who records, where the file does not say. */
  recorder: { name: string; role: PartnerRole };
};

/** A row of a file as the mapping reads it. What is wrong with it is for attestation-problems.ts to say. */
export function mapRow({ row, cells }: CsvRow, options: MappingOptions): MappedRow {
  const notes: RowNote[] = [];
  const textOf = (target: ImportTarget) => cellText(target, cells, options.mapping).trim();
  const note = (code: RowNote['code'], field: ImportTarget, text: string) =>
    notes.push({ code, field, text: text.slice(0, longestLine) });

  const code = <Code extends string>(field: CodeField, codes: readonly Code[], unless: Code) => {
    const text = textOf(field);
    const found = codes.find((one) => one === options.codeOf(field, text));
    if (text !== '' && !found) note('not-understood', field, text);
    return found ?? unless;
  };
  const line = (target: ImportTarget, most = longestLine) => {
    const text = textOf(target);
    if (text.length > most) note('cut-off', target, text);
    return text.slice(0, most);
  };

  const name = nameOf(textOf, note);
  const day = textOf('dateAgreed');
  const recordedBy = line('recordedBy');
  const recorderRole = code('recorderRole', ['', ...partnerRoles], '');
  const attestation: Attestation = {
    ...emptyAttestation,
    companyName: line('companyName'),
    customerTenantId: line('customerTenantId'),
    customerDomain: line('customerDomain'),
    country: options.codeOf('country', textOf('country')) ?? line('country'),
    language: options.codeOf('language', textOf('language')) ?? line('language'),
    dateAgreed: (readDay(day, options.order) ?? day).slice(0, longestLine),
    scenario: code('scenario', scenarios, 'unknown'),
    acceptedHow: code('acceptedHow', ['', ...acceptanceWays], ''),
    evidenceNote: line('evidenceNote', longestNote),
    reference: line('reference'),
    recordedBy: recordedBy || options.recorder.name,
    recorderRole: recorderRole || options.recorder.role,
    email: line('email'),
    phoneNumber: line('phoneNumber'),
    signerRole: line('signerRole'),
    firstName: name.first.slice(0, longestLine),
    lastName: name.last.slice(0, longestLine),
  };
  const state: RecordState = code('state', recordStates, 'recorded');
  const recordId = importRowSchema.shape.recordId.safeParse(textOf('recordId').toLowerCase()).data;
  const notInFile = [
    ...(recordedBy ? [] : (['recordedBy'] as const)),
    ...(recorderRole ? [] : (['recorderRole'] as const)),
  ];
  const imported = {
    row,
    attestation: tidyAttestation(wellFormed(attestation)),
    state,
    ...(recordId && { recordId }),
    ...(notInFile.length > 0 && { notInFile }),
  };
  return { imported, notes };
}

function cellText(target: ImportTarget, cells: readonly string[], mapping: Mapping): string {
  const source = mapping[target];
  switch (source.kind) {
    case 'none':
      return '';
    case 'same':
      return source.text;
    case 'mail-domain':
      return mailDomain(cellText('email', cells, mapping));
    case 'column':
      return plainText((cells[source.column] ?? '').replaceAll('\0', ''));
  }
}

/** Family names of two characters: in all others, the first one is the family name. */
const longFamilyNames =
  '歐陽 司馬 諸葛 上官 司徒 東方 夏侯 皇甫 尉遲 公孫 令狐 張簡 范姜 歐阳 诸葛'.split(' ');

function nameOf(
  textOf: (target: ImportTarget) => string,
  note: (code: RowNote['code'], field: ImportTarget, text: string) => void,
): { first: string; last: string } {
  const first = textOf('firstName');
  const last = textOf('lastName');
  const full = textOf('fullName');
  if (full === '' || (first !== '' && last !== '')) return { first, last };
  note('name-split', 'fullName', full);
  if (/^\p{Script=Han}{2,4}$/u.test(full)) {
    const size = longFamilyNames.some((long) => full.startsWith(long)) && full.length > 2 ? 2 : 1;
    return { first: full.slice(size), last: full.slice(0, size) };
  }
  const comma = /^([^,，]+)[,，]\s*(.+)$/.exec(full);
  if (comma) return { first: comma[2]!.trim(), last: comma[1]!.trim() };
  const words = full.split(/\s+/);
  return words.length < 2
    ? { first, last: full }
    : { first: words.slice(0, -1).join(' '), last: words.at(-1)! };
}
