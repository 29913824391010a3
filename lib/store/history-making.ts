import { followEvent, putRecord, removeRecord } from '@/lib/domain/history/history-follow';
import {
  emptyIndex,
  type HistoryIndex,
  rememberSlots,
  settleTexts,
} from '@/lib/domain/history/history-index';
import { chunkSize } from '@/lib/domain/history/history-texts';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { type Attempts, noteAttempts } from './attempts';
import type { JournalRow } from './database';
import { recordsOf } from './record-rows';
import { readChanges } from './trail';
import { eventsAfter, readPeople, rowsAfter } from './trail-rows';
import type { Reading, Writing } from './transaction';

// Making what lists are answered from of the events, or letting it follow what has changed since.

/** Make the index of all events there are; `attempts` notes those that the browser's index does not have. */
export async function rebuild(
  reading: Reading,
  count: number,
  attempts?: Attempts,
): Promise<HistoryIndex> {
  const { records } = await readChanges(reading);
  const making = beginIndex(records);
  for (let after: [string, number] | undefined, last = false; !last; ) {
    const found = await rowsAfter(reading, after, slice);
    takeEvents(making, found.events, found.people);
    if (attempts) for (const { last, events } of found.apart) noteAttempts(attempts, last, events);
    const final = found.events.at(-1);
    if (final) after = [final.writer, final.sequence];
    last = found.last;
  }
  return finishIndex(reading, making, count);
}

/** An index that is made while all events of the trail come by, and the records that must be folded at the end. */
export type IndexMaking = { index: HistoryIndex; again: Set<string> };

/** Begin an index of a trail without events, or of all its events. */
export function beginIndex(records = 0): IndexMaking {
  const index = emptyIndex(0, records + chunkSize);
  rememberSlots(index, true);
  return { index, again: new Set() };
}

/** The next events, in order of writer and place, with the people they name. */
export function takeEvents(
  { index, again }: IndexMaking,
  events: readonly TrailEvent[],
  people: ReadonlyMap<string, TrailPerson>,
  since = 0,
): void {
  for (const event of events)
    if (!followEvent(index, event, people.get(signerOf(event) ?? ''), since))
      again.add(event.recordId);
  // Late texts are short-lived: laid into chunks as soon as there are many.
  if (index.texts && index.late.size >= 2 * chunkSize) settleTexts(index);
}

/** The index, when all events have come by and lie in rows: as it is after so many changes of the trail. */
export async function finishIndex(
  transaction: Reading | Writing,
  { index, again }: IndexMaking,
  count: number,
): Promise<HistoryIndex> {
  await putAgain(transaction, index, again);
  rememberSlots(index, false);
  settleTexts(index);
  index.changes = count;
  return index;
}

/** Most events that are read at a time: little enough that the worker is never busy for long. */
const slice = 1_024;

/** Records that are looked for one by one; for more, the places of all are put into a map first. */
const fewChanges = 16;

/** All changes after one count and up to another; nothing when any is not in the journal. */
export async function readJournal(
  reading: Reading,
  after: number,
  count: number,
): Promise<JournalRow[] | undefined> {
  if (after === count) return [];
  const range = IDBKeyRange.bound(after, count, true);
  const rows = await reading.objectStore('journal').getAll(range);
  return rows.length === count - after ? rows : undefined;
}

/** Follow all changes of a journal, up to so many changes of the trail. */
export async function follow(
  reading: Reading,
  index: HistoryIndex,
  journal: readonly JournalRow[],
  count: number,
): Promise<void> {
  const changed = new Set(journal.flatMap(({ recordIds }) => recordIds));
  const since = index.size;
  const added = journal.flatMap((row) => row.added);
  if (added.length > 0 || changed.size > fewChanges) rememberSlots(index, true);
  for (const [writer, from, until] of added)
    await followChain(reading, index, changed, { writer, from, until, since });
  await putAgain(reading, index, changed);
  rememberSlots(index, false);
  index.changes = count;
}

type Stretch = { writer: string; from: number; until: number; since: number };

async function followChain(
  reading: Reading,
  index: HistoryIndex,
  again: Set<string>,
  { writer, from, until, since }: Stretch,
): Promise<void> {
  for (let sequence = from; sequence <= until; ) {
    const events = await eventsAfter(reading, [writer, sequence - 1], slice);
    const own = events.filter((event) => event.writer === writer && event.sequence <= until);
    takeEvents({ index, again }, own, await readPeople(reading, own), since);
    if (own.length < slice) break;
    sequence = own.at(-1)!.sequence + 1;
  }
}

async function putAgain(
  reading: Reading | Writing,
  index: HistoryIndex,
  recordIds: ReadonlySet<string>,
): Promise<void> {
  const ids = [...recordIds];
  for (let first = 0; first < ids.length; first += slice) {
    const some = ids.slice(first, first + slice);
    const records = new Map(
      (await recordsOf(reading, some)).map((record) => [record.recordId, record]),
    );
    for (const id of some) {
      const record = records.get(id);
      if (record) putRecord(index, record);
      else removeRecord(index, id);
    }
  }
}
