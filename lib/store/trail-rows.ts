import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { importedByAttempt } from './attempts';
import type { EventBlock, PeopleBlock } from './database';
import {
  blockSize,
  eventBlocksAt,
  eventsIn,
  from,
  isFindable,
  linesIn,
  type Place,
  peopleBlocksAt,
  peopleIn,
  sequenceOf,
  unreadableIn,
} from './trail-blocks';
import type { Reading, Writing } from './transaction';

// What is read of the rows of events and people. The transactions must span `events`, and `people` for what answers with people.

/** All events of a record, in no certain order. The transaction must span `events`. */
export async function eventsOfRecord(
  transaction: Reading | Writing,
  recordId: string,
): Promise<TrailEvent[]> {
  const blocks = await transaction.objectStore('events').index('byRecord').getAll(recordId);
  return blocks.flatMap((block) => eventsIn(block, (place) => block.recordIds[place] === recordId));
}

/** Where the events of a record lie, those that cannot be read included. The transaction must span `events`. */
export async function placesOfRecord(
  transaction: Reading | Writing,
  recordId: string,
): Promise<Place[]> {
  const rows = await transaction.objectStore('events').index('byRecord').getAll(recordId);
  return rows.flatMap((row) =>
    row.recordIds.flatMap((id, place) =>
      id === recordId ? [{ writer: row.writer, sequence: sequenceOf(row, place) }] : [],
    ),
  );
}

/**
 * Where events of a record lie that cannot be read, and the digests of the people beside them: of all in their rows whom no other
 * record's event names; where one of these cannot be read either, only of those whom the record's own lines still name. The transaction must span `events` and `people`.
 */
export async function unreadOfRecord(
  transaction: Reading | Writing,
  recordId: string,
): Promise<{ places: Place[]; signers: string[] }> {
  const rows = await transaction.objectStore('events').index('byRecord').getAll(recordId);
  const places: Place[] = [];
  const signers: string[] = [];
  for (const row of rows) {
    const isOwn = ({ sequence }: Place) =>
      row.recordIds[sequence - sequenceOf(row, 0)] === recordId;
    const unreadable = unreadableIn(row);
    const unread = unreadable.filter(isOwn);
    if (unread.length === 0) continue;
    places.push(...unread);
    // Also a line that is cut short may still name its person. One that names nobody may be anybody's.
    const own = row.lines.filter((_line, place) => row.recordIds[place] === recordId);
    const others = row.lines.filter((_line, place) => row.recordIds[place] !== recordId);
    const areOthersRead = unreadable.length === unread.length;
    const isIn = (lines: readonly string[], digest: string) =>
      lines.some((line) => line.includes(digest));
    const people = await transaction.objectStore('people').get([row.writer, row.last]);
    for (const digest of people?.digests ?? [])
      if (!isIn(others, digest) && (areOthersRead || isIn(own, digest))) signers.push(digest);
  }
  return { places, signers };
}

/** What lies in the rows of some records: all their events by record, and the people they name. Each row is read once; `known` ones are at hand. */
export async function eventsOfRecords(
  transaction: Reading | Writing,
  recordIds: readonly string[],
  known: readonly EventBlock[] = [],
): Promise<RecordsEvents> {
  const store = transaction.objectStore('events');
  const keys = await Promise.all(recordIds.map((id) => store.index('byRecord').getAllKeys(id)));
  const places = keys.flat().map(([writer, sequence]) => ({ writer, sequence }));
  const rows = new Map(known.map((row) => [`${row.writer}/${row.last}`, row]));
  const missing = places.filter(({ writer, sequence }) => !rows.has(`${writer}/${sequence}`));
  const [read, peopleRows] = await Promise.all([
    eventBlocksAt(transaction, missing),
    peopleBlocksAt(transaction, places),
  ]);
  // A stretch that is read may hold a row that is known.
  for (const row of read) rows.set(`${row.writer}/${row.last}`, row);
  return eventsAndPeople(recordIds, [...rows.values()], peopleRows);
}

/** The event that was written in an attempt, if it was. The transaction must span `events` and `attempts`. */
export async function eventOfAttempt(
  transaction: Reading | Writing,
  attemptId: string,
): Promise<TrailEvent | undefined> {
  const [block, imported] = await Promise.all([
    transaction.objectStore('events').index('byAttempt').get(attemptId),
    importedByAttempt(transaction, attemptId),
  ]);
  return block ? eventsIn(block, (place) => block.attemptIds[place] === attemptId)[0] : imported;
}

/** The event at a place, if one is there. */
export async function eventAt(
  transaction: Reading | Writing,
  writer: string,
  sequence: number,
): Promise<TrailEvent | undefined> {
  const block = await transaction.objectStore('events').get(from({ writer, sequence }));
  return block && eventsIn(block, (place) => sequenceOf(block, place) === sequence)[0];
}

/** Events by record, and people by digest. */
type RecordsEvents = { events: Map<string, TrailEvent[]>; people: Map<string, TrailPerson> };

/** What lies in the rows that hold some records' first events: their events there, and the people they name. */
export async function eventsNear(
  transaction: Reading | Writing,
  records: readonly (Place & { recordId: string })[],
): Promise<RecordsEvents> {
  const [rows, peopleRows] = await Promise.all([
    eventBlocksAt(transaction, records),
    peopleBlocksAt(transaction, records),
  ]);
  const recordIds = records.map(({ recordId }) => recordId);
  return eventsAndPeople(recordIds, rows, peopleRows);
}

