import type { Actor } from '@/lib/domain/record/record';
import {
  planRetention,
  type RetainedEvent,
  type RetentionPlan,
} from '@/lib/domain/trail/retention';
import type { StoreName } from './database';
import { dropDrafts } from './draft-store';
import { forgetPack } from './history-pack';
import { StoreProblem } from './problem';
import { noteChange, noteWitness, readChanges, refuseWhenDamaged, type Trail } from './trail';
import { eventsAfter } from './trail-rows';
import { removeEventsUpTo } from './trail-write';
import { type Reading, type Writing, writeAsOne } from './transaction';
import { announceDraft } from './witness';

/** What would go, with the state of the trail it was found in. */
export type ShownPlan = RetentionPlan & { changes: number };

const slice = 1_024;

/** What would be pruned of records last changed before a moment (UTC, ISO 8601). Nothing is changed. */
export async function readRetention({ database }: Trail, before: string): Promise<ShownPlan> {
  const reading = database.transaction(['events', 'meta'], 'readonly') as unknown as Reading;
  const { count } = await readChanges(reading);
  const events: RetainedEvent[] = [];
  for (let after: [string, number] | undefined, last = false; !last; ) {
    const found = await eventsAfter(reading, after, slice);
    // Only what is needed, so that a long trail fits into memory.
    for (const { writer, sequence, hash, recordId, at } of found)
      events.push({ writer, sequence, hash, recordId, at });
    const end = found.at(-1);
    if (end) after = [end.writer, end.sequence];
    last = found.length < slice;
  }
  return { ...planRetention(events, before), changes: count };
}

const stores: StoreName[] = [
  'events',
  'people',
  'evidence',
  'checkpoints',
  'drafts',
  'packs',
  'meta',
  'journal',
];

/**
 * Prune what was shown, for good: events, people, files and drafts that correct what goes; a checkpoint stands in place
 * of each beginning. All in one transaction. Throws a StoreProblem `trail-changed` when anything was written since it was
 * shown (`changes`), `trail-damaged`, `storage-full`.
 */
export async function pruneTrail(
  trail: Trail,
  { before, changes, by, at }: { before: string; changes: number; by: Actor; at: string },
): Promise<RetentionPlan> {
  refuseWhenDamaged(trail);
  const plan = await readRetention(trail, before);
  if (plan.changes !== changes) throw new StoreProblem('trail-changed');
  if (plan.events === 0) return plan;
  await writeAsOne(trail.database, stores, async (writing) => {
    if ((await readChanges(writing)).count !== changes) throw new StoreProblem('trail-changed');
    await prune(writing, plan, by, at);
  });
  trail.index = undefined;
  await noteWitness(trail, at);
  await announceDraft('', at);
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
  const drafts = await writing.objectStore('drafts').getAll();
  const correcting = drafts.filter(({ corrects }) => corrects && gone.has(corrects.recordId));
  await dropDrafts(
    writing,
    correcting.map(({ draftId }) => draftId),
  );
  await forgetPack(writing);
  await noteChange(writing, { events: -events, records: -records, recordIds: [...gone] });
}
