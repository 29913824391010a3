import { brokenCharacters, type Encoding, guessEncoding, textIn } from '@/lib/domain/csv/csv-bytes';
import {
  type CsvProblem,
  type CsvRow,
  guessSeparator,
  readCsv,
  type Separator,
} from '@/lib/domain/csv/csv-reader';
import { type MappingOptions, mapRow, type RowNote } from '@/lib/domain/csv/csv-rows';
import { plainText, textCell } from '@/lib/domain/csv/history-csv';
import {
  contentOf,
  type ImportRow,
  mostImportBytes,
  mostImportRows,
  personIn,
  type RowFinding,
} from '@/lib/domain/csv/import-row';
import type { Problem } from '@/lib/domain/record/attestation-problems';
import { previewRows } from '@/lib/requests';

/** A file, with what was guessed or chosen of how to read it. */
export type Source = {
  bytes: Uint8Array;
  name: string;
  encoding: Encoding;
  separator: Separator;
  /** The first row names the columns. */
  hasHeader: boolean;
  /** How many characters could not be read. */
  broken: number;
};

/** A table file as it was read. */
export type Table = Source & { headers: string[]; rows: CsvRow[] };

/**
 * Why a file cannot be read as a table: what `readCsv` says, or `too-large` · `workbook` it is an Excel file · `json` it
 * belongs on the page of backups · `blank` there is no text in it · `empty` it has no rows beside its header.
 */
export type TableProblem =
  | { code: CsvProblem['code']; row: number }
  | { code: 'too-large' | 'workbook' | 'json' | 'blank' | 'empty'; row: 0 };

/** A table, or why it is none; with its `source` where reading it in another way may help. */
export type ReadTable = { table: Table } | { problem: TableProblem; source?: Source };

/** Choices that take the place of guesses. */
export type Reading = Partial<Pick<Source, 'encoding' | 'separator' | 'hasHeader'>>;

/** Read a chosen file. `languages` are the reader's own, which tell old character sets apart. */
export async function readTableFile(file: File, languages: readonly string[]): Promise<ReadTable> {
  if (file.size > mostImportBytes) return { problem: { code: 'too-large', row: 0 } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Every workbook since 2007 is a ZIP file, every older one a compound file.
  const begins = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0))
    return { problem: { code: 'workbook', row: 0 } };
  return readTable(bytes, file.name, {}, languages);
}

/** Read a file's bytes again, with other choices. */
export function readTable(
  bytes: Uint8Array,
  name: string,
  reading: Reading,
  languages: readonly string[],
): ReadTable {
  const encoding = reading.encoding ?? guessEncoding(bytes, languages).encoding;
  const text = textIn(bytes, encoding);
  if (/^\s*\{\s*"format"\s*:\s*"countersign/.test(text.slice(0, 200)))
    return { problem: { code: 'json', row: 0 } };
  const separator = reading.separator ?? guessSeparator(text);
  // Excel's own hint is no row.
  const hint = /^\ufeff?sep=[,;\t]\r?\n/i.exec(text)?.[0].length ?? 0;
  const hasHeader = reading.hasHeader ?? true;
  const source = { bytes, name, encoding, separator, hasHeader, broken: brokenCharacters(text) };
  const read = readCsv(text.slice(hint), { separator, mostRows: mostImportRows + 1 });
  if ('problem' in read)
    return { ...read, ...(read.problem.code !== 'too-many-rows' && { source }) };
  const [first, ...rest] = read.rows;
  if (!first) return { problem: { code: 'blank', row: 0 } };
  const rows = hasHeader ? rest : read.rows;
  if (rows.length === 0) return { problem: { code: 'empty', row: 0 }, source };
  const width = Math.max(...read.rows.slice(0, 100).map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, at) =>
    hasHeader ? (first.cells[at] ?? '') : '',
  );
  return { table: { ...source, headers, rows } };
}

/** What would become of a row. `warned` becomes a record as well, and something about it is odd. */
export const outcomes = ['new', 'warned', 'here', 'twice', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

export type CheckedRow = {
  row: number;
  cells: string[];
  outcome: Outcome;
  imported: ImportRow;
  notes: RowNote[];
  problems: RowFinding['problems'];
  /** The number of the record it is already, or the row that says the same of the same person. */
  same: string;
  /** The person of that record was erased. */
  isErased: boolean;
};

/** How many rows are asked about at a time. */
const rowsAtOnce = 100;

/** What would become of every row; nothing is written. Answers with nothing when `signal` aborts first. */
export async function checkRows(
  rows: readonly CsvRow[],
  options: MappingOptions,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<CheckedRow[] | undefined> {
  const seen = new Map<string, number>();
  const checked: CheckedRow[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    if (signal.aborted) return undefined;
    const slice = rows.slice(at, at + rowsAtOnce);
    const mapped = slice.map((row) => mapRow(row, options));
    const findings = await previewRows.ask({ rows: mapped.map(({ imported }) => imported) });
    for (const [place, { imported, notes }] of mapped.entries()) {
      const { here, erased, problems } = findings[place]!;
      const said = JSON.stringify([contentOf(imported), personIn(imported)]);
      const before = seen.get(said);
      const isRefused = problems.some(({ severity }) => severity === 'blocks');
      const isOdd = problems.length > 0 || notes.length > 0;
      const outcome: Outcome = here
        ? 'here'
        : isRefused
          ? 'refused'
          : before !== undefined
            ? 'twice'
            : isOdd
              ? 'warned'
              : 'new';
      const same = here ?? (outcome === 'twice' ? String(before) : '');
      if (outcome === 'new' || outcome === 'warned') seen.set(said, imported.row);
      const { row, cells } = slice[place]!;
      const isErased = erased === true;
      checked.push({ row, cells, outcome, imported, notes, problems, same, isErased });
    }
    onProgress(Math.min(rows.length, at + rowsAtOnce));
  }
  return checked;
}

/** How many rows each outcome has. */
export function countOutcomes(rows: readonly CheckedRow[]): Record<Outcome, number> {
  const counts = { new: 0, warned: 0, here: 0, twice: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** The rows that become records. */
export function rowsToImport(rows: readonly CheckedRow[]): ImportRow[] {
  return rows
    .filter(({ outcome }) => outcome === 'new' || outcome === 'warned')
    .map(({ imported }) => imported);
}

/** Refused rows as a table to be mended: their own cells, and in a last column why. */
export function refusedTable(
  { headers, separator, hasHeader }: Pick<Table, 'headers' | 'separator' | 'hasHeader'>,
  rows: readonly CheckedRow[],
  reasonHeader: string,
  reasonOf: (row: CheckedRow) => string,
): string {
  const line = (cells: readonly string[], last: string) => {
    const own = headers.map((_, at) => textCell(plainText(cells[at] ?? '')));
    return `${[...own, textCell(last)].join(separator)}\r\n`;
  };
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  const head = hasHeader ? line(headers, reasonHeader) : '';
  return `\ufeff${head}${refused.map((row) => line(row.cells, reasonOf(row))).join('')}`;
}

/** A problem of a row as the form knows it. */
export function asProblem(problem: RowFinding['problems'][number]): Problem {
  return problem as Problem;
}
