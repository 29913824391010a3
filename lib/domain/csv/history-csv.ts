import * as z from 'zod/mini';
import { maskAcceptanceLinks } from '../address/address-text';
import type { AttestationField } from '../record/attestation';
import { standingOf } from '../record/attestation';
import type { AttestationRecord } from '../record/record';

/** The columns of the export, in order. Microsoft's field names are kept where there is one. */
export const csvColumns = [
  'number',
  'state',
  'standing',
  'recordedAt',
  'changedAt',
  'companyName',
  'customerTenantId',
  'customerDomain',
  'country',
  'language',
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'signerRole',
  'dateAgreed',
  'scenario',
  'acceptedHow',
  'evidenceNote',
  'reference',
  'recordedBy',
  'recorderRole',
  'version',
  'correctionReason',
  'lastNote',
  'seenQuote',
  'seenAddress',
  'recordId',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** The header of each column: Microsoft's own field name, or else words. */
export const csvHeaders: Record<CsvColumn, string> = {
  number: 'Record number',
  state: 'State',
  standing: 'Standing with Microsoft',
  recordedAt: 'Recorded (UTC)',
  changedAt: 'Last changed (UTC)',
  companyName: 'companyName',
  customerTenantId: 'customerTenantId',
  customerDomain: 'Customer domain',
  country: 'country',
  language: 'language',
  firstName: 'firstName',
  lastName: 'lastName',
  email: 'email',
  phoneNumber: 'phoneNumber',
  signerRole: 'Position at the customer',
  dateAgreed: 'dateAgreed',
  scenario: 'Scenario',
  acceptedHow: 'How accepted',
  evidenceNote: 'Evidence',
  reference: 'Ticket or order number',
  recordedBy: 'Recorded by',
  recorderRole: 'Role of recorder',
  version: 'Version',
  correctionReason: 'Reason of correction',
  lastNote: 'Note on state',
  seenQuote: 'Notice seen',
  seenAddress: 'Page address',
  recordId: 'Record id',
};

/** How rows are written. */
export const csvRowOptionsSchema = z.strictObject({
  /** All of them unless given. */
  columns: z.optional(z.readonly(z.array(z.enum(csvColumns)))),
  /** `;` where a comma is the decimal sign, or Excel puts a row into one cell. */
  separator: z.optional(z.enum([',', ';', '\t'])),
  /** Words for codes, by column and code (`state.link-created`); the codes themselves unless given. */
  names: z.optional(z.record(z.string(), z.string())),
});
export type CsvRowOptions = z.infer<typeof csvRowOptionsSchema>;
export type CsvOptions = CsvRowOptions & {
  /** Excel reads a file without it in the machine's old character set. */
  byteOrderMark?: boolean;
};

/** The header line, with the byte order mark unless it is not wanted. Followed by `csvRows`. */
export function csvHead({
  columns = csvColumns,
  separator = ',',
  byteOrderMark = true,
}: CsvOptions = {}): string {
  const headers = columns.map((column) => `"${escaped(csvHeaders[column])}"`);
  return `${byteOrderMark ? '\ufeff' : ''}${headers.join(separator)}\r\n`;
}

/** One line a record, each ended by CRLF: in pieces, so that an export of any size can be written as it is read. */
export function csvLines(
  records: readonly AttestationRecord[],
  { columns = csvColumns, separator = ',', names = {} }: CsvRowOptions = {},
): string[] {
  const insides = columns.map((column) => insideOf(column, names));
  const between = `"${separator}"`;
  return records.map((record) => `"${insides.map((of) => of(record)).join(between)}"\r\n`);
}

/** As `csvLines`, in one text. */
export function csvRows(
  records: readonly AttestationRecord[],
  options: CsvRowOptions = {},
): string {
  return csvLines(records, options).join('');
}

/** What stands between the quotes of a cell. */
type InsideOf = (record: AttestationRecord) => string;

function insideOf(column: CsvColumn, names: Readonly<Record<string, string>>): InsideOf {
  switch (column) {
    case 'number':
    case 'recordId':
      return (record) => escaped(record[column]);
    case 'state':
      return codes(column, names, ({ state }) => state);
    case 'standing':
      return codes(column, names, ({ state }) => standingOf[state]);
    case 'scenario':
    case 'acceptedHow':
    case 'recorderRole':
      return codes(column, names, ({ current }) => current[column]);
    case 'recordedAt':
    case 'changedAt':
      return (record) => instantText(record[column]);
    case 'dateAgreed':
      return ({ current }) => dayText(current.dateAgreed);
    case 'version':
      return ({ versions }) => String(versions.length);
    case 'correctionReason':
      return ({ versions }) => writtenText(versions.at(-1)?.reason ?? '');
    case 'lastNote':
      return ({ moves }) => writtenText(moves.at(-1)?.note ?? '');
    case 'seenQuote':
      return ({ seen }) => writtenText(seen?.quote ?? '');
    case 'seenAddress':
      return ({ seen }) => writtenText(seen?.address ?? '');
    default:
      return ({ current }) => writtenText(current[column satisfies AttestationField]);
  }
}

/** Codes, or the words for them: there are few, and each is made once. */
function codes(
  column: CsvColumn,
  names: Readonly<Record<string, string>>,
  codeOf: (record: AttestationRecord) => string,
): InsideOf {
  const made = new Map<string, string>();
  return (record) => {
    const code = codeOf(record);
    let text = made.get(code);
    if (text === undefined) {
      text = guarded(code && (names[`${column}.${code}`] ?? code));
      made.set(code, text);
    }
    return text;
  };
}

/** What people wrote may hold the address of an acceptance. */
function writtenText(text: string): string {
  return text === '' ? '' : guarded(maskAcceptanceLinks(text));
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Excel reads this as a moment in every language; `T`, `Z` and milliseconds it takes for text. */
function instantText(iso: string): string {
  return escaped(instant.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 19)}` : iso);
}

function dayText(day: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : guarded(day);
}

/**
 * A cell that a spreadsheet shows as the text it is. One that it would run as a formula, or turn into a number
 * or a date (a phone number's leading zero would go), gets an apostrophe in front; `plainText` takes it off.
 */
export function textCell(text: string): string {
  return `"${guarded(text)}"`;
}

function guarded(text: string): string {
  return escaped(needsGuard(text) ? `'${text}` : text);
}

/**
 * The text of a cell that `textCell` made, without its quotes. An apostrophe that is no guard stays, so the cells of
 * others are read as they are ('t Hooft).
 */
export function plainText(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Signs that begin a formula, in every width; spaces, quotes and invisible signs before them do not help. */
const formula = /^[\s\p{C}\p{Z}"`]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b＝＋－＠]/u;
/** Also at the start: some programs let them begin another cell (OWASP, CSV injection). */
const breaking = /^[\t\r\n\v\f\0]/;
const latinStart = /^[A-Za-z]/;
/** Longer texts are no number in any spreadsheet. */
const longestFigure = 40;
const months = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** Words that spreadsheets take for a value. */
const truth = /^\s*(?:true|false)\s*$/i;
/** Signs that are in no figure, month or truth value, and letters that are in none. */
const noFigure = /[hikqwxzHIKQWXZ!"#&*;<=>?@[\\\]^_`{|}~]/;
const otherLetter = /[\p{L}--\p{ASCII}]/v;
/** Printable ASCII without a digit: no figure is in it. */
const plainWords = /^[ -/:-~]*$/;
/** Signs that nobody sees. */
const unseen = /\p{C}/gu;
const printable = /^[ -~]*$/;
/** Nothing but digits and what belongs to numbers, amounts, days and times. */
const figure = /^(?=\P{Nd}*\p{Nd})[\p{Nd}\p{Sc}\s.,:/\-()%'apme+]+$/iu;

function needsGuard(text: string): boolean {
  // Most cells begin with a letter, which begins nothing that a spreadsheet would run.
  if (latinStart.test(text)) return isFigure(text);
  // An apostrophe of the text's own must not be taken for ours.
  return text.startsWith("'") || formula.test(text) || breaking.test(text) || isFigure(text);
}

function isFigure(written: string): boolean {
  // Most cells are words, and for them there is nothing else to ask.
  if (noFigure.test(written)) return false;
  if (plainWords.test(written)) return written.length <= longestFigure && truth.test(written);
  if (otherLetter.test(written)) return false;
  // Spreadsheets pass over signs that nobody sees, and over a plus at the end (LibreOffice 7.4: `1e5+` became 100000).
  const text = printable.test(written) ? written : written.replace(unseen, '');
  if (text.length > longestFigure) return false;
  return figure.test(text.replace(months, '')) || truth.test(text);
}

function escaped(text: string): string {
  return text.includes('"') ? text.replaceAll('"', '""') : text;
}
