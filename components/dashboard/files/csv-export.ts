import { exportName } from '@/components/export-name';
import { chosenColumns } from '@/lib/domain/csv/csv-columns';
import { type CsvOptions, csvHead } from '@/lib/domain/csv/history-csv';
import { countRows, type ListedRows, rowsFrom } from '@/lib/domain/history/listed-rows';
import { readAhead } from '@/lib/domain/read-ahead';
import {
  acceptanceWays,
  recordStates,
  scenarios,
  standingOf,
} from '@/lib/domain/record/attestation';
import { partnerRoles, type Settings } from '@/lib/domain/settings';
import { listRows, readTable } from '@/lib/requests';
import type { StringKey } from '@/lib/strings';
import type { Words } from '@/lib/words';
import { download } from '../download';
import { countAll, type Narrowing, type TakenRows, takeList } from '../history/take-list';

/** Which records: those that fit a list, in its order, or some by id. */
export type CsvSource =
  | { kind: 'list'; narrowing: Narrowing }
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
  const { rows, total } = await firstRows(source, lines);
  return { lines: [head, ...(await linesOf(rows, options))].map(trimEnd), total };
}

/**
 * The file that was made: how many records it holds, how many were deleted before their row was read, and whether the
 * history changed in any way while it was made.
 */
export type MadeCsv = { file: string; records: number; gone: number; hasChanged: boolean };

/**
 * Make the file and download it, piece by piece: what is written leaves this page's memory. It holds the records that fit
 * when it begins. Answers with nothing when `signal` aborted first, and then nothing is downloaded.
 */
export async function downloadCsv(
  source: CsvSource,
  options: CsvOptions,
  now: Date,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<MadeCsv | undefined> {
  const taken = await takeRows(source, signal);
  if (!taken) return undefined;
  const total = countAll(taken);
  // A blob of blobs: the browser keeps each outside this page, and large ones on the disk.
  const parts: Blob[] = [new Blob([csvHead(options)])];
  let [records, done] = [0, 0];
  const ask = async (rows: ListedRows) => ({ rows, lines: await linesOf(rows, options) });
  for await (const { rows, lines } of readAhead(questionsOf(taken), ask)) {
    if (signal.aborted) return undefined;
    parts.push(new Blob(lines));
    records += lines.length;
    done += countRows(rows);
    onProgress(done, total);
  }
  const hasChanged = (await changesNow()) !== taken.changes;
  const file = await exportName('records', now, 'csv');
  if (signal.aborted) return undefined;
  download(file, 'text/csv;charset=utf-8', parts);
  return { file, records, gone: total - records, hasChanged };
}

async function firstRows(
  source: CsvSource,
  limit: number,
): Promise<{ rows: ListedRows; total: number }> {
  if (source.kind === 'list') return listRows.ask({ ...source.narrowing, limit });
  return { rows: rowsFrom(chosenRows(source), 0, limit), total: source.recordIds.length };
}

async function takeRows(source: CsvSource, signal: AbortSignal): Promise<TakenRows | undefined> {
  if (source.kind === 'list') return takeList(source.narrowing, signal);
  return { parts: [chosenRows(source)], changes: await changesNow() };
}

function chosenRows({ recordIds }: { recordIds: readonly string[] }): ListedRows {
  return { ids: recordIds.join(''), slots: [] };
}

function* questionsOf({ parts }: TakenRows): Generator<ListedRows> {
  for (const rows of parts)
    for (let place = 0; place < countRows(rows); place += recordsAtOnce)
      yield rowsFrom(rows, place, recordsAtOnce);
}

function linesOf(rows: ListedRows, { columns, separator, names }: CsvOptions): Promise<string[]> {
  return readTable.ask({ rows, options: { columns, separator, names } });
}

async function changesNow(): Promise<number> {
  return (await listRows.ask({ limit: 1 })).changes;
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
