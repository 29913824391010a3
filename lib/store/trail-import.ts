import { type HistoryIndex, rememberSlots } from '@/lib/domain/history/history-index';
import type { BundleSummary, TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { dropAsked } from './asked-store';
import type { StagedPart, StoreName } from './database';
import { currentIndex } from './history-current';
import { beginIndex, finishIndex } from './history-making';
import { keepPack } from './history-pack';
import { noteBroughtBack, type Settled, settleErasures } from './import-erasures';
import {
  beginMerge,
  type Merge,
  mergePart,
  refuseAttempts,
  refuseOrphans,
  settleAttempts,
} from './import-merge';
import { checkedRow, partOf } from './import-parts';
import { StoreProblem } from './problem';
import { noteChange, noteWitness, readChanges, type Trail, type TrailKeeper } from './trail';
import { eventAt } from './trail-rows';
import { type Reading, type Writing, writeAsOne, writeRelaxed } from './transaction';
import { announceDraft } from './witness';

export type TrailToImport = {
  events: TrailEvent[];
  people: TrailPerson[];
  /** Only count what would be added. */
  dryRun: boolean;
};

const stores: StoreName[] = [
  'events',
  'people',
  'attempts',
  'checkpoints',
  'evidence',
  'staging',
  'meta',
  'journal',
  'packs',
  'drafts',
];

/**
 * Add events that were exported elsewhere, or here before something was lost: all of them or none. Each chain must be
 * given from its first event or its checkpoint; what is here already is left alone, so a person who was erased here stays
 * erased. Throws a StoreProblem `import-<code of a TrailProblem>` with `writer/sequence` as its detail.
 * A damaged trail accepts what mends it: it is checked again afterwards.
 */
export async function importTrail(
  keeper: TrailKeeper,
  { events, people, dryRun }: TrailToImport,
  at: string,
): Promise<BundleSummary> {
  const only = { importId: '', part: 0, events, people, checkpoints: [], files: [], pieces: [] };
  checkedRow(only);
  return merged(keeper, at, dryRun, async (merge) => {
    await mergePart(merge, only);
    await endParts(merge);
  });
}

/**
 * Keep a part of an import until it is finished; the same part again takes its place. Everything that the part alone can
 * show is checked now, down to every hash: throws a StoreProblem `import-…` and keeps nothing.
 */
export async function stagePart({ database }: Trail, part: StagedPart): Promise<void> {
  const row = checkedRow(part);
  // A power cut ends the browser, and at its start all parts go: strict durability would guard nothing.
  await writeRelaxed(database, ['staging'], (writing) => writing.objectStore('staging').put(row));
}

export type StagedWish = { importId: string; parts: number; dryRun: boolean };

/** What an import tells of how far it has come, from 0 to 1, and asks: whether it shall stop. */
export type ImportProgress = { onShare: (share: number) => void; isStopped: () => boolean };

/**
 * Add all parts of an import, as `importTrail` adds its events: in one transaction, all or nothing. The parts go with it;
 * a dry run keeps them, and leaves the bytes of evidence files unread: the page has hashed each of them while it staged the
 * file, and the import hashes them again. Throws also `import-missing-part` when one has not arrived, `import-stopped` when it shall stop.
 */
export async function finishStaged(
  keeper: TrailKeeper,
  { importId, parts, dryRun }: StagedWish,
  at: string,
  progress?: ImportProgress,
): Promise<BundleSummary> {
  return merged(keeper, at, dryRun, async (merge) => {
    const staging = merge.transaction.objectStore('staging');
    let reading = parts > 0 ? staging.get([importId, 0]) : undefined;
    for (let part = 0; part < parts; part++) {
      // When the part before was refused, the reading ends with it: that is no reason by itself.
      const row = await reading?.catch(async (error) => {
        await merge.adding;
        throw error;
      });
      if (!row) throw new StoreProblem('import-missing-part', String(part));
      // Read while the part before it is looked at and written.
      reading = part + 1 < parts ? staging.get([importId, part + 1]) : undefined;
      reading?.catch(() => {});
      await mergePart(merge, partOf(row));
      if (progress?.isStopped()) throw new StoreProblem('import-stopped');
      progress?.onShare((part + 1) / (parts + 1));
    }
    await endParts(merge);
    if (merge.file) throw new StoreProblem('import-file-changed', merge.file.name.fileId);
    await merge.writing?.objectStore('staging').delete(partsOf(importId));
    const { summary } = merge;
    await merge.writing?.objectStore('meta').put({ key: 'lastImport', importId, summary });
  });
}

/** What only all parts together show. */
async function endParts(merge: Merge): Promise<void> {
  await merge.adding;
  refuseOrphans(merge);
  await noteBroughtBack(merge);
}

/** What an import has added, when it was the last one: its worker may have died before it could say so. */
export async function readAdded(
  { database }: Trail,
  importId: string,
): Promise<BundleSummary | undefined> {
  const row = await database.get('meta', 'lastImport');
  return row?.key === 'lastImport' && row.importId === importId ? row.summary : undefined;
}

/** Throw the parts of an import away; of all imports when none is named: no page outlives a start of the extension. */
export async function dropStaged({ database }: Trail, importId?: string): Promise<void> {
  await writeAsOne(database, ['staging'], async (writing) => {
    const store = writing.objectStore('staging');
    if (importId === undefined) await store.clear();
    else await store.delete(partsOf(importId));
  });
}

function partsOf(importId: string): IDBKeyRange {
  return IDBKeyRange.bound([importId, 0], [importId, Number.MAX_SAFE_INTEGER]);
}

async function merged(
  keeper: TrailKeeper,
  at: string,
  dryRun: boolean,
  mergeAll: (merge: Merge) => Promise<void>,
): Promise<BundleSummary> {
  const trail = await keeper.open();
  const { summary, index, isForgotten, hasDropped } = await mergedWhileKnown(
    trail,
    dryRun,
    mergeAll,
  );
  if (dryRun) return summary;
  if (trail.damage) await keeper.recheck();
  const now = await keeper.open();
  if (!now.damage) await noteWitness(now, at);
  if (isForgotten) {
    now.index = undefined;
    await dropAsked();
  }
  if (index && !now.index) now.index = index;
  if (hasDropped) await announceDraft('', at);
  if (summary.events > 0) await indexAfterwards(now);
  return summary;
}

/** What a merge has done; where the pack on the disk has gone, the index is made anew. */
type Merged = Partial<Settled> & { summary: BundleSummary; index?: HistoryIndex | undefined };

/** Which records there are must be known before the transaction begins: when the trail has changed until then, it is asked again. */
async function mergedWhileKnown(
  trail: Trail,
  dryRun: boolean,
  mergeAll: (merge: Merge) => Promise<void>,
): Promise<Merged> {
  for (;;) {
    const known = await knownRecords(trail);
    const merging = dryRun
      ? lookedAt(trail.database.transaction(stores, 'readonly') as unknown as Reading, known)
      : writeAsOne(trail.database, stores, (writing) => written(writing, known));
    const done = await merging;
    if (done) return done;
  }

  async function isOutrun(transaction: Reading | Writing, { changes }: Known): Promise<boolean> {
    return (await readChanges(transaction)).count !== changes;
  }

  async function lookedAt(reading: Reading, known: Known): Promise<Merged | undefined> {
    if (await isOutrun(reading, known)) return undefined;
    const merge = beginMerge(reading, undefined, known.has);
    await mergeAll(merge);
    await refuseAttempts(merge);
    return { summary: merge.summary };
  }

  async function written(writing: Writing, known: Known): Promise<Merged | undefined> {
    if (await isOutrun(writing, known)) return undefined;
    const merge = beginMerge(writing, writing, known.has, known.any ? undefined : beginIndex());
    await mergeAll(merge);
    await settleAttempts(writing, merge);
    const settled = await settleErasures(merge);
    await noteMerge(writing, trail, merge);
    return { summary: merge.summary, index: await indexOf(writing, merge), ...settled };
  }
}

/** What was made of all events on the way: they are all that the trail holds, or it would not be the index of it. */
async function indexOf(
  writing: Writing,
  { making, summary }: Merge,
): Promise<HistoryIndex | undefined> {
  const { count, events } = await readChanges(writing);
  return making && events === summary.events ? finishIndex(writing, making, count) : undefined;
}

/** Which records there are, and at which count of changes. */
type Known = { changes: number; any: boolean; has: (recordId: string) => boolean };

async function knownRecords(trail: Trail): Promise<Known> {
  const reading = trail.database.transaction('meta', 'readonly') as unknown as Reading;
  const { records, count } = await readChanges(reading);
  if (records === 0) return { changes: count, any: false, has: () => false };
  const index = await currentIndex(trail);
  const { changes } = index;
  rememberSlots(index, true);
  const slots = index.slots!;
  rememberSlots(index, false);
  return { changes, any: true, has: (recordId) => slots.has(recordId) };
}

async function noteMerge(writing: Writing, trail: Trail, merge: Merge): Promise<void> {
  const { events, records } = merge.summary;
  if (events > 0)
    await noteChange(writing, {
      events,
      records,
      recordIds: [...merge.changed, ...merge.erasing],
      added: merge.added,
    });
  if (trail.damage) await takeUpOldTrail(writing, trail.damage.witness);
}

/** The first search after a large import should not have to read all of it. */
async function indexAfterwards(trail: Trail): Promise<void> {
  try {
    await currentIndex(trail, { texts: true });
    await keepPack(trail);
  } catch (error) {
    console.warn('Countersign: the index was not made', error);
  }
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