function eventsAndPeople(
  recordIds: readonly string[],
  rows: readonly EventBlock[],
  peopleRows: readonly PeopleBlock[],
): RecordsEvents {
  const events = new Map<string, TrailEvent[]>(recordIds.map((id) => [id, []]));
  const signers = new Set<string>();
  for (const row of rows)
    for (const event of eventsIn(row, (place) => events.has(row.recordIds[place]!))) {
      events.get(event.recordId)?.push(event);
      signers.add(signerOf(event) ?? '');
    }
  const people = new Map<string, TrailPerson>();
  for (const row of peopleRows)
    for (const person of peopleIn(row, signers)) people.set(person.digest, person);
  return { events, people };
}

/** At most `limit` events in order of writer and place, after the given one. */
export async function eventsAfter(
  transaction: Reading | Writing,
  after: readonly [writer: string, sequence: number] | undefined,
  limit: number,
): Promise<TrailEvent[]> {
  const store = transaction.objectStore('events');
  const events: TrailEvent[] = [];
  let range = after && IDBKeyRange.lowerBound([...after], true);
  for (let perBlock = blockSize; events.length < limit; ) {
    const wanted = Math.ceil((limit - events.length) / perBlock) + 1;
    const blocks = await store.getAll(range, wanted);
    for (const block of blocks)
      for (const event of eventsIn(block)) if (isAfter(event, after)) events.push(event);
    const last = blocks.at(-1);
    if (!last || blocks.length < wanted) break;
    perBlock = blocks.reduce((sum, block) => sum + block.lines.length, 0) / blocks.length;
    range = IDBKeyRange.lowerBound([last.writer, last.last], true);
  }
  return events.slice(0, limit);
}

/** Whole rows of events with the people beside them. */
export type RowsAfter = {
  events: TrailEvent[];
  lines: Map<TrailEvent, string>;
  people: Map<string, TrailPerson>;
  /** Rows whose attempts are found elsewhere. */
  apart: { last: number; events: TrailEvent[] }[];
  /** The first place whose event cannot be read, and where a row begins that cannot be found by what its events say. */
  unreadable: Place | undefined;
  unfindable: Place | undefined;
  last: boolean;
};

/**
 * What lies in the rows after a place, in order of writer and place: about so many events and the people beside them, as far
 * as whole rows go.
 */
export async function rowsAfter(
  transaction: Reading | Writing,
  after: readonly [writer: string, sequence: number] | undefined,
  about: number,
): Promise<RowsAfter> {
  const found: RowsAfter = {
    events: [],
    lines: new Map(),
    people: new Map(),
    apart: [],
    unreadable: undefined,
    unfindable: undefined,
    last: false,
  };
  let range = after && IDBKeyRange.lowerBound([...after], true);
  for (let perRow = blockSize; found.events.length < about && !found.last; ) {
    const wanted = Math.min(
      Math.ceil((about - found.events.length) / Math.max(1, perRow)),
      2 * blockSize,
    );
    const [rows, people] = await Promise.all([
      transaction.objectStore('events').getAll(range, wanted),
      transaction.objectStore('people').getAll(range, wanted),
    ]);
    for (const row of rows) {
      const lines = linesIn(row);
      const events = lines.map(([event]) => event);
      if (!found.unreadable && events.length < Math.max(1, row.lines.length))
        found.unreadable = unreadableIn(row).find((place) => isAfter(place, after));
      if (!found.unfindable && !isFindable(row, events))
        found.unfindable = { writer: row.writer, sequence: sequenceOf(row, 0) };
      if (row.attemptIds.length === 0) found.apart.push({ last: row.last, events });
      for (const [event, line] of lines) {
        if (!isAfter(event, after)) continue;
        found.events.push(event);
        found.lines.set(event, line);
      }
    }
    for (const row of people) {
      // Whoever stands in a row under another digest is found by nobody, and so is not there.
      const findable = peopleIn(row).filter(({ digest }) => row.digests.includes(digest));
      for (const person of findable) found.people.set(person.digest, person);
    }
    const end = rows.at(-1);
    if (end) range = IDBKeyRange.lowerBound([end.writer, end.last], true);
    found.last = rows.length < wanted;
    perRow = rows.reduce((sum, row) => sum + row.lines.length, 0) / Math.max(1, rows.length);
  }
  return found;
}

function isAfter(
  { writer, sequence }: Place,
  after: readonly [writer: string, sequence: number] | undefined,
): boolean {
  return !after || writer !== after[0] || sequence > after[1];
}

/** How many rows the events lie in: fewer than were counted, and some are lost. */
export async function countBlocks(transaction: Reading | Writing): Promise<number> {
  return transaction.objectStore('events').count();
}

/** The people that events name, by digest; those who were erased are not in it. The transaction must span `people`. */
export async function readPeople(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<Map<string, TrailPerson>> {
  const signing = events.filter((event) => signerOf(event));
  const wanted = new Set(signing.map((event) => signerOf(event) ?? ''));
  const people = new Map<string, TrailPerson>();
  for (const block of await peopleBlocksAt(transaction, signing))
    for (const person of peopleIn(block, wanted)) people.set(person.digest, person);
  return people;
}
