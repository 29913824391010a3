import { type BundleSlice, writeBundle } from '@/lib/domain/history-bundle';
import { type CsvOptions, csvHead, csvRows } from '@/lib/domain/history-csv';
import type { AttestationRecord } from '@/lib/domain/record';
import { listRecords, readTrail } from '@/lib/requests';
import type { StringKey } from '@/lib/strings';
import type { Words } from '@/lib/words';
import { download } from './download';
import { localDay } from './local-day';
import { readChosen } from './mark-several';
import type { HistoryFilters } from './route';

type Narrowing = Omit<HistoryFilters, 'page'>;

/** How many records and events are asked for at a time: the most that one answer may hold. */
const recordsAtOnce = 500;
const eventsAtOnce = 1_000;

/** Download the records that fit as a table, in the order of the list. Answers with the file's name. */
export async function exportTable(
  narrowing: Narrowing,
  words: Pick<Words, 't'>,
  now: Date,
): Promise<string> {
  const options = csvOptions(words);
  const parts = [csvHead(options)];
  for await (const records of recordsThatFit(narrowing)) parts.push(csvRows(records, options));
  const name = `countersign-records-${localDay(now)}.csv`;
  download(name, 'text/csv;charset=utf-8', parts);
  return name;
}

/** Download some records as a table, in the order given. Answers with the file's name. */
export async function exportChosen(
  recordIds: readonly string[],
  words: Pick<Words, 't'>,
  now: Date,
): Promise<string> {
  const options = csvOptions(words);
  const name = `countersign-records-${localDay(now)}.csv`;
  const rows = csvRows(await readChosen(recordIds), options);
  download(name, 'text/csv;charset=utf-8', [csvHead(options), rows]);
  return name;
}

/** Download every event and person as a file that can be imported again. `version` is ours. Answers with the file's name. */
export async function exportEverything(version: string, now: Date): Promise<string> {
  const about = { product: `Countersign ${version}`, exportedAt: now.toISOString() };
  const parts: string[] = [];
  for await (const part of writeBundle(about, wholeTrail())) parts.push(part);
  const name = `countersign-everything-${localDay(now)}.json`;
  download(name, 'application/json', parts);
  return name;
}

async function* recordsThatFit(narrowing: Narrowing): AsyncGenerator<AttestationRecord[]> {
  const query = { ...narrowing, limit: recordsAtOnce };
  const taken = new Set<string>();
  for (let offset = 0; ; offset += recordsAtOnce) {
    const { records, total } = await listRecords.ask({ ...query, offset });
    // A record that is saved meanwhile pushes others to the next page: each is taken once.
    yield records.filter(({ recordId }) => !taken.has(recordId));
    for (const { recordId } of records) taken.add(recordId);
    if (records.length === 0 || offset + recordsAtOnce >= total) return;
  }
}

async function* wholeTrail(): AsyncGenerator<BundleSlice> {
  let after: [string, number] | undefined;
  for (;;) {
    const slice = await readTrail.ask({ ...(after && { after }), limit: eventsAtOnce });
    yield slice;
    const end = slice.events.at(-1);
    if (slice.last || end === undefined) return;
    after = [end.writer, end.sequence];
  }
}

function csvOptions({ t }: Pick<Words, 't'>): CsvOptions {
  const decimal = new Intl.NumberFormat(navigator.language)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal');
  return {
    separator: decimal?.value === ',' ? ';' : ',',
    nameOf: (column, code) => t(`${wordsOf[column]}.${code}` as StringKey),
  };
}

const wordsOf = {
  state: 'record.state',
  standing: 'record.standing',
  scenario: 'record.scenario',
  acceptedHow: 'record.way',
  recorderRole: 'settings.role',
} as const;
