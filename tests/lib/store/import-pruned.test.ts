import { beforeEach, expect, it } from 'vitest';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { signerOf } from '@/lib/domain/trail/trail';
import { genesis, linkEvent } from '@/lib/domain/trail/trail-chain';
import { saveRecord } from '@/lib/store/history-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { finishStaged, importTrail, stagePart } from '@/lib/store/trail-import';
import { aSave, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// A file that was exported before a beginning of the trail was pruned: it ends before, at or after that place.

const at = '2026-11-22T12:00:00.000Z';
const by = { name: 'Robin', role: 'admin-agent' };
const importId = '00000000-0000-4000-8000-0000000000ff';

let keeper: TrailKeeper;
let trail: Trail;
let events: TrailEvent[];
let people: Awaited<ReturnType<typeof trailOf>>['people'];

/** Four records, the first two of which have been pruned since. */
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
  for (const day of ['2026-01-01', '2026-01-02', '2026-11-20', '2026-11-21'])
    await saveRecord(trail, aSave({ at: `${day}T08:00:00.000Z` }));
  ({ events, people } = await trailOf(trail));
  const before = '2026-06-01T00:00:00.000Z';
  const { changes } = await readRetention(trail, before);
  expect(await pruneTrail(trail, { before, changes, by, at })).toMatchObject({ events: 2 });
});

const peopleOf = (some: readonly TrailEvent[]) =>
  people.filter(({ digest }) => some.some((event) => signerOf(event) === digest));

async function staged(parts: readonly TrailEvent[][]) {
  for (const [part, own] of parts.entries()) {
    const beside = { checkpoints: [], files: [], pieces: [] };
    await stagePart(trail, { importId, part, events: own, people: peopleOf(own), ...beside });
  }
  return finishStaged(keeper, { importId, parts: parts.length, dryRun: false }, at);
}

it.each([1, 2, 3, 4])('is no fork when it ends with event %d', async (count) => {
  const own = events.slice(0, count);
  const same = { events: 0, eventsAlreadyHere: count };
  for (const dryRun of [true, false]) {
    const wish = { events: own, people: peopleOf(own), dryRun };
    expect(await importTrail(keeper, wish, at)).toMatchObject(same);
  }
  // A part of it ends at every place.
  expect(await staged(own.map((event) => [event]))).toMatchObject(same);
  expect(await checkTrail(trail)).toMatchObject({ events: 2, records: 2 });
  expect(await checkTrail(trail)).not.toHaveProperty('problem');
});

it('is a fork, at that place, when another event stands there', async () => {
  const { hash: _, ...last } = events[1]!;
  const other = linkEvent({ ...last, attemptId: nextUuid() }, events[0]!);
  const next = linkEvent({ ...events[2]!, attemptId: nextUuid() }, other);
  const fork = { code: 'import-fork', detail: `${other.writer}/2` };
  for (const parts of [
    [[events[0]!, other]],
    [[events[0]!], [other]],
    [[events[0]!, other, next]],
    [[linkEvent(events[0]!, genesis), other], [next]],
  ])
    await expect(staged(parts)).rejects.toMatchObject(fork);
  expect(await checkTrail(trail)).not.toHaveProperty('problem');
});
