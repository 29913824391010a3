import { exportName } from '@/components/export-name';
import { chosenColumns } from '@/lib/domain/csv-columns';
import { type CsvOptions, csvHead, csvRows } from '@/lib/domain/history-csv';
import type { AttestationRecord, RecordQuery } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';
import { listRecords, readRecords } from '@/lib/requests';
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
export function csvOptionsOf(settings: Settings, { t }: Pick<Words, 't'>): CsvOptions {
  return {
    columns: chosenColumns(settings.csvColumns),
    separator: settings.csvSeparator === 'auto' ? usualSeparator() : settings.csvSeparator,
    byteOrderMark: settings.csvByteOrderMark,
    nameOf: (column, code) => t(`${wordsOf[column]}.${code}` as StringKey),
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
  const { records, total } = await firstRecords(source, lines);
  const head = csvHead({ ...options, byteOrderMark: false });
  return { lines: [head, ...records.map((one) => csvRows([one], options))].map(trimEnd), total };
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
  for await (const slice of slicesOf(source)) {
    if (signal.aborted) return undefined;
    parts.push(new Blob([csvRows(slice.records, options)]));
    records += slice.records.length;
    onProgress(records, slice.total);
  }
  const file = await exportName('records', now, 'csv');
  download(file, 'text/csv;charset=utf-8', parts);
  return { file, records };
}

type Slice = { records: AttestationRecord[]; total: number };

async function firstRecords(source: CsvSource, limit: number): Promise<Slice> {
  if (source.kind === 'list') return listRecords.ask({ ...source.narrowing, offset: 0, limit });
  const records = await readRecords.ask({ recordIds: source.recordIds.slice(0, limit) });
  return { records, total: source.recordIds.length };
}

async function* slicesOf(source: CsvSource): AsyncGenerator<Slice> {
  if (source.kind === 'chosen') {
    const { recordIds } = source;
    for (let at = 0; at < recordIds.length; at += recordsAtOnce) {
      const slice = recordIds.slice(at, at + recordsAtOnce);
      yield { records: await readRecords.ask({ recordIds: slice }), total: recordIds.length };
    }
    return;
  }
  const taken = new Set<string>();
  for (let offset = 0; ; offset += recordsAtOnce) {
    const query = { ...source.narrowing, offset, limit: recordsAtOnce };
    const { records, total } = await listRecords.ask(query);
    // A record that is saved meanwhile pushes others to the next page: each is taken once.
    const fresh = records.filter(({ recordId }) => !taken.has(recordId));
    for (const { recordId } of fresh) taken.add(recordId);
    yield { records: fresh, total };
    if (records.length === 0 || offset + recordsAtOnce >= total) return;
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
