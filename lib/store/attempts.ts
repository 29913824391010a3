import { textCode } from '@/lib/domain/history/text-code';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import type { AttemptRow, EventBlock } from './database';
import { eventsIn } from './trail-blocks';
import type { Reading, Writing } from './transaction';

// What the attempts of imported events are found by: the browser's index takes longer for an entry than all else that an
// event takes, so they lie in a few hundred rows, by a code of the attempt. An import writes rows of its own (`serial`).
// That no attempt is there twice is looked at in the transaction that adds the events: nobody else can write meanwhile.

/** Attempts of events that are being added, by bucket. */
export type Attempts = { writers: string[]; buckets: number[][] };

const bucketCount = 256;
/** Numbers of an entry: the attempt's code, the writer's number, the key of the row that holds the event. */
const width = 3;

export function beginAttempts(): Attempts {
  return { writers: [], buckets: Array.from({ length: bucketCount }, () => []) };
}

/** Note the attempts of a row of events: `last` is the row's key. */
export function noteAttempts(
  { writers, buckets }: Attempts,
  last: number,
  events: readonly TrailEvent[],
): void {
  for (const { writer, attemptId } of events) {
    const known = writers.indexOf(writer);
    const number = known >= 0 ? known : writers.push(writer) - 1;
    const code = textCode(attemptId);
    buckets[code % bucketCount]!.push(code, number, last);
  }
}

/** Keep them in rows of their own, within a transaction over `attempts`. */
export async function keepAttempts(
  writing: Writing,
  { writers, buckets }: Attempts,
  serial: number,
): Promise<void> {
  const store = writing.objectStore('attempts');
  const rows = buckets.map((entries, bucket) => ({ bucket, serial, writers, entries }));
  const filled = rows.filter(({ entries }) => entries.length > 0);
  await Promise.all(filled.map((row) => store.put(row)));
}

/** The imported event that was written in an attempt. The transaction must span `events` and `attempts`. */
export async function importedByAttempt(
  transaction: Reading | Writing,
  attemptId: string,
): Promise<TrailEvent | undefined> {
  const code = textCode(attemptId);
  const places = (await bucketOf(transaction, code % bucketCount))
    .flatMap(placesIn)
    .filter((one) => one.code === code);
  const events = await eventsAt(transaction, places);
  return events.find((event) => event.attemptId === attemptId);
}

/** The first of some events whose attempt is in the browser's index. */
export async function firstIndexed(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<TrailEvent | undefined> {
  const index = transaction.objectStore('events').index('byAttempt');
  // In an empty index nothing has to be looked for.
  if (!(await index.openKeyCursor())) return undefined;
  const taken = await Promise.all(events.map(({ attemptId }) => index.getKey(attemptId)));
  return events.find((_event, place) => taken[place] !== undefined);
}

/** The first event whose attempt another one has, among those that were noted and those of former imports. */
export async function firstTwice(
  writing: Writing,
  { writers, buckets }: Attempts,
): Promise<TrailEvent | undefined> {
  const isFirst = (await writing.objectStore('attempts').count()) === 0;
  for (const [bucket, entries] of buckets.entries()) {
    if (entries.length === 0) continue;
    const own = placesIn({ writers, entries });
    const before = isFirst ? [] : (await bucketOf(writing, bucket)).flatMap(placesIn);
    for (const places of alike(own, before)) {
      const twice = firstOfTwo(await eventsAt(writing, places));
      if (twice) return twice;
    }
  }
  return undefined;
}

/** Where events stand that are not written, by attempt. */
export type Unwritten = Map<string, { writer: string; sequence: number }>;

/** The first of some events that are not written whose attempt a former import has. */
export async function firstImported(
  transaction: Reading | Writing,
  unwritten: Unwritten,
): Promise<{ writer: string; sequence: number } | undefined> {
  if ((await transaction.objectStore('attempts').count()) === 0) return undefined;
  const codes = new Set([...unwritten.keys()].map(textCode));
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const rows = await bucketOf(transaction, bucket);
    const alike = rows.flatMap(placesIn).filter(({ code }) => codes.has(code));
    for (const { attemptId } of await eventsAt(transaction, alike)) {
      const twice = unwritten.get(attemptId);
      if (twice) return twice;
    }
  }
  return undefined;
}

type Place = { code: number; writer: string; last: number };

function bucketOf(transaction: Reading | Writing, bucket: number): Promise<AttemptRow[]> {
  const range = IDBKeyRange.bound([bucket, 0], [bucket, Number.MAX_SAFE_INTEGER]);
  return transaction.objectStore('attempts').getAll(range);
}

function placesIn({ writers, entries }: Pick<AttemptRow, 'writers' | 'entries'>): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < entries.length; at += width)
    places.push({
      code: entries[at]!,
      writer: writers[entries[at + 1]!]!,
      last: entries[at + 2]!,
    });
  return places;
}

/** Places that share a code with one of the new ones. */
function alike(own: readonly Place[], before: readonly Place[]): Place[][] {
  const groups = new Map<number, Place[]>(own.map(({ code }) => [code, []]));
  for (const place of [...before, ...own]) groups.get(place.code)?.push(place);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Events in the rows of some places that have the code of their place. A row may have gone, or have lost its first events. */
async function eventsAt(
  transaction: Reading | Writing,
  places: readonly Place[],
): Promise<TrailEvent[]> {
  const codes = new Set(places.map(({ code }) => code));
  const keys = new Map(places.map(({ writer, last }) => [`${writer}/${last}`, { writer, last }]));
  const store = transaction.objectStore('events');
  const rows = await Promise.all(
    [...keys.values()].map(({ writer, last }) => store.get([writer, last])),
  );
  return rows
    .filter((row): row is EventBlock => row !== undefined)
    .flatMap((row) => eventsIn(row))
    .filter(({ attemptId }) => codes.has(textCode(attemptId)));
}

function firstOfTwo(events: readonly TrailEvent[]): TrailEvent | undefined {
  const seen = new Set<string>();
  return events.find(({ attemptId }) => seen.has(attemptId) || !seen.add(attemptId));
}
