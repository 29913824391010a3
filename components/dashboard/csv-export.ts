import { exportName } from '@/components/export-name';
import { acceptanceWays, recordStates, scenarios, standingOf } from '@/lib/domain/attestation';
import { chosenColumns } from '@/lib/domain/csv-columns';
import { type CsvOptions, csvHead } from '@/lib/domain/history-csv';
import { readPages } from '@/lib/domain/read-ahead';
import type { RecordQuery } from '@/lib/domain/record';
import { partnerRoles, type Settings } from '@/lib/domain/settings';
import { readTable } from '@/lib/requests';
import type { StringKey } from '@/lib/strings';
import type { Words } from '@/lib/words';
import { download } from './download';

/** Which records: those that fit a list, in its order, or some by id. */
export type CsvSource =
  | { kind: 'list'; narrowing: Omit<RecordQuery, 'offset' | 'limit'> }
  | { kind: 'chosen'; recordIds: readonly string[] };

/** How many records are asked for at a time: the most that one answer may hold. */
const recordsAtOnce = 500;

/** The settings of a table file as they stand. */
export function csvOptionsOf(settings: Settings, words: Pick<Words, 't'>): CsvOptions {
  return {
    columns: chosenColumns(settings.csvColumns),
    separator: settings.csvSeparator === 'auto' ? usualSeparator() : settings.csvSeparator,
    byteOrderMark: settings.csvByteOrderMark,
    names: namesOfCodes(words),
  };
}

/** What a spreadsheet here expects between cells: where a comma is the decimal sign, it cannot be that. */
export function usualSeparator(): ',' | ';' {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ';' : ',';
}

/** The first lines of the file and how many records it will hold. */
export async function previewCsv(
  source: CsvSource,
  options: CsvOptions,
  lines: number,
): Promise<{ lines: string[]; total: number }> {
  const head = csvHead({ ...options, byteOrderMark: false });
  const { rows, total } = await readTable.ask(firstOf(source, options, lines));
  const shown = rows.slice(0, lines).map(({ row }) => row);
  return {
    lines: [head, ...shown].map(trimEnd),
    total: source.kind === 'list' ? total : source.recordIds.length,
  };
}

/**
 * Make the file and download it, piece by piece: what is written leaves this page's memory. Answers with its name and
 * how many records it holds; with nothing when `signal` aborted first, and then nothing is downloaded.
 */
export async function downloadCsv(
  source: CsvSource,
  options: CsvOptions,
  now: Date,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<{ file: string; records: number } | undefined> {
  // A blob of blobs: the browser keeps each outside this page, and large ones on the disk.
  const parts: Blob[] = [new Blob([csvHead(options)])];
  let records = 0;
  for await (const slice of slicesOf(source, options)) {
    if (signal.aborted) return undefined;
    parts.push(new Blob(slice.rows));
    records += slice.rows.length;
    onProgress(records, slice.total);
  }
  const file = await exportName('records', now, 'csv');
  download(file, 'text/csv;charset=utf-8', parts);
  return { file, records };
}

type Slice = { rows: string[]; total: number };
type Question = Parameters<typeof readTable.ask>[0];

function firstOf(source: CsvSource, options: CsvOptions, limit: number): Question {
  const { columns, separator, names } = options;
  return { source: partOf(source, 0, limit), options: { columns, separator, names } };
}

function partOf(source: CsvSource, at: number, limit = recordsAtOnce): Question['source'] {
  return source.kind === 'list'
    ? { kind: 'list', query: { ...source.narrowing, offset: at, limit } }
    : { kind: 'chosen', recordIds: source.recordIds.slice(at, at + limit) };
}

async function* slicesOf(source: CsvSource, options: CsvOptions): AsyncGenerator<Slice> {
  const first = firstOf(source, options, recordsAtOnce);
  const isList = source.kind === 'list';
  const total = isList
    ? (await readTable.ask(firstOf(source, options, 1))).total
    : source.recordIds.length;
  const ask = async (at: number) => {
    const answer = await readTable.ask({ ...first, source: partOf(source, at) });
    return isList ? answer : { ...answer, total };
  };
  // A record that is saved meanwhile pushes others to the next page: each is taken once.
  const taken = new Set<string>();
  for await (const { rows, total: now } of readPages(recordsAtOnce, total, ask)) {
    const fresh = rows.filter(({ recordId }) => !taken.has(recordId));
    for (const { recordId } of fresh) taken.add(recordId);
    yield { rows: fresh.map(({ row }) => row), total: now };
  }
}

function trimEnd(line: string): string {
  return line.replace(/\r\n$/, '');
}

const wordsOf = {
  state: 'record.state',
  standing: 'record.standing',
  scenario: 'record.scenario',
  acceptedHow: 'record.way',
  recorderRole: 'settings.role',
} as const;

const codesOf: Record<keyof typeof wordsOf, readonly string[]> = {
  state: recordStates,
  standing: Object.values(standingOf),
  scenario: scenarios,
  acceptedHow: acceptanceWays,
  recorderRole: partnerRoles,
};

/** The words for every code that a row may hold, by column and code. */
function namesOfCodes({ t }: Pick<Words, 't'>): Record<string, string> {
  const columns = Object.keys(wordsOf) as (keyof typeof wordsOf)[];
  return Object.fromEntries(
    columns.flatMap((column) =>
      codesOf[column].map((code) => [
        `${column}.${code}`,
        t(`${wordsOf[column]}.${code}` as StringKey),
      ]),
    ),
  );
}
