import type { TrailEvent, TrailPerson } from '@/lib/domain/trail';
import { genesis, type Head } from '@/lib/domain/trail-chain';
import type { Reading, Writing } from './transaction';

// How events and people lie on the disk is known here and nowhere else.

/** All events of a record, in no certain order. The transaction must span `events`. */
export async function eventsOfRecord(
  transaction: Reading | Writing,
  recordId: string,
): Promise<TrailEvent[]> {
  return transaction.objectStore('events').index('byRecord').getAll(recordId);
}

/** The event that was written in an attempt, if it was. */
export async function eventOfAttempt(
  transaction: Reading | Writing,
  attemptId: string,
): Promise<TrailEvent | undefined> {
  return transaction.objectStore('events').index('byAttempt').get(attemptId);
}

/** The event at a place, if one is there. */
export async function eventAt(
  transaction: Reading | Writing,
  writer: string,
  sequence: number,
): Promise<TrailEvent | undefined> {
  return transaction.objectStore('events').get([writer, sequence]);
}

/** At most `limit` events in order of writer and place, after the given one. */
export async function eventsAfter(
  transaction: Reading | Writing,
  after: readonly [writer: string, sequence: number] | undefined,
  limit: number,
): Promise<TrailEvent[]> {
  const range = after && IDBKeyRange.lowerBound([...after], true);
  return transaction.objectStore('events').getAll(range, limit);
}

/**
 * Put an event at the end of its chain, with the person it names. The database refuses (`ConstraintError`) when its place or its attempt is
 * taken: so two contexts that append at once cannot make a fork, whatever they believe of the chain's end.
 */
export async function addEvent(
  writing: Writing,
  event: TrailEvent,
  person?: TrailPerson,
): Promise<void> {
  await writing.objectStore('events').add(event);
  if (person) await writing.objectStore('people').add(person);
}

/** Delete a writer's events up to and with a place, with their people. Answers with the events that have gone. */
export async function removeEventsUpTo(
  writing: Writing,
  writer: string,
  sequence: number,
): Promise<TrailEvent[]> {
  const range = IDBKeyRange.bound([writer, 0], [writer, sequence]);
  const events = await writing.objectStore('events').getAll(range);
  await writing.objectStore('events').delete(range);
  await removePeople(writing, events);
  return events;
}

/** Where a writer's chain ends. */
export async function readHead(transaction: Reading | Writing, writer: string): Promise<Head> {
  const chain = IDBKeyRange.bound([writer, 0], [writer, Number.MAX_SAFE_INTEGER]);
  const cursor = await transaction.objectStore('events').openCursor(chain, 'prev');
  return cursor ? { sequence: cursor.value.sequence, hash: cursor.value.hash } : genesis;
}

/** The people that events name, by digest; those who were erased are not in it. The transaction must span `people`. */
export async function readPeople(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<Map<string, TrailPerson>> {
  const store = transaction.objectStore('people');
  const digests = signersOf(events);
  const found = await Promise.all(digests.map((digest) => store.get(digest)));
  return new Map(found.flatMap((person) => (person ? [[person.digest, person]] : [])));
}

/** Delete the people that events name for good, with their salts. It is no fault when they have gone. */
export async function removePeople(writing: Writing, events: readonly TrailEvent[]): Promise<void> {
  const store = writing.objectStore('people');
  await Promise.all(signersOf(events).map((digest) => store.delete(digest)));
}

/** The digests of the people that events name. */
export function signersOf(events: readonly TrailEvent[]): string[] {
  return events.flatMap((event) => ('signer' in event ? [event.signer] : []));
}
