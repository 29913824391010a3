import { customerKeysOfCase, mailKeyOf } from '@/lib/domain/record-customer';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail';
import { genesis, type Head } from '@/lib/domain/trail-chain';
import type { EventBlock, PeopleBlock } from './database';
import type { Reading, Writing } from './transaction';

// How events and people lie on the disk is known here and nowhere else: several events a row, since the browser takes
// ten times as long for as many rows (docs/decisions/005-event-blocks.md). A row's key is the place of its last
// event, so the row that holds a place is the first one at or after it. An event that was saved by itself has a row of its own.

/** Most events that are put into one row. */
const blockSize = 32;

type Place = { writer: string; sequence: number };

/** All events of a record, in no certain order. The transaction must span `events`. */
export async function eventsOfRecord(
  transaction: Reading | Writing,
  recordId: string,
): Promise<TrailEvent[]> {
  const blocks = await transaction.objectStore('events').index('byRecord').getAll(recordId);
  return blocks.flatMap((block) => eventsIn(block, (place) => block.recordIds[place] === recordId));
}

/** The event that was written in an attempt, if it was. */
export async function eventOfAttempt(
  transaction: Reading | Writing,
  attemptId: string,
): Promise<TrailEvent | undefined> {
  const block = await transaction.objectStore('events').index('byAttempt').get(attemptId);
  return block && eventsIn(block, (place) => block.attemptIds[place] === attemptId)[0];
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

/** What lies in the rows that hold some records' first events: events by record, and the people they name. */
export async function eventsNear(
  transaction: Reading | Writing,
  records: readonly (Place & { recordId: string })[],
): Promise<{ events: Map<string, TrailEvent[]>; people: Map<string, TrailPerson> }> {
  const wanted = new Set(records.map(({ recordId }) => recordId));
  const [blocks, peopleBlocks] = await Promise.all([
    blocksAt(transaction.objectStore('events') as unknown as BlockStore<EventBlock>, records),
    blocksAt(transaction.objectStore('people') as unknown as BlockStore<PeopleBlock>, records),
  ]);
  const events = new Map<string, TrailEvent[]>();
  const signers = new Set<string>();
  for (const block of blocks)
    for (const event of eventsIn(block, (place) => wanted.has(block.recordIds[place]!))) {
      const own = events.get(event.recordId);
      if (own) own.push(event);
      else events.set(event.recordId, [event]);
      signers.add(signerOf(event) ?? '');
    }
  const people = new Map<string, TrailPerson>();
  for (const block of peopleBlocks)
    for (const person of peopleIn(block, signers)) people.set(person.digest, person);
  return { events, people };
}

/** Ids of the records that were begun last, newest first; of the same moment the higher id first. */
export async function newestBegun(
  transaction: Reading | Writing,
  limit: number,
): Promise<string[]> {
  const found: { at: string; recordId: string }[] = [];
  const index = transaction.objectStore('events').index('byBeginning');
  const seen = new Set<string>();
  let moment: string | undefined;
  for (let cursor = await index.openKeyCursor(null, 'prev'); cursor; ) {
    // All of one moment are needed to put them in order.
    if (found.length >= limit && cursor.key !== moment) break;
    moment = cursor.key;
    const key = JSON.stringify(cursor.primaryKey);
    if (!seen.has(key)) {
      seen.add(key);
      const block = await transaction.objectStore('events').get(cursor.primaryKey);
      for (const { kind, at, recordId } of block ? eventsIn(block) : [])
        if (kind === 'recorded') found.push({ at, recordId });
    }
    cursor = await cursor.continue();
  }
  return newestOf(found, moment, limit);
}

/** Ids of the records that a customer key was ever in. */
export async function recordsOfCustomer(
  transaction: Reading | Writing,
  key: string,
): Promise<string[]> {
  const isMail = key.startsWith('mail:');
  const signed = new Set<string>();
  let blocks: EventBlock[];
  if (isMail) {
    const people = await transaction.objectStore('people').index('byMail').getAll(key);
    for (const block of people)
      for (const { digest, signer } of peopleIn(block))
        if (mailKeyOf(signer.email) === key) signed.add(digest);
    const store = transaction.objectStore('events');
    const found = await Promise.all(people.map(({ writer, last }) => store.get([writer, last])));
    blocks = found.filter((block) => block !== undefined);
  } else {
    blocks = await transaction.objectStore('events').index('byCustomer').getAll(key);
  }
  const recordIds = new Set<string>();
  for (const block of blocks)
    for (const event of eventsIn(block)) {
      if (event.kind !== 'recorded' && event.kind !== 'corrected') continue;
      const named = isMail
        ? signed.has(event.signer)
        : customerKeysOfCase(event.case).includes(key);
      if (named) recordIds.add(event.recordId);
    }
  return [...recordIds];
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

/**
 * Put an event at the end of its chain, with the person it names. The database refuses (`ConstraintError`) when its
 * place or its attempt is taken: so two contexts that append at once cannot make a fork, whatever they believe of the chain's end.
 */
export async function addEvent(
  writing: Writing,
  event: TrailEvent,
  person?: TrailPerson,
): Promise<void> {
  await addEvents(writing, [event], person ? [person] : []);
}

/**
 * Put many events at the ends of their chains, in order of writer and place, with the people they name. The chains'
 * ends must have been read in the same transaction. Throws the database's `ConstraintError` when a place or an attempt is taken.
 */
export async function addEvents(
  writing: Writing,
  events: readonly TrailEvent[],
  people: readonly TrailPerson[],
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
    add(writing.objectStore('events').add(eventBlock(writer, last, own)));
    if (signers.length > 0)
      add(writing.objectStore('people').add(peopleBlock(writer, last, signers)));
    first = end;
  }
  await Promise.all(adding);
  noteRows(writing, rows);
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

/** Where a writer's chain ends. */
export async function readHead(transaction: Reading | Writing, writer: string): Promise<Head> {
  const chain = IDBKeyRange.bound([writer, 0], [writer, Number.MAX_SAFE_INTEGER]);
  const cursor = await transaction.objectStore('events').openCursor(chain, 'prev');
  const block = cursor?.value;
  const last = block && eventsIn(block, (place) => place === block.lines.length - 1)[0];
  return last ? { sequence: last.sequence, hash: last.hash } : genesis;
}

/** The first of some events that its row could not be found by: by record, attempt, time or customer. */
export async function firstUnfindable(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<TrailEvent | undefined> {
  const store = transaction.objectStore('events');
  const blocks = await blocksAt(store as unknown as BlockStore<EventBlock>, events);
  const wrong = blocks.find((block) => {
    const { recordIds, attemptIds, begun, customerKeys } = block;
    const should = eventBlock(block.writer, block.last, eventsIn(block));
    return !(
      isSame(recordIds, should.recordIds) &&
      isSame(attemptIds, should.attemptIds) &&
      isSame(begun, should.begun) &&
      isSame(customerKeys, should.customerKeys)
    );
  });
  return wrong && eventsIn(wrong)[0];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

/** The writers of all chains, in order of their ids. */
export async function writersHere(transaction: Reading | Writing): Promise<string[]> {
  const writers: string[] = [];
  const store = transaction.objectStore('events');
  for (let key = (await store.openKeyCursor())?.key; key; ) {
    writers.push(key[0]);
    key = (await store.openKeyCursor(IDBKeyRange.lowerBound([key[0], []], true)))?.key;
  }
  return writers;
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
  const store = transaction.objectStore('people');
  const blocks: PeopleBlock[] = await blocksAt(
    store as unknown as BlockStore<PeopleBlock>,
    signing,
  );
  const people = new Map<string, TrailPerson>();
  for (const block of blocks)
    for (const person of peopleIn(block, wanted)) people.set(person.digest, person);
  return people;
}

/** Delete the people that events name for good, with their salts. It is no fault when they have gone. */
export async function removePeople(writing: Writing, events: readonly TrailEvent[]): Promise<void> {
  const signing = events.filter((event) => signerOf(event));
  const going = new Set(signing.map(signerOf));
  const store = writing.objectStore('people');
  const blocks: PeopleBlock[] = await blocksAt(
    store as unknown as BlockStore<PeopleBlock>,
    signing,
  );
  for (const block of blocks) {
    const { writer, last, lines } = block;
    const kept = peopleIn(block).filter(({ digest }) => !going.has(digest));
    if (kept.length === 0) await store.delete([writer, last]);
    else if (kept.length < lines.length) await store.put(peopleBlock(writer, last, kept));
  }
}

function eventBlock(writer: string, last: number, events: TrailEvent[]): EventBlock {
  const begun: string[] = [];
  const customerKeys: string[] = [];
  for (const event of events) {
    if (event.kind === 'recorded') begun.push(event.at);
    if (event.kind === 'recorded' || event.kind === 'corrected')
      customerKeys.push(...customerKeysOfCase(event.case));
  }
  return {
    writer,
    last,
    lines: events.map((event) => JSON.stringify(event)),
    recordIds: events.map(({ recordId }) => recordId),
    attemptIds: events.map(({ attemptId }) => attemptId),
    begun,
    customerKeys: [...new Set(customerKeys)],
  };
}

function peopleBlock(writer: string, last: number, people: TrailPerson[]): PeopleBlock {
  const mailKeys = new Set(people.flatMap(({ signer }) => mailKeyOf(signer.email) ?? []));
  return {
    writer,
    last,
    digests: people.map(({ digest }) => digest),
    lines: people.map((person) => JSON.stringify(person)),
    mailKeys: [...mailKeys],
  };
}

/** The events of a row, or those at some of its lines: only these are parsed, and texts are copied ten times as fast. */
function eventsIn(block: EventBlock, isWanted?: (place: number) => boolean): TrailEvent[] {
  const lines = isWanted ? block.lines.filter((_line, place) => isWanted(place)) : block.lines;
  return lines.flatMap((line) => parsed<TrailEvent>(line) ?? []);
}

function peopleIn(block: PeopleBlock, wanted?: ReadonlySet<string>): TrailPerson[] {
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
function sequenceOf({ last, lines }: EventBlock, place: number): number {
  return last - lines.length + 1 + place;
}

function newestOf(
  found: readonly { at: string; recordId: string }[],
  moment: string | undefined,
  limit: number,
): string[] {
  // Rows hold older ones too: what is older than the cursor has come may have others between.
  return found
    .filter(({ at }) => moment === undefined || at >= moment)
    .sort((one, other) =>
      one.at === other.at ? (one.recordId < other.recordId ? 1 : -1) : one.at < other.at ? 1 : -1,
    )
    .slice(0, limit)
    .map(({ recordId }) => recordId);
}

function isAfter(
  { writer, sequence }: Place,
  after: readonly [writer: string, sequence: number] | undefined,
): boolean {
  return !after || writer !== after[0] || sequence > after[1];
}

function from({ writer, sequence }: Place): IDBKeyRange {
  return IDBKeyRange.bound([writer, sequence], [writer, Number.MAX_SAFE_INTEGER]);
}

type BlockStore<Block> = {
  get: (key: IDBKeyRange) => Promise<Block | undefined>;
  getAll: (key: IDBKeyRange) => Promise<Block[]>;
};

/** Where a row is wanted for every so many places or more, a whole stretch is read instead of row by row. */
const dense = 16;

/** The rows that hold some places, each once. What lies close together is read in one go. */
async function blocksAt<Block extends { writer: string; last: number }>(
  store: BlockStore<Block>,
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
        const end = async () => store.get(from({ writer, sequence: last }));
        if (first === last) return [await end()];
        const before = IDBKeyRange.bound([writer, first], [writer, last], false, true);
        return [...(await store.getAll(before)), await end()];
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
