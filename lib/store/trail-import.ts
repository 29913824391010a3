import {
  type BundleSummary,
  signerOf,
  type TrailEvent,
  type TrailPerson,
} from '@/lib/domain/trail';
import { byWriter } from '@/lib/domain/trail-chain';
import { foldRecord } from '@/lib/domain/trail-fold';
import { type TrailProblem, trailProblem } from '@/lib/domain/trail-merge';
import type { Installation, StoreName } from './database';
import { dropDrafts } from './draft-store';
import { errorName, StoreProblem } from './problem';
import { refold, rowOf } from './record-rows';
import { noteWitness, readChanges, type Trail, type TrailKeeper } from './trail';
import { eventAt, readHead } from './trail-rows';
import { type Reading, type Writing, writeAsOne } from './transaction';
import { announceDraft } from './witness';

export type TrailToImport = {
  events: TrailEvent[];
  people: TrailPerson[];
  /** Only count what would be added. */
  dryRun: boolean;
};

const stores: StoreName[] = ['events', 'people', 'records', 'meta'];

/**
 * Add events that were exported elsewhere, or here before something was lost: all of them or none. Each
 * chain must be given from its first event; what is here already is left alone, so a person who was erased
 * here stays erased. Throws a StoreProblem `import-<code of a TrailProblem>` with `writer/sequence` as its detail.
 * A damaged trail accepts what mends it: it is checked again afterwards.
 */
export async function importTrail(
  keeper: TrailKeeper,
  { events, people, dryRun }: TrailToImport,
  at: string,
): Promise<BundleSummary> {
  const trail = await keeper.open();
  const known = await recordsBegunHere(trail, events);
  const problem = await trailProblem(events, people, undefined, (id) => known.has(id));
  if (problem) throw refused(problem);

  if (dryRun) {
    const reading = trail.database.transaction(stores, 'readonly') as unknown as Reading;
    return summary(events, await freshOf(reading, events), people);
  }
  const fresh = await writeAsOne(trail.database, stores, async (writing) => {
    const found = await freshOf(writing, events);
    await add(writing, found, people, trail);
    return found;
  });
  if (trail.damage) await keeper.recheck();
  const { damage } = await keeper.open();
  trail.textIndex = undefined;
  if (!damage) await noteWitness(trail, at);
  return summary(events, fresh, people);
}

/**
 * Delete everything: events, people, records and drafts. The installation begins a new chain as a new
 * writer, since the old one may live on in exports; it remembers that this was wanted.
 */
export async function wipeTrail(
  keeper: TrailKeeper,
  at: string,
  uuid: () => string,
): Promise<void> {
  const trail = await keeper.open();
  const all: StoreName[] = [...stores, 'drafts'];
  await writeAsOne(trail.database, all, async (writing) => {
    const meta = writing.objectStore('meta');
    const row = await meta.get('installation');
    const former = row?.key === 'installation' ? [...row.formerGenerations, row.generation] : [];
    const lost = trail.damage?.witness?.generation;
    const { count } = await readChanges(writing);
    await dropDrafts(writing, await writing.objectStore('drafts').getAllKeys());
    const gone = await meta.get('goneDrafts');
    for (const store of all) await writing.objectStore(store).clear();
    const installation: Installation = {
      key: 'installation',
      writer: uuid(),
      generation: uuid(),
      formerGenerations: lost ? [...former, lost] : former,
    };
    await meta.put(installation);
    await meta.put({ key: 'changes', count: count + 1, events: 0, records: 0 });
    if (gone) await meta.put(gone);
  });
  await keeper.recheck();
  await noteWitness(trail, at);
  await announceDraft('', at);
}

function refused({ code, writer, sequence }: TrailProblem): StoreProblem {
  return new StoreProblem(`import-${code}`, `${writer}/${sequence}`);
}

function summary(
  events: readonly TrailEvent[],
  fresh: readonly TrailEvent[],
  people: readonly TrailPerson[],
): BundleSummary {
  const wanted = signersOf(fresh);
  return {
    events: fresh.length,
    eventsAlreadyHere: events.length - fresh.length,
    records: fresh.filter(({ kind }) => kind === 'recorded').length,
    people: people.filter(({ digest }) => wanted.has(digest)).length,
  };
}

function signersOf(events: readonly TrailEvent[]): Set<string> {
  return new Set(events.flatMap((event) => signerOf(event) ?? []));
}

