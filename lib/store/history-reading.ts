import { type Figures, figuresOf } from '@/lib/domain/figures';
import { searchWords } from '@/lib/domain/history-search';
import type { AttestationRecord, RecordQuery } from '@/lib/domain/record';
import { type CustomerClues, customerKeysToTry, mayBeCustomer } from '@/lib/domain/record-customer';
import { stageOf } from '@/lib/domain/stage';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail';
import { buildTextIndex, inOrder, searchIndex, type TextIndex } from './text-index';
import { readChanges, type Trail } from './trail';
import { eventsAfter, readPeople } from './trail-rows';
import type { Reading } from './transaction';

export type RecordPage = {
  records: AttestationRecord[];
  /** How many match, and how many there are. */
  total: number;
  all: number;
};

/**
 * A page of the records that match, newest first. Without a search text only that page is read; once a
 * search has made the index of texts, filters and far pages are answered from it.
 */
export async function listRecords(trail: Trail, query: RecordQuery): Promise<RecordPage> {
  const days = { from: query.from, until: `${query.until || '9999-12-31'}T23:59:59.999Z` };
  if (days.from > days.until) return { records: [], total: 0, all: await countRecords(trail) };
  const isFirstOfAll = !isFiltered(query) && query.offset === 0;
  const needsIndex = query.text.trim() !== '' || query.stage !== '' || !isNewestFirst(query);
  return needsIndex || (trail.textIndex && !isFirstOfAll)
    ? searchPage(trail, query, days)
    : indexPage(trail, query, days);
}

/** One record as it stands, or nothing when there is none of this id. */
export async function readRecord(
  trail: Trail,
  recordId: string,
): Promise<AttestationRecord | undefined> {
  return (await trail.database.get('records', recordId))?.record;
}

/** Some records in the order of their ids; those that are not there are left out. */
export async function readRecords(
  { database }: Trail,
  recordIds: readonly string[],
): Promise<AttestationRecord[]> {
  const { store } = database.transaction('records');
  const rows = await Promise.all(recordIds.map((recordId) => store.get(recordId)));
  return rows.flatMap((row) => (row ? [row.record] : []));
}

/** Counts over all records; `now` says how long the open ones have been waiting. */
export async function readFigures(trail: Trail, now: Date): Promise<Figures> {
  const { rows } = await currentIndex(trail);
  return figuresOf(rows, now);
}

/** At most so many records of one customer: nobody reads more, and the guide needs the newest. */
const customerLimit = 200;

/** Records of one customer, newest first: by the surest clue that finds any. */
export async function findCustomer(
  { database }: Trail,
  clues: CustomerClues,
): Promise<AttestationRecord[]> {
  const index = database.transaction('records').store.index('byCustomer');
  for (const key of customerKeysToTry(clues)) {
    const rows = await index.getAll(key);
    const records = rows.map(({ record }) => record).filter((one) => mayBeCustomer(one, clues));
    if (records.length > 0)
      return records
        .sort((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1))
        .slice(0, customerLimit);
  }
  return [];
}

export type TrailSlice = { events: TrailEvent[]; people: TrailPerson[]; last: boolean };

/** Events with their people, in order of writer and place, after the given one. */
export async function readTrail(
  { database }: Trail,
  after: readonly [writer: string, sequence: number] | undefined,
  limit: number,
): Promise<TrailSlice> {
  const reading = database.transaction(['events', 'people'], 'readonly') as unknown as Reading;
  const events = await eventsAfter(reading, after, limit);
  const people = await readPeople(reading, events);
  return { events, people: [...people.values()], last: events.length < limit };
}

type Days = { from: string; until: string };

async function countRecords({ database }: Trail): Promise<number> {
  const reading = database.transaction('meta', 'readonly') as unknown as Reading;
  return (await readChanges(reading)).records;
}

async function indexPage({ database }: Trail, query: RecordQuery, days: Days): Promise<RecordPage> {
  const reading = database.transaction(['records', 'meta'], 'readonly') as unknown as Reading;
  const { name, range } = narrowest(query, days);
  const index = reading.objectStore('records').index(name);
  const { records: all } = await readChanges(reading);
  const total = isFiltered(query) ? await index.count(range) : all;

  const records: AttestationRecord[] = [];
  let cursor = await index.openCursor(range, 'prev');
  if (cursor && query.offset > 0) cursor = await cursor.advance(query.offset);
  while (cursor) {
    records.push(cursor.value.record);
    cursor = records.length < query.limit ? await cursor.continue() : null;
  }
  return { records, total, all };
}

function isFiltered({ state, scenario, from, until }: RecordQuery): boolean {
  return [state, scenario, from, until].some((value) => value !== '');
}

/** The index that holds exactly the matching records side by side. */
function narrowest({ state, scenario }: RecordQuery, { from, until }: Days) {
  const bound = (...values: string[]) => IDBKeyRange.bound([...values, from], [...values, until]);
  if (state && scenario)
    return { name: 'byStateAndScenario', range: bound(state, scenario) } as const;
  if (state) return { name: 'byState', range: bound(state) } as const;
  if (scenario) return { name: 'byScenario', range: bound(scenario) } as const;
  return { name: 'byTime', range: IDBKeyRange.bound(from, until) } as const;
}

async function searchPage(trail: Trail, query: RecordQuery, days: Days): Promise<RecordPage> {
  const index = await currentIndex(trail);
  const found = searchIndex(index, searchWords(query.text)).filter(
    ({ state, scenario, recordedAt }) =>
      (!query.state || state === query.state) &&
      (!query.stage || stageOf[state] === query.stage) &&
      (!query.scenario || scenario === query.scenario) &&
      recordedAt >= days.from &&
      recordedAt <= days.until,
  );
  const page = inOrder(found, query.sort, query.order).slice(
    query.offset,
    query.offset + query.limit,
  );
  const records = await readRecords(
    trail,
    page.map(({ recordId }) => recordId),
  );
  return { records, total: found.length, all: index.rows.length };
}

function isNewestFirst({ sort, order }: RecordQuery): boolean {
  return sort === 'recordedAt' && order === 'descending';
}

async function currentIndex(trail: Trail): Promise<TextIndex> {
  const reading = trail.database.transaction(['records', 'meta'], 'readonly') as unknown as Reading;
  const { count } = await readChanges(reading);
  const remembered = trail.textIndex;
  const index = remembered?.changes === count ? remembered : await buildTextIndex(reading, count);
  trail.textIndex = index;
  return index;
}
