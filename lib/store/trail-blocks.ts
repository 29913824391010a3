import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import type { EventBlock, PeopleBlock } from './database';
import type { Reading, Writing } from './transaction';

// How events and people lie on the disk is known here: several events a row, since the browser takes
// ten times as long for as many rows (docs/decisions/005-event-blocks.md). A row's key is the place of its last
// event, so the row that holds a place is the first one at or after it. An event that was saved by itself has a row of its own.

/** Most events that are put into one row. */
export const blockSize = 32;

export type Place = { writer: string; sequence: number };

/** The canonical text of an event or a person, made or at hand. */
export type LineOf = (item: TrailEvent | TrailPerson) => string;

/** A row of some events that follow each other. Its lines are canonical: they come back in order, and are hashed in half the time. */
export function eventBlock(
  writer: string,
  last: number,
  events: readonly TrailEvent[],
  lineOf: LineOf = canonicalJson,
): EventBlock {
  return { writer, last, lines: events.map(lineOf), ...keysOf(events) };
}

/** Whether a row can be found by all that its events say, and by nothing else; without attempts it is found by them elsewhere. */
export function isFindable(block: EventBlock, events: readonly TrailEvent[]): boolean {
  const { recordIds, attemptIds, begun } = keysOf(events);
  return (
    isSame(block.recordIds, recordIds) &&
    (block.attemptIds.length === 0 || isSame(block.attemptIds, attemptIds)) &&
    (isSame(block.begun, begun) || isSame(block.begun, beginningsOf(events)))
  );
}

/** What a row of events can be found by: the record and the attempt of each, the newest beginning. */
function keysOf(events: readonly TrailEvent[]) {
  const newest = beginningsOf(events).reduce((one, other) => (one > other ? one : other), '');
  return {
    recordIds: events.map(({ recordId }) => recordId),
    attemptIds: events.map(({ attemptId }) => attemptId),
    begun: newest === '' ? [] : [newest],
  };
}

function beginningsOf(events: readonly TrailEvent[]): string[] {
  return events.flatMap(({ kind, at }) => (kind === 'recorded' ? [at] : []));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

/** A row of some people, under the key of the row of their events. */
export function peopleBlock(
  writer: string,
  last: number,
  people: readonly TrailPerson[],
  lineOf: LineOf = canonicalJson,
): PeopleBlock {
  return { writer, last, digests: people.map(({ digest }) => digest), lines: people.map(lineOf) };
}

/** The events of a row, or those at some of its lines: only these are parsed, and texts are copied ten times as fast. */
export function eventsIn(block: EventBlock, isWanted?: (place: number) => boolean): TrailEvent[] {
  const lines = isWanted ? block.lines.filter((_line, place) => isWanted(place)) : block.lines;
  return lines.flatMap((line) => parsed<TrailEvent>(line) ?? []);
}

/** As `eventsIn`, each with its line. */
export function linesIn({ lines }: EventBlock): [event: TrailEvent, line: string][] {
  return lines.flatMap((line) => {
    const event = parsed<TrailEvent>(line);
    return event ? [[event, line] as [TrailEvent, string]] : [];
  });
}

/** The event at a line of a row; `undefined` when the line cannot be read, or does not say that this is its place. */
export function eventIn(block: EventBlock, place: number): TrailEvent | undefined {
  const event = parsed<TrailEvent>(block.lines[place] ?? '');
  const isOwn = event?.writer === block.writer && event.sequence === sequenceOf(block, place);
  return isOwn ? event : undefined;
}

/** The places of a row whose lines cannot be read: its key says where they are. */
export function unreadableIn({ writer, last, lines }: EventBlock): Place[] {
  if (lines.length === 0) return [{ writer, sequence: last }];
  const first = last - lines.length + 1;
  return lines.flatMap((line, place) =>
    parsed(line) ? [] : [{ writer, sequence: first + place }],
  );
}

/** The people of a row, or some of them. */
export function peopleIn(block: PeopleBlock, wanted?: ReadonlySet<string>): TrailPerson[] {
  const { lines, digests } = block;
  const own = wanted ? lines.filter((_line, place) => wanted.has(digests[place]!)) : lines;
  return own.flatMap((line) => parsed<TrailPerson>(line) ?? []);
}

/** A line that the disk has spoilt must not hide the others: it is left out here, and the check names its place. */
function parsed<Value>(line: string): Value | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A row's events follow each other. */
export function sequenceOf({ last, lines }: EventBlock, place: number): number {
  return last - lines.length + 1 + place;
}

/** Where the row of a place begins to be looked for. */
export function from({ writer, sequence }: Place): IDBKeyRange {
  return IDBKeyRange.bound([writer, sequence], [writer, Number.MAX_SAFE_INTEGER]);
}

/** Where a row is wanted for every so many places or more, a whole stretch is read instead of row by row. */
const dense = 2 * blockSize;

/** The rows that hold some events, each once. What lies close together is read in one go. */
export async function eventBlocksAt(
  transaction: Reading | Writing,
  places: readonly Place[],
): Promise<EventBlock[]> {
  return blocksAt(transaction.objectStore('events') as unknown as Rows<EventBlock>, places);
}

/** The rows of the people of some events, each once. */
export async function peopleBlocksAt(
  transaction: Reading | Writing,
  places: readonly Place[],
): Promise<PeopleBlock[]> {
  return blocksAt(transaction.objectStore('people') as unknown as Rows<PeopleBlock>, places);
}

type Rows<Block> = {
  get: (key: IDBKeyRange) => Promise<Block | undefined>;
  getAll: (key: IDBKeyRange) => Promise<Block[]>;
};

async function blocksAt<Block extends { writer: string; last: number }>(
  store: Rows<Block>,
  places: readonly Place[],
): Promise<Block[]> {
  const sequences = new Map<string, number[]>();
  for (const { writer, sequence } of places) {
    const own = sequences.get(writer);
    if (own) own.push(sequence);
    else sequences.set(writer, [sequence]);
  }
  const found = await Promise.all(
    [...sequences].flatMap(([writer, own]) =>
      stretches(own).map(async ([first, last]) => {
        const end = () => store.get(from({ writer, sequence: last }));
        if (first === last) return [await end()];
        const before = IDBKeyRange.bound([writer, first], [writer, last], false, true);
        const [stretch, own] = await Promise.all([store.getAll(before), end()]);
        return [...stretch, own];
      }),
    ),
  );
  const blocks = new Map<string, Block>();
  for (const block of found.flat()) if (block) blocks.set(`${block.writer}/${block.last}`, block);
  return [...blocks.values()];
}

function stretches(sequences: number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const sequence of sequences.toSorted((one, other) => one - other)) {
    const open = found.at(-1);
    if (open && sequence - open[1] <= dense) open[1] = sequence;
    else found.push([sequence, sequence]);
  }
  return found;
}