async function recordsBegunHere({ database }: Trail, events: TrailEvent[]): Promise<Set<string>> {
  const { store } = database.transaction('records');
  const begun = new Set(events.flatMap((one) => (one.kind === 'recorded' ? [one.recordId] : [])));
  const others = [...new Set(events.map(({ recordId }) => recordId))].filter(
    (id) => !begun.has(id),
  );
  const found = await Promise.all(others.map((id) => store.getKey(id)));
  return new Set(found.filter((id) => id !== undefined));
}

/**
 * The events that are not here yet. Since a hash stands for all before it, comparing one event of each
 * chain compares them all; only a fork is then looked for event by event.
 */
async function freshOf(
  transaction: Reading | Writing,
  events: readonly TrailEvent[],
): Promise<TrailEvent[]> {
  const fresh: TrailEvent[] = [];
  for (const [writer, chain] of byWriter(events)) {
    const head = await readHead(transaction, writer);
    const common = Math.min(head.sequence, chain.length);
    if (common > 0) await refuseFork(transaction, chain, common);
    fresh.push(...chain.slice(common));
  }
  return fresh;
}

async function refuseFork(
  transaction: Reading | Writing,
  chain: readonly TrailEvent[],
  common: number,
): Promise<void> {
  const isHere = async ({ writer, sequence, hash }: TrailEvent) =>
    (await eventAt(transaction, writer, sequence))?.hash === hash;
  if (await isHere(chain[common - 1]!)) return;
  for (const event of chain) {
    if (!(await isHere(event))) throw refused({ ...event, code: 'fork' });
  }
}

async function add(
  writing: Writing,
  fresh: readonly TrailEvent[],
  people: readonly TrailPerson[],
  { damage }: Trail,
): Promise<void> {
  const wanted = signersOf(fresh);
  const named = people.filter(({ digest }) => wanted.has(digest));
  await inBatches(fresh, (event) => addEvent(writing, event));
  await inBatches(named, (person) => writing.objectStore('people').put(person));
  await foldImported(writing, fresh, named);

  const meta = writing.objectStore('meta');
  const { count, records } = await readChanges(writing);
  const begun = fresh.filter(({ kind }) => kind === 'recorded').length;
  const events = await writing.objectStore('events').count();
  if (fresh.length > 0)
    await meta.put({ key: 'changes', count: count + 1, events, records: records + begun });
  if (damage) await takeUpOldTrail(writing, damage.witness);
}

/** Ask for many things at once: waiting for each by itself takes ten times as long. */
async function inBatches<Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<unknown>,
): Promise<void> {
  const size = 1_000;
  for (let first = 0; first < items.length; first += size)
    await Promise.all(items.slice(first, first + size).map(ask));
}

async function addEvent(writing: Writing, event: TrailEvent): Promise<void> {
  try {
    await writing.objectStore('events').add(event);
  } catch (error) {
    // The place is free (`freshOf`), so it is the attempt that is taken.
    throw errorName(error) === 'ConstraintError'
      ? refused({ ...event, code: 'attempt-twice' })
      : error;
  }
}

/** Records that begin in the import are folded from it alone; those that were here, from the database. */
async function foldImported(
  writing: Writing,
  fresh: readonly TrailEvent[],
  people: readonly TrailPerson[],
): Promise<void> {
  const known = new Map(people.map((person) => [person.digest, person]));
  const imported = new Map<string, TrailEvent[]>();
  for (const event of fresh) {
    const events = imported.get(event.recordId);
    if (events) events.push(event);
    else imported.set(event.recordId, [event]);
  }
  const store = writing.objectStore('records');
  await inBatches([...imported], async ([recordId, events]) => {
    const first = events.find(({ kind }) => kind === 'recorded');
    if (!first) return refold(writing, recordId);
    if (await store.getKey(recordId)) throw refused({ ...first, code: 'record-twice' });
    return store.put(rowOf(foldRecord(events, known)));
  });
}

/** An emptied database becomes the old installation again, when the import brought back all the witness knew. */
async function takeUpOldTrail(
  writing: Writing,
  witness: NonNullable<Trail['damage']>['witness'],
): Promise<void> {
  if (!witness) return;
  const last = await eventAt(writing, witness.writer, witness.sequence);
  const { events } = await readChanges(writing);
  if (last?.hash !== witness.hash || events < witness.events) return;
  const meta = writing.objectStore('meta');
  const row = await meta.get('installation');
  const { writer, generation } = witness;
  const formerGenerations = row?.key === 'installation' ? row.formerGenerations : [];
  await meta.delete('dataLoss');
  await meta.put({ key: 'installation', writer, generation, formerGenerations });
}
