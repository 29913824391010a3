import { beforeEach, describe, expect, it } from 'vitest';
import { textCode } from '@/lib/domain/history/text-code';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { genesis, linkEvent } from '@/lib/domain/trail/trail-chain';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { importTrail } from '@/lib/store/trail-import';
import { eventOfAttempt } from '@/lib/store/trail-rows';
import { wipeTrail } from '@/lib/store/trail-wipe';
import type { Reading } from '@/lib/store/transaction';
import { id, sampleTrail, writerA, writerB } from '../domain/trail/trail-sample';
import { aMove, aSave, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// An attempt is written once: also when it came back with a file, and whichever way it is found.

const at = '2026-11-22T12:00:00.000Z';
let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

type Sample = { events: TrailEvent[]; people: TrailPerson[] };

const bring = (sample: Sample, dryRun = false) => importTrail(keeper, { ...sample, dryRun }, at);

/** The same events with other attempts, in their order. */
function withAttempts({ events, people }: Sample, attempts: readonly string[]): Sample {
  const chain: TrailEvent[] = [];
  for (const [place, { hash: _, ...event }] of events.entries()) {
    const attemptId = attempts[place] ?? event.attemptId;
    chain.push(linkEvent({ ...event, attemptId }, chain.at(-1) ?? genesis));
  }
  return { events: chain, people };
}

async function written(attemptId: string): Promise<TrailEvent | undefined> {
  const stores = ['events', 'attempts'] as const;
  const reading = trail.database.transaction([...stores], 'readonly') as unknown as Reading;
  return eventOfAttempt(reading, attemptId);
}

describe('that came back with a backup after a wipe', () => {
  const save = aSave();
  const move = aMove({ recordId: save.recordId });
  beforeEach(async () => {
    await saveRecord(trail, save);
    await moveRecord(trail, move);
    const backup = await trailOf(trail);
    await wipeTrail(keeper, at, nextUuid);
    expect(await written(save.attemptId)).toBeUndefined();
    await bring(backup);
    trail = await keeper.open();
  });

  it('writes no second record', async () => {
    // A page asks again with an id of its own for the record, as it does not know of the first answer.
    const asked = Array.from({ length: 20 }, () =>
      saveRecord(trail, { ...save, recordId: nextUuid() }),
    );
    for (const again of await Promise.all(asked)) expect(again.recordId).toBe(save.recordId);
    expect((await moveRecord(trail, move)).moves).toHaveLength(1);
    expect(await checkTrail(trail)).toMatchObject({ events: 2, records: 1 });
  });

  it('is known again after a check when the rows of attempts were lost', async () => {
    await trail.database.clear('attempts');
    expect(await written(save.attemptId)).toBeUndefined();
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    await expect.poll(() => written(save.attemptId)).toMatchObject({ recordId: save.recordId });
  });
});

it('that shares its code with another is not taken for it', async () => {
  const seen = new Map<number, string>();
  let alike: string[] = [];
  for (let number = 1; alike.length === 0; number++) {
    const attempt = id(number);
    const other = seen.get(textCode(attempt));
    if (other) alike = [other, attempt];
    seen.set(textCode(attempt), attempt);
  }
  await bring(withAttempts(await sampleTrail(1), alike));
  expect(await written(alike[0]!)).toMatchObject({ sequence: 1 });
  expect(await written(alike[1]!)).toMatchObject({ sequence: 2 });
});

describe.each([
  ['an import', false],
  ['a dry run', true],
])('%s is refused, and nothing is added, with an attempt that', (_, dryRun) => {
  const refused = {
    code: 'import-attempt-twice',
    message: expect.stringContaining(`${writerB}/2`),
  };

  it('stands in it twice', async () => {
    const sample = await sampleTrail(1, writerB, 2);
    const { attemptId } = sample.events[0]!;
    await expect(bring(withAttempts(sample, [attemptId, attemptId]), dryRun)).rejects.toMatchObject(
      refused,
    );
    expect(await checkTrail(trail)).toMatchObject({ events: 0 });
    expect(await trail.database.count('attempts')).toBe(0);
  });

  it('was saved here', async () => {
    const save = aSave();
    await saveRecord(trail, save);
    const sample = await sampleTrail(1, writerB, 2);
    const other = withAttempts(sample, [nextUuid(), save.attemptId]);
    await expect(bring(other, dryRun)).rejects.toMatchObject(refused);
    expect(await checkTrail(trail)).toMatchObject({ events: 1 });
  });

  it('came with another import', async () => {
    const first = await sampleTrail(1, writerA, 1);
    await bring(first);
    const sample = await sampleTrail(1, writerB, 2);
    const other = withAttempts(sample, [nextUuid(), first.events[0]!.attemptId]);
    await expect(bring(other, dryRun)).rejects.toMatchObject(refused);
    expect(await checkTrail(trail)).toMatchObject({ events: 2 });
    // The same again is no second one.
    expect(await bring(first)).toMatchObject({ events: 0, eventsAlreadyHere: 2 });
    expect(await bring(sample)).toMatchObject({ events: 2 });
    expect((await written(sample.events[1]!.attemptId))?.writer).toBe(writerB);
  });
});
