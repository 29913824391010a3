import { beforeEach, describe, expect, it } from 'vitest';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { genesis, linkEvent } from '@/lib/domain/trail/trail-chain';
import type { PackRow } from '@/lib/store/database';
import { eraseRecord } from '@/lib/store/erase';
import { listRecords, readFigures } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { finishImports } from '@/lib/store/import-running';
import { pruneTrail, readRetention } from '@/lib/store/retention';
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

it('tells how far it has come, changes nothing when it is stopped, and can be finished after that', async () => {
  const parts = await stageAll();
  const wish = { importId, parts, dryRun: false };
  const shares: number[] = [];
  const onShare = (share: number) => shares.push(share);
  const isStopped = () => shares.length === parts - 1;
  const code = 'import-stopped';
  await expect(finishStaged(keeper, wish, at, { onShare, isStopped })).rejects.toMatchObject({
    code,
  });
  expect(shares).toHaveLength(parts - 1);
  expect((await listRecords(trail, all)).all).toBe(0);
  expect(await checkTrail(trail)).toMatchObject({ events: 0 });
  await finishStaged(keeper, wish, at, { onShare, isStopped: () => false });
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  expect(await checkTrail(trail)).toMatchObject({ events: 280, records: 200 });
});

it('undoes what is being finished when it is dropped, and says what was added when it is too late', async () => {
  const wish = { importId, parts: await stageAll(), dryRun: false };
  const imports = finishImports(keeper, () => at);
  const finishing = imports.finish(wish).catch((error) => error);
  expect(await imports.drop(importId)).toEqual({});
  // A slow machine has answered with how far it had come by then.
  const ended = await finishing;
  if (!('share' in ended)) expect(ended).toMatchObject({ code: 'import-stopped' });
  expect(await trail.database.count('staging')).toBe(0);
  expect((await listRecords(trail, all)).all).toBe(0);

  await stageAll();
  // Both ask for the same import: it is added once.
  const both = await Promise.all([imports.finish(wish), imports.finish(wish)]);
  const added =
    (await imports.drop(importId)).added ?? both.find(({ summary }) => summary)?.summary;
  expect(added).toMatchObject({ events: 280 });
  expect(await checkTrail(trail)).toMatchObject({ events: 280, records: 200 });
});

it('is known to be added when its worker has died, whether it is asked for again or stopped', async () => {
  const wish = { importId, parts: await stageAll(), dryRun: false };
  await finishStaged(keeper, wish, at);
  const ofNextWorker = () => finishImports(keeper, () => at);
  expect(await ofNextWorker().finish(wish)).toMatchObject({ summary: { events: 280 } });
  expect(await ofNextWorker().drop(importId)).toMatchObject({ added: { events: 280 } });
  // Parts that have gone without having been added are no success.
  const other = '00000000-0000-4000-8000-0000000000fe';
  const code = 'import-missing-part';
  const asked = ofNextWorker().finish({ ...wish, importId: other });
  await expect(asked).rejects.toMatchObject({ code });
  expect(await ofNextWorker().drop(other)).toEqual({});
});

it('is gone when it is dropped', async () => {
  await stageAll();
  await dropStaged(trail, importId);
  expect(await trail.database.count('staging')).toBe(0);
});

