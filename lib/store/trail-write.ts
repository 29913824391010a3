import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { type Attempts, noteAttempts } from './attempts';
import {
  blockSize,
  eventBlock,
  eventsIn,
  from,
  type LineOf,
  type Place,
  peopleBlock,
  peopleBlocksAt,
} from './trail-blocks';
import type { Writing } from './transaction';

// What is written to the rows of events and people. The transactions must span both.

/**
 * Put an event at the end of its chain, with the person it names. The database refuses (`ConstraintError`) when its
 * place or its attempt is taken: so two contexts that append at once cannot make a fork, whatever they believe of the chain's end.
 */
export function addEvent(writing: Writing, event: TrailEvent, person?: TrailPerson): Promise<void> {
  return addEvents(writing, [event], person ? [person] : []);
}

/**
 * Put many events at the ends of their chains, in order of writer and place, with the people they name. The chains'
 * ends must have been read in the same transaction. Throws the database's `ConstraintError` when a place or an attempt is taken;
 * with `attempts` their attempts are noted there instead, and whoever keeps them looks whether any is taken.
 * What cannot be written at all is thrown at once, before anything is waited for.
 */
export function addEvents(
  writing: Writing,
  events: readonly TrailEvent[],
  people: readonly TrailPerson[],
  { lineOf, attempts }: { lineOf?: LineOf | undefined; attempts?: Attempts | undefined } = {},
): Promise<void> {
  const named = new Map(people.map((person) => [person.digest, person]));
  const adding: Promise<unknown>[] = [];
  const add = (added: Promise<unknown>) => {
    // Seen below; when the next one fails at once, this one's failure is no news.
    added.catch(() => {});
    adding.push(added);
  };
  let rows = 0;
  for (let first = 0; first < events.length; ) {
    const { writer } = events[first]!;
    let end = first + 1;
    while (end < events.length && end - first < blockSize && events[end]!.writer === writer) end++;
    const own = events.slice(first, end);
    const last = own.at(-1)!.sequence;
    const signers = own.flatMap((event) => named.get(signerOf(event) ?? '') ?? []);
    rows++;
    const block = eventBlock(writer, last, own, lineOf);
    if (attempts) noteAttempts(attempts, last, own);
    add(writing.objectStore('events').add(attempts ? { ...block, attemptIds: [] } : block));
    if (signers.length > 0)
      add(writing.objectStore('people').add(peopleBlock(writer, last, signers, lineOf)));
    first = end;
  }
  noteRows(writing, rows);
  return Promise.all(adding).then(() => {});
}

/** By how many rows a transaction has made the events more, so that nobody has to count them. */
export function rowsChanged(writing: Writing): number {
  return changedRows.get(writing) ?? 0;
}

const changedRows = new WeakMap<Writing, number>();

function noteRows(writing: Writing, rows: number): void {
  changedRows.set(writing, rowsChanged(writing) + rows);
}

/** Delete a writer's events up to and with a place, with their people. Answers with the events that have gone. */
export async function removeEventsUpTo(
  writing: Writing,
  writer: string,
  sequence: number,
): Promise<TrailEvent[]> {
  const store = writing.objectStore('events');
  const range = IDBKeyRange.bound([writer, 0], [writer, sequence]);
  const blocks = await store.getAll(range);
  const whole = blocks.flatMap((block) => eventsIn(block));
  await store.delete(range);
  noteRows(writing, -blocks.length);
  await writing.objectStore('people').delete(range);
  const cut = await store.get(from({ writer, sequence: sequence + 1 }));
  const inCut = cut ? eventsIn(cut) : [];
  const gone = inCut.filter((event) => event.sequence <= sequence);
  if (cut && gone.length > 0) {
    await removePeople(writing, gone);
    const kept = inCut.filter((event) => event.sequence > sequence);
    await store.put(eventBlock(writer, cut.last, kept));
  }
  return [...whole, ...gone];
}

/** Delete the people that events name for good, with their salts. It is no fault when they have gone. */
export async function removePeople(writing: Writing, events: readonly TrailEvent[]): Promise<void> {
  const signing = events.filter((event) => signerOf(event));
  await removePeopleAt(writing, signing, new Set(signing.map((event) => signerOf(event) ?? '')));
}

/** As `removePeople`, for people of these digests beside events at some places, which need not be readable themselves. */
export async function removePeopleAt(
  writing: Writing,
  places: readonly Place[],
  going: ReadonlySet<string>,
): Promise<void> {
  const store = writing.objectStore('people');
  for (const { writer, last, digests, lines } of await peopleBlocksAt(writing, places)) {
    const stays = (_: string, place: number) => !going.has(digests[place]!);
    const kept = { digests: digests.filter(stays), lines: lines.filter(stays) };
    if (kept.lines.length === 0) await store.delete([writer, last]);
    else if (kept.lines.length < lines.length) await store.put({ writer, last, ...kept });
  }
}
