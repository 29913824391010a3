import type { RecordState, Scenario } from '@/lib/domain/attestation';
import { recordStates, scenarios } from '@/lib/domain/attestation';
import { foldText, hasEveryWord, searchTextOf } from '@/lib/domain/history-search';
import type { AttestationRecord, RecordSort } from '@/lib/domain/record';
import type { Reading } from './transaction';

/** One record as a search sees it. */
export type IndexedText = {
  recordId: string;
  recordedAt: string;
  changedAt: string;
  state: RecordState;
  scenario: Scenario;
  companyName: string;
  signer: string;
  dateAgreed: string;
  text: string;
};

/** Folded text of all records, newest first, as they were after so many changes of the trail. */
export type TextIndex = { changes: number; rows: IndexedText[] };

const batch = 1_000;

/** Read all records once and keep what a search needs of them. */
export async function buildTextIndex(transaction: Reading, changes: number): Promise<TextIndex> {
  const store = transaction.objectStore('records');
  const rows: IndexedText[] = [];
  for (let after = ''; ; ) {
    const found = await store.getAll(IDBKeyRange.lowerBound(after, true), batch);
    rows.push(...found.map(({ record }) => indexedText(record)));
    if (found.length < batch) break;
    after = found.at(-1)!.recordId;
  }
  return { changes, rows: rows.sort(newestFirst) };
}

/** Bring the index up to date with the one record that the last change was about. */
export function updateTextIndex(
  index: TextIndex,
  record: AttestationRecord,
  changes: number,
): void {
  index.changes = changes;
  const fresh = indexedText(record);
  const place = index.rows.findIndex(({ recordId }) => recordId === fresh.recordId);
  if (place >= 0) index.rows[place] = fresh;
  else {
    const before = index.rows.findIndex((row) => newestFirst(fresh, row) < 0);
    index.rows.splice(before < 0 ? index.rows.length : before, 0, fresh);
  }
}

/** The rows whose text has every word. */
export function searchIndex({ rows }: TextIndex, words: readonly string[]): IndexedText[] {
  return rows.filter(({ text }) => hasEveryWord(text, words));
}

/** Rows that stand newest first, in the order asked for; equal ones stay newest first when it ascends. */
export function inOrder(
  rows: readonly IndexedText[],
  sort: RecordSort,
  order: 'ascending' | 'descending',
): IndexedText[] {
  const sorted = sort === 'recordedAt' ? rows.toReversed() : rows.toSorted(ascending[sort]);
  return order === 'descending' ? sorted.reverse() : sorted;
}

const by =
  (key: (row: IndexedText) => string | number) =>
  (one: IndexedText, other: IndexedText): number => {
    const [a, b] = [key(one), key(other)];
    return a < b ? -1 : Number(a > b);
  };
const ascending: Record<RecordSort, (one: IndexedText, other: IndexedText) => number> = {
  recordedAt: by(({ recordedAt }) => recordedAt),
  changedAt: by(({ changedAt }) => changedAt),
  companyName: by(({ companyName }) => companyName),
  signer: by(({ signer }) => signer),
  dateAgreed: by(({ dateAgreed }) => dateAgreed),
  scenario: by(({ scenario }) => scenarios.indexOf(scenario)),
  state: by(({ state }) => recordStates.indexOf(state)),
};

function indexedText(record: AttestationRecord): IndexedText {
  const { recordId, recordedAt, changedAt, state, current } = record;
  return {
    recordId,
    recordedAt,
    changedAt,
    state,
    scenario: current.scenario,
    companyName: foldText(current.companyName),
    signer: foldText(`${current.firstName} ${current.lastName}`),
    dateAgreed: current.dateAgreed,
    text: searchTextOf(record),
  };
}

/** The order of the database's own index read backwards: by time, then by id. */
function newestFirst(one: IndexedText, other: IndexedText): number {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? 1 : -1;
  return one.recordId < other.recordId ? 1 : -1;
}
