import { beforeEach, expect, it } from 'vitest';
import { recordQuerySchema } from '@/lib/domain/record';
import { listRecords, readFigures } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { dropStaged, finishStaged, stagePart } from '@/lib/store/trail-import';
import { sampleParts } from '../../bench/history/sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

const at = '2026-11-22T12:00:00.000Z';
const importId = '00000000-0000-4000-8000-0000000000ff';
const beside = { checkpoints: [], files: [], pieces: [] };
const all = recordQuerySchema.parse({ limit: 500 });
const found = [...sampleParts(200, 100)].map(({ events, people }, part) => ({
  importId,
  part,
  events,
  people,
  ...beside,
}));

let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

async function stageAll(): Promise<number> {
  for (const part of found) await stagePart(trail, part);
  return found.length;
}

it('adds all parts at once, leaves nothing staged, and checks', async () => {
  const parts = await stageAll();
  expect((await listRecords(trail, all)).all).toBe(0);
  const dry = await finishStaged(keeper, { importId, parts, dryRun: true }, at);
  expect(dry).toMatchObject({ events: 280, records: 200, people: 200 });
  expect((await listRecords(trail, all)).all).toBe(0);
  expect(await finishStaged(keeper, { importId, parts, dryRun: false }, at)).toEqual(dry);
  expect(await trail.database.count('staging')).toBe(0);
  expect(await checkTrail(trail)).toMatchObject({ events: 280, records: 200 });
  expect(await checkTrail(trail)).not.toHaveProperty('problem');
});

it.each([
  ['a part that has not arrived', 'import-missing-part', 1, undefined],
  ['a part with an edited event', 'import-changed', 0, { at: '2020-01-01T00:00:00.000Z' }],
])('refuses %s, and nothing is added', async (_name, code, place, change) => {
  for (const part of found) {
    const [first, ...others] = part.events;
    if (part.part !== place) await stagePart(trail, part);
    else if (change) {
      const events = [{ ...first!, ...change }, ...others];
      await expect(stagePart(trail, { ...part, events })).rejects.toMatchObject({ code });
    }
  }
  const wish = { importId, parts: found.length, dryRun: false };
  await expect(finishStaged(keeper, wish, at)).rejects.toMatchObject({
    code: 'import-missing-part',
  });
  expect((await listRecords(trail, all)).all).toBe(0);
  expect(await checkTrail(trail)).toMatchObject({ events: 0 });
});

it('is gone when it is dropped', async () => {
  await stageAll();
  await dropStaged(trail, importId);
  expect(await trail.database.count('staging')).toBe(0);
});

it('answers the same from the index that lies on the disk as from one made anew, also after changes', async () => {
  const parts = await stageAll();
  await finishStaged(keeper, { importId, parts, dryRun: false }, at);
  const { recordId } = await saveRecord(trail, aSave());
  await moveRecord(trail, aMove({ recordId, note: 'a new link' }));
  const correction = { ...contoso, companyName: 'Tailspin' };
  await saveRecord(trail, aSave({ recordId, correctsVersion: 1, attestation: correction }));
  const answers = async (asked: Trail) => {
    const pages = [];
    for (const query of [
      { text: 'mull' },
      { text: 'tailspin' },
      { text: 'link' },
      { stage: 'pending' },
      { sort: 'companyName', order: 'ascending' },
      { sort: 'changedAt', offset: 50, limit: 20 },
      { state: 'verified', from: '2021-01-01', until: '2021-01-01' },
    ] as const)
      pages.push(await listRecords(asked, recordQuerySchema.parse(query)));
    return [pages, await readFigures(asked, new Date(at))];
  };
  const kept = await answers(await startKeeper().open());
  await trail.database.clear('packs');
  await trail.database.delete('meta', 'pack');
  const anew = await answers(await startKeeper().open());
  expect(anew).toEqual(kept);
  expect((kept[0] as { total: number }[]).map(({ total }) => total > 0)).not.toContain(false);
});

it('finds no record that is not there', async () => {
  expect(await listRecords(trail, recordQuerySchema.parse({ text: nextUuid() }))).toEqual({
    records: [],
    total: 0,
    all: 0,
  });
});
