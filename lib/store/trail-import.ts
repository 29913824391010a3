import type { BundleSummary, TrailEvent, TrailPerson } from '@/lib/domain/trail';
import { byWriter } from '@/lib/domain/trail-chain';
import { type TrailProblem, trailProblem } from '@/lib/domain/trail-merge';
import type { Installation, StoreName } from './database';
import { refold } from './history-store';
import { StoreProblem } from './problem';
import { noteWitness, readChanges, readHead, type Trail, type TrailKeeper } from './trail';
import { type Reading, type Writing, writeAsOne } from './transaction';

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
    for (const store of all) await writing.objectStore(store).clear();
    const installation: Installation = {
      key: 'installation',
      writer: uuid(),
      generation: uuid(),
      formerGenerations: lost ? [...former, lost] : former,
    };
    await meta.put(installation);
    await meta.put({ key: 'changes', count: count + 1, events: 0 });
  });
  await keeper.recheck();
  await noteWitness(trail, at);
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
  return new Set(events.flatMap((event) => (event.kind === 'moved' ? [] : [event.signer])));
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
  const store = transaction.objectStore('events');
  const isHere = async ({ writer, sequence, hash }: TrailEvent) =>
    (await store.get([writer, sequence]))?.hash === hash;
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
  const events = writing.objectStore('events');
  const attempts = events.index('byAttempt');
  for (const event of fresh) {
    if (await attempts.getKey(event.attemptId)) throw refused({ ...event, code: 'attempt-twice' });
    await events.add(event);
  }

  const wanted = signersOf(fresh);
  for (const person of people)
    if (wanted.has(person.digest)) await writing.objectStore('people').put(person);

  for (const recordId of new Set(fresh.map((event) => event.recordId)))
    await refoldImported(writing, recordId, fresh);

  const meta = writing.objectStore('meta');
  const { count } = await readChanges(writing);
  const total = await events.count();
  if (fresh.length > 0) await meta.put({ key: 'changes', count: count + 1, events: total });
  if (damage) await takeUpOldTrail(writing, damage.witness);
}

async function refoldImported(
  writing: Writing,
  recordId: string,
  fresh: readonly TrailEvent[],
): Promise<void> {
  const events = await writing.objectStore('events').index('byRecord').getAll(recordId);
  const begins = events.filter(({ kind }) => kind === 'recorded');
  const again = fresh.find((event) => event.recordId === recordId && event.kind === 'recorded');
  if (begins.length > 1 && again) throw refused({ ...again, code: 'record-twice' });
  await refold(writing, recordId);
}

/** An emptied database becomes the old installation again, when the import brought back all the witness knew. */
async function takeUpOldTrail(
  writing: Writing,
  witness: NonNullable<Trail['damage']>['witness'],
): Promise<void> {
  if (!witness) return;
  const last = await writing.objectStore('events').get([witness.writer, witness.sequence]);
  const { events } = await readChanges(writing);
  if (last?.hash !== witness.hash || events < witness.events) return;
  const meta = writing.objectStore('meta');
  const row = await meta.get('installation');
  const { writer, generation } = witness;
  const formerGenerations = row?.key === 'installation' ? row.formerGenerations : [];
  await meta.delete('dataLoss');
  await meta.put({ key: 'installation', writer, generation, formerGenerations });
}
