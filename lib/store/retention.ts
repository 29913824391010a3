import type { Actor } from '@/lib/domain/record/record';
import {
  planRetention,
  type RetainedEvent,
  type RetentionPlan,
} from '@/lib/domain/trail/retention';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { byWriter, firstBreak, genesis, type Head, hashOf } from '@/lib/domain/trail/trail-chain';
import { dropAsked } from './asked-store';
import type { StoreName } from './database';
import { dropCorrecting } from './draft-store';
import { forgetPack } from './history-pack';
import { StoreProblem } from './problem';
import {
  noteChange,
  noteWitness,
  readChanges,
  readCheckpoints,
  refuseWhenDamaged,
  type Trail,
} from './trail';
import { readHead, writersHere } from './trail-heads';
import { eventsAfter } from './trail-rows';
import { removeEventsUpTo } from './trail-write';
import { type Reading, type Writing, writeAsOne } from './transaction';
import { announceDraft } from './witness';

/** What would go, with the state of the trail it was found in. */
export type ShownPlan = RetentionPlan & { changes: number };

const slice = 1_024;

/**
 * What would be pruned of records last changed before a moment (UTC, ISO 8601). Nothing is changed. Throws the StoreProblem
 * `trail-damaged` when an event is missing or cannot be read: what stands beside it would stay, and a checkpoint would hide the gap.
 */
export async function readRetention(trail: Trail, before: string): Promise<ShownPlan> {
  return planOf(trail, before, ({ hash }) => hash);
}

async function planOf(
  { database }: Trail,
  before: string,
  hash: (event: TrailEvent) => string,
): Promise<ShownPlan> {
  const stores = ['events', 'meta', 'checkpoints'] as const;
  const reading = database.transaction([...stores], 'readonly') as unknown as Reading;
  const { count } = await readChanges(reading);
  const ends = new Map<string, Head>();
  for (const { writer, sequence, hash } of await readCheckpoints(reading))
    ends.set(writer, { sequence, hash });
  const events: RetainedEvent[] = [];
  for (let after: [string, number] | undefined, last = false; !last; ) {
    const found = await eventsAfter(reading, after, slice);
    for (const [writer, chain] of byWriter(found)) {
      const broken = firstBreak(chain, { writer, after: ends.get(writer) ?? genesis, hash });
      if (broken) throw new StoreProblem('trail-damaged', `${writer}/${broken.sequence}`);
      ends.set(writer, chain.at(-1)!);
    }
    // Only what is needed, so that a long trail fits into memory.
    for (const { writer, sequence, hash, recordId, at } of found)
      events.push({ writer, sequence, hash, recordId, at });
    const end = found.at(-1);
    if (end) after = [end.writer, end.sequence];
    last = found.length < slice;
  }
  // No event follows one at the end that cannot be read, so no link shows it.
  for (const writer of await writersHere(reading)) await readHead(reading, writer);
  return { ...planRetention(events, before), changes: count };
}

const stores: StoreName[] = [
  'events',
  'people',
  'evidence',
  'checkpoints',
  'drafts',
  'packs',
  'staging',
  'meta',
  'journal',
];

/**
 * Prune what was shown, for good: events, people, files, drafts that correct what goes, and imports that wait; a checkpoint stands in place
 * of each beginning. All in one transaction. Throws a StoreProblem `trail-changed` when anything was written since it was
 * shown (`changes`), `trail-damaged` it is not whole, `storage-full`.
 */
export async function pruneTrail(
  trail: Trail,
  { before, changes, by, at }: { before: string; changes: number; by: Actor; at: string },
): Promise<RetentionPlan> {
  refuseWhenDamaged(trail);
  // What goes can never be checked again, so now every hash is made anew.
  const plan = await planOf(trail, before, hashOf);
  if (plan.changes !== changes) throw new StoreProblem('trail-changed');
  if (plan.events === 0) return plan;
  await writeAsOne(trail.database, stores, async (writing) => {
    if ((await readChanges(writing)).count !== changes) throw new StoreProblem('trail-changed');
    await prune(writing, plan, by, at);
  });
  trail.index = undefined;
  await noteWitness(trail, at);
  await announceDraft('', at);
  await dropAsked();
  return plan;
}

async function prune(
  writing: Writing,
  { prefixes, events, records }: RetentionPlan,
  by: Actor,
  at: string,
): Promise<void> {
  const gone = new Set(prefixes.flatMap(({ recordIds }) => recordIds));
  // A record of two chains is counted with the first.
  const counted = new Set<string>();
  for (const { writer, sequence, hash, events, recordIds } of prefixes) {
    for (const event of await removeEventsUpTo(writing, writer, sequence))
      if (event.kind === 'attached')
        await writing.objectStore('evidence').delete(event.file.fileId);
    const store = writing.objectStore('checkpoints');
    const before = await store.get(writer);
    const own = recordIds.filter((recordId) => !counted.has(recordId));
    for (const recordId of own) counted.add(recordId);
    await store.put({
      writer,
      sequence,
      hash,
      at,
      by,
      events: (before?.events ?? 0) + events,
      records: (before?.records ?? 0) + own.length,
    });
  }
  await dropCorrecting(writing, gone);
  await forgetPack(writing);
  await writing.objectStore('staging').clear();
  await noteChange(writing, { events: -events, records: -records, recordIds: [...gone] });
}
