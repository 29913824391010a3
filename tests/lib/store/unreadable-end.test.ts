import { beforeEach, describe, expect, it } from 'vitest';
import { BundleOutrun, writeBundle } from '@/lib/domain/bundle/bundle-write';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { saveRecord } from '@/lib/store/history-store';
import { importRows } from '@/lib/store/rows-import';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { importTrail } from '@/lib/store/trail-import';
import { readTrail } from '@/lib/store/trail-text';
import { bundleParts, textIn } from '../domain/bundle/bundle-text';
import { sampleTrail, writerA } from '../domain/trail/trail-sample';
import { aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// The newest line of a chain is cut short, as a spoilt disk would: the place is taken, whatever can be read of it.

const at = '2026-11-22T12:00:00.000Z';
const chance = { uuid: nextUuid, salt: () => nextUuid().replaceAll('-', '').repeat(2) };

let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

/** Cut the last so many lines of a chain's newest row. */
async function spoilEnd(writer: string, count = 1): Promise<void> {
  const { store } = trail.database.transaction('events', 'readwrite');
  const chain = IDBKeyRange.bound([writer, 0], [writer, Number.MAX_SAFE_INTEGER]);
  const cursor = (await store.openCursor(chain, 'prev'))!;
  const { lines } = cursor.value;
  const cut = (line: string, place: number) =>
    place >= lines.length - count ? line.slice(0, -5) : line;
  await cursor.update({ ...cursor.value, lines: lines.map(cut) });
}

async function nextWorker(): Promise<void> {
  keeper = startKeeper();
  trail = await keeper.open();
}

async function exported(asItIs: boolean): Promise<string> {
  const ends = await readTrailEnds(trail);
  const { slice } = await readTrail(trail, undefined, ends.heads);
  const about = { product: '', exportedAt: at, slices: [slice] };
  return textIn(writeBundle({ ...ends, ...about, readFile: async () => undefined, asItIs }));
}

const ownWriter = async () => (await readTrailEnds(trail)).writer;
const headsOf = async () =>
  (await readTrailEnds(trail)).heads.map(({ writer, sequence }) => [writer, sequence]);

/** Three records in rows of their own. */
async function threeSaved(): Promise<void> {
  for (let i = 0; i < 3; i++) await saveRecord(trail, aSave());
}

/** Three records in one row, as a table brings them in. */
async function threeInARow(): Promise<void> {
  const rows = [1, 2, 3].map((row) => ({
    row,
    attestation: { ...contoso, companyName: `Customer ${row}` },
    state: 'recorded' as const,
  }));
  const by = { name: 'Mei', role: 'admin-agent' };
  await importRows(trail, { rows, provenance: '', by, at, offsetMinutes: 60 }, chance);
}

describe.each([
  ['in a row of its own', threeSaved, 1],
  ['at the end of a longer row', threeInARow, 1],
  ['with the one before it', threeInARow, 2],
  ['with all others in its row', threeInARow, 3],
] as const)('the own chain’s last event cannot be read, %s', (_name, fill, spoilt) => {
  const place = 4 - spoilt;

  it.each([
    ['in the worker that has written it', async () => {}],
    ['in the next worker', nextWorker],
  ])('which the check says, and nothing is written after it: %s', async (_when, wait) => {
    await fill();
    const writer = await ownWriter();
    await spoilEnd(writer, spoilt);
    const before = await trail.database.getAll('events');
    await wait();
    expect((await checkTrail(trail)).problem).toMatchObject({ writer, sequence: place });
    const draftId = nextUuid();
    const draft = { draftId, attemptId: nextUuid(), place: 'manual', startedAt: at, changedAt: at };
    await keepDraft(trail, { ...draft, fields: contoso, touched: [] });
    const save = aSave({ attemptId: draft.attemptId, draftId });
    await expect(saveRecord(trail, save)).rejects.toMatchObject({ code: 'trail-damaged' });
    await expect(threeInARowMore()).rejects.toMatchObject({ code: 'trail-damaged' });
    expect(await listDrafts(trail)).toMatchObject([{ draftId }]);
    expect(await trail.database.getAll('events')).toEqual(before);
  });

  it('and a save that is there is answered again', async () => {
    const save = aSave();
    const saved = await saveRecord(trail, save);
    await fill();
    await spoilEnd(await ownWriter(), spoilt);
    expect(await saveRecord(trail, save)).toEqual(saved);
  });

  it('and what can be read leaves, with the gap said', async () => {
    await fill();
    const writer = await ownWriter();
    await spoilEnd(writer, spoilt);
    expect(await headsOf()).toEqual(place > 1 ? [[writer, place - 1]] : []);
    await expect(exported(false)).rejects.toThrow(BundleOutrun);
    const text = await exported(true);
    expect(text.match(/\{"event":/g) ?? []).toHaveLength(place - 1);
    // As far as it goes, it hangs together: it can be imported where nothing is.
    expect(() => bundleParts(text)).not.toThrow();
  });
});

async function threeInARowMore(): Promise<void> {
  const row = { row: 9, attestation: { ...contoso, companyName: 'More' } };
  const by = { name: 'Mei', role: 'admin-agent' };
  const rows = [{ ...row, state: 'recorded' as const }];
  await importRows(trail, { rows, provenance: '', by, at, offsetMinutes: 60 }, chance);
}

describe('an imported chain’s last event cannot be read', () => {
  it('which the check says, now and after a restart, and everything but it leaves', async () => {
    const given = await sampleTrail(2);
    const { writer, sequence } = given.events.at(-1)!;
    await importTrail(keeper, { ...given, dryRun: false }, at);
    await saveRecord(trail, aSave());
    expect((await checkTrail(trail)).problem).toBeUndefined();
    await spoilEnd(writer);
    for (const wait of [async () => {}, nextWorker]) {
      await wait();
      expect((await checkTrail(trail)).problem).toEqual({ code: 'missing', writer, sequence });
    }
    expect(await headsOf()).toContainEqual([writer, sequence - 1]);
    await expect(exported(false)).rejects.toThrow(BundleOutrun);
    const text = await exported(true);
    expect(text.match(/\{"event":/g)).toHaveLength(given.events.length);
    // The own chain is not harmed by it, and goes on.
    await saveRecord(trail, aSave());
    expect((await trailOf(trail)).events).toHaveLength(given.events.length + 1);
  });

  it('so that the whole file is refused for what is wrong here, and changes nothing', async () => {
    const given = await sampleTrail(2);
    const { writer } = given.events.at(-1)!;
    await importTrail(keeper, { ...given, dryRun: false }, at);
    await spoilEnd(writer);
    await saveRecord(trail, aSave());
    const before = await trail.database.getAll('events');
    for (const dryRun of [true, false])
      await expect(importTrail(keeper, { ...given, dryRun }, at)).rejects.toMatchObject({
        code: 'import-end-unreadable',
      });
    expect(await trail.database.getAll('events')).toEqual(before);

    // What the refusal advises: the file and then what was exported here, where nothing is.
    const text = await exported(true);
    emptyDisk();
    await nextWorker();
    await importTrail(keeper, { ...given, dryRun: false }, at);
    await importTrail(keeper, { ...bundleParts(text), dryRun: false }, at);
    expect(await checkTrail(trail)).toMatchObject({ events: given.events.length + 1 });
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
  });
});

describe('an event before the last one cannot be read', () => {
  beforeEach(async () => {
    await importTrail(keeper, { ...(await sampleTrail(2)), dryRun: false }, at);
    const row = (await trail.database.get('events', [writerA, 4]))!;
    await trail.database.put('events', { ...row, lines: row.lines.with(1, 'spoilt') });
  });

  it.each([true, false])('where a file ends: that is no fork (dry run: %s)', async (dryRun) => {
    const file = await sampleTrail(1);
    const before = await trail.database.getAll('events');
    await expect(importTrail(keeper, { ...file, dryRun }, at)).rejects.toMatchObject({
      code: 'trail-damaged',
      detail: `${writerA}/2`,
    });
    expect(await trail.database.getAll('events')).toEqual(before);
  });

  it('but where what can be read goes another way, the fork is named', async () => {
    const file = await sampleTrail(1, writerA, 77);
    const forked = importTrail(keeper, { ...file, dryRun: true }, at);
    const place = { code: 'import-fork', detail: `${writerA}/1` };
    await expect(forked).rejects.toMatchObject(place);
  });
});