describe('goes, since it may hold the same person, when', () => {
  const by = { name: 'Robin', role: 'admin-agent' };
  const before = '2026-11-22T11:00:00.000Z';

  it.each([
    [
      'a person is erased',
      async (recordId: string) => {
        const attemptId = nextUuid();
        const link = { attemptId, recordId, by, at, offsetMinutes: 60 };
        await eraseRecord(trail, { ...link, fileIds: [], reason: '' });
      },
    ],
    [
      'old records are deleted',
      async () => {
        const { changes, events } = await readRetention(trail, before);
        expect(events).toBe(1);
        await pruneTrail(trail, { before, changes, by, at });
      },
    ],
  ])('%s; finishing it then says that its parts are missing', async (_name, goes) => {
    const { recordId } = await saveRecord(trail, aSave());
    await saveRecord(trail, aSave({ at }));
    const parts = await stageAll();
    const wish = { importId, parts, dryRun: false };
    await finishStaged(keeper, { ...wish, dryRun: true }, at);
    await goes(recordId);
    expect(await trail.database.count('staging')).toBe(0);
    const code = 'import-missing-part';
    await expect(finishStaged(keeper, wish, at)).rejects.toMatchObject({ code });
  });
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
      { state: 'verified', from: Date.UTC(2021, 0, 1), until: Date.UTC(2021, 0, 2) },
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

it('makes what lists are answered from anew after a check', async () => {
  const parts = await stageAll();
  await finishStaged(keeper, { importId, parts, dryRun: false }, at);
  const verified = recordQuerySchema.parse({ state: 'verified', limit: 500 });
  const { total } = await listRecords(trail, verified);
  const row = (await trail.database.get('packs', ['columns', 0])) as PackRow;
  const { columns } = row.content as { columns: { state: Uint8Array } };
  columns.state.fill(columns.state[0]!);
  await trail.database.put('packs', row);
  const other = await startKeeper().open();
  expect((await listRecords(other, verified)).total).not.toBe(total);
  expect(await checkTrail(other)).not.toHaveProperty('problem');
  await expect.poll(async () => (await listRecords(other, verified)).total).toBe(total);
  await expect.poll(() => other.database.get('meta', 'pack')).toBeDefined();
  expect((await listRecords(await startKeeper().open(), verified)).total).toBe(total);
});

it('keeps an order up to date, and for the next worker', async () => {
  const parts = await stageAll();
  await finishStaged(keeper, { importId, parts, dryRun: false }, at);
  const byName = recordQuerySchema.parse({ sort: 'companyName', order: 'ascending', limit: 500 });
  const names = async (asked: Trail) =>
    (await listRecords(asked, byName)).records.map(({ current }) => current.companyName);
  const before = await names(trail);
  const { recordId } = await saveRecord(
    trail,
    aSave({ attestation: { ...contoso, companyName: 'AAA' } }),
  );
  await saveRecord(trail, aSave({ attestation: { ...contoso, companyName: 'Contoso 500' } }));
  const second = await startKeeper().open();
  expect(await names(second)).toEqual(await names(trail));
  expect((await names(trail)).length).toBe(before.length + 2);
  expect((await names(second))[0]).toBe('AAA');
  expect(second.index?.texts).toBeUndefined();
  const attestation = { ...contoso, companyName: 'zzz' };
  await saveRecord(second, aSave({ recordId, correctsVersion: 1, attestation }));
  await moveRecord(second, aMove({ recordId, note: '' }));
  for (const asked of [trail, second, await startKeeper().open()]) {
    const now = await names(asked);
    expect(now).not.toContain('AAA');
    await asked.database.clear('packs');
    await asked.database.delete('meta', 'pack');
    expect(now).toEqual(await names(await startKeeper().open()));
  }
});

it('refuses an attempt that is in two parts, and nothing is added', async () => {
  const { events } = found[1]!;
  const first = found[0]!.events[0]!;
  const chain: TrailEvent[] = [];
  for (const { hash: _, ...event } of [...found[0]!.events, ...events]) {
    const attemptId =
      event.recordId === events.at(-1)!.recordId ? first.attemptId : event.attemptId;
    chain.push(linkEvent({ ...event, attemptId }, chain.at(-1) ?? genesis));
  }
  const size = found[0]!.events.length;
  await stagePart(trail, { ...found[0]!, events: chain.slice(0, size) });
  await stagePart(trail, { ...found[1]!, events: chain.slice(size) });
  const last = chain.at(-1)!;
  const more = linkEvent({ ...last, attemptId: nextUuid() }, last);
  await stagePart(trail, { importId, part: 2, events: [more], people: [], ...beside });
  const refused: unknown[] = [];
  for (const dryRun of [true, false])
    await finishStaged(keeper, { importId, parts: 3, dryRun }, at).catch((error) =>
      refused.push(error),
    );
  expect(refused).toMatchObject([
    { code: 'import-attempt-twice' },
    { code: 'import-attempt-twice' },
  ]);
  expect(refused[0]).toEqual(refused[1]);
  expect(await checkTrail(trail)).toMatchObject({ events: 0 });
});

it('finds no record that is not there', async () => {
  expect(await listRecords(trail, recordQuerySchema.parse({ text: nextUuid() }))).toEqual({
    records: [],
    total: 0,
    all: 0,
  });
});
