import { type Figures, figuresOf } from '@/lib/domain/history/figures';
import { slotsOfCustomer } from '@/lib/domain/history/history-customer';
import { recordAt, slotAt } from '@/lib/domain/history/history-index';
import { figureRows, isWhole, listIndexed } from '@/lib/domain/history/history-list';
import { nearlyNamed } from '@/lib/domain/history/history-nearly';
import { idsOf, type ListedRows } from '@/lib/domain/history/listed-rows';
import { type AttestationRecord, type RecordQuery, recordSorts } from '@/lib/domain/record/record';
import {
  type CustomerClues,
  customerKeysOf,
  customerKeysToTry,
  mayBeCustomer,
} from '@/lib/domain/record/record-customer';
import { currentIndex, keepOrders } from './history-current';
import { keptFirstPage } from './history-orders';
import { newestRecords } from './newest-records';
import { recordsAt, recordsOf } from './record-rows';
import { readSlots } from './slot-records';
import { readChanges, type Trail } from './trail';
import type { Reading } from './transaction';

export type RecordPage = {
  records: AttestationRecord[];
  /** How many match, and how many there are. */
  total: number;
  all: number;
};

/**
 * A page of the records that match, in the order asked for. The newest of all are read at once; everything else is
 * answered from the index of records, which is read or made when it is first needed.
 */
export async function listRecords(trail: Trail, query: RecordQuery): Promise<RecordPage> {
  if (isBackwards(query)) return { records: [], total: 0, all: await countRecords(trail) };
  if (!trail.index && isNewest(query)) {
    const { records, all } = await newestRecords(trail, query.limit);
    return { records, total: all, all };
  }
  return (await firstRecords(trail, query)) ?? indexedRecords(trail, query);
}

async function indexedRecords(trail: Trail, query: RecordQuery): Promise<RecordPage> {
  const { text, sort } = query;
  const index = await currentIndex(trail, { texts: text.trim() !== '', sort });
  const { page, total } = listIndexed(index, query);
  keepOrders(trail);
  const all = index.records;
  return { records: await readSlots(trail, index, page), total, all };
}

export type RowsList = { rows: ListedRows; total: number; changes: number };

/** Which records match, in the order asked for, and the count of changes at which they do. */
export async function listRows(trail: Trail, query: RecordQuery): Promise<RowsList> {
  const index = await currentIndex(trail, { texts: query.text.trim() !== '', sort: query.sort });
  const { changes } = index;
  const { page, total } = isBackwards(query) ? { page: [], total: 0 } : listIndexed(index, query);
  keepOrders(trail);
  const ids = page.map(({ recordId }) => recordId).join('');
  return { rows: { ids, slots: page.map(({ slot }) => slot) }, total, changes };
}

/** The records that were listed, in their order, as they stand now; those that are gone are left out. */
export async function readRows(trail: Trail, rows: ListedRows): Promise<AttestationRecord[]> {
  const ids = idsOf(rows);
  const index = await currentIndex(trail);
  const slots = ids.map((id, place) => slotAt(index, rows.slots[place], id));
  if (slots.every((slot) => slot !== undefined)) return readSlots(trail, index, slots);
  return readRecords(trail, ids);
}

/** Records with a name like the text, the likest first. */
export async function listNearlyNamed(
  trail: Trail,
  text: string,
  limit: number,
): Promise<AttestationRecord[]> {
  const index = await currentIndex(trail, { texts: true });
  const pause = () => new Promise<void>((done) => setTimeout(done));
  return recordsAt(reading(trail), await nearlyNamed(index, text, limit, pause));
}

/** Bring what a search needs into memory, ahead of the first one. */
export async function prepareSearch(trail: Trail): Promise<void> {
  await currentIndex(trail, { texts: true });
}

/** Bring all orders of lists into memory, ahead of the first one that is asked for. */
export async function prepareOrders(trail: Trail): Promise<void> {
  for (const sort of recordSorts) await currentIndex(trail, { sort });
}

/** Some records in the order of their ids; those that are not there are left out. */
export async function readRecords(
  trail: Trail,
  recordIds: readonly string[],
): Promise<AttestationRecord[]> {
  return recordsOf(reading(trail), recordIds);
}

/** Counts over all records; `now` says how long the open ones have been waiting. */
export async function readFigures(trail: Trail, now: Date): Promise<Figures> {
  return figuresOf(figureRows(await currentIndex(trail), now), now);
}

/** At most so many records of one customer: nobody reads more, and the guide needs the newest. */
const customerLimit = 200;

/** Records of one customer, newest first: by the surest clue that finds any. */
export async function findCustomer(
  trail: Trail,
  clues: CustomerClues,
): Promise<AttestationRecord[]> {
  const index = await currentIndex(trail);
  for (const key of customerKeysToTry(clues)) {
    const slots = slotsOfCustomer(index, key).map((slot) => recordAt(index, slot));
    const records: AttestationRecord[] = [];
    while (slots.length > 0 && records.length < customerLimit)
      for (const record of await recordsAt(reading(trail), slots.splice(0, customerLimit)))
        if (customerKeysOf(record).includes(key) && mayBeCustomer(record, clues))
          records.push(record);
    if (records.length > 0) return records.slice(0, customerLimit);
  }
  return [];
}

/** The first records of an order that is not in memory, without it; nothing when the kept first page does not tell. */
async function firstRecords(trail: Trail, query: RecordQuery): Promise<RecordPage | undefined> {
  if (!isWhole(query) || query.offset > 0 || trail.index?.orders.has(query.sort)) return undefined;
  const index = await currentIndex(trail);
  const page = await keptFirstPage(trail, index, query);
  if (!page) return undefined;
  // The next page needs the order itself. Whoever asks for it is told why it cannot be read.
  currentIndex(trail, { sort: query.sort }).catch(() => {});
  const { records: all } = index;
  return { records: await readSlots(trail, index, page), total: all, all };
}

/** A time that ends before it begins, and so holds nothing. */
function isBackwards({ from, until }: RecordQuery): boolean {
  return from !== '' && until !== '' && from >= until;
}

function isNewest(query: RecordQuery): boolean {
  const { sort, order, offset } = query;
  return isWhole(query) && sort === 'recordedAt' && order === 'descending' && offset === 0;
}

async function countRecords(trail: Trail): Promise<number> {
  return (await readChanges(reading(trail))).records;
}

function reading({ database }: Trail): Reading {
  return database.transaction(['events', 'people', 'meta'], 'readonly') as unknown as Reading;
}
