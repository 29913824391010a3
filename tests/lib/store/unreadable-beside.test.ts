import { beforeEach, describe, expect, it } from 'vitest';
import { eraseRecord } from '@/lib/store/erase';
import { attachFile } from '@/lib/store/evidence-store';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { importTrail } from '@/lib/store/trail-import';
import { sampleTrail } from '../domain/trail/trail-sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// People and files stand beside events. Where the disk has spoilt an event's line, they are still found by record, row and place.

const at = '2026-11-22T12:00:00.000Z';
const by = { name: 'Robin', role: 'admin-agent' };

let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

/** Change the line of an event, in whatever row it lies. */
async function spoil(
  writer: string,
  sequence: number,
  change = (line: string) => line.slice(0, -5),
): Promise<void> {
  const range = IDBKeyRange.bound([writer, sequence], [writer, Number.MAX_SAFE_INTEGER]);
  const row = (await trail.database.get('events', range))!;
  const place = sequence - (row.last - row.lines.length + 1);
  const lines = row.lines.with(place, change(row.lines[place]!));
  await trail.database.put('events', { ...row, lines });
}

const saved = (lastName: string, given: Parameters<typeof aSave>[0] = {}) =>
  saveRecord(trail, aSave({ ...given, attestation: { ...contoso, lastName } }));
const corrected = (recordId: string, lastName: string) =>
  saved(lastName, { recordId, correctsVersion: 1, reason: 'misread' });
const attached = (recordId: string, name: string) =>
  attachFile(trail, {
    attemptId: nextUuid(),
    recordId,
    fileId: nextUuid(),
    name,
    salt: 'a'.repeat(64),
    type: '',
    origin: 'picked',
    bytes: new Uint8Array(10),
    by,
    at: '2026-11-22T09:00:00.000Z',
    offsetMinutes: 60,
  });
const erase = (recordId: string) =>
  eraseRecord(trail, {
    attemptId: nextUuid(),
    recordId,
    fileIds: [],
    reason: 'asked',
    by,
    at,
    offsetMinutes: 60,
  });
const rows = async (store: 'people' | 'evidence') =>
  JSON.stringify(await trail.database.getAll(store));

/** All of the trail goes into one row, as an import lays it. */
async function intoOneRow(): Promise<void> {
  const { events, people } = await trailOf(trail);
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
  await importTrail(keeper, { events, people, dryRun: false }, at);
  expect(await trail.database.count('events')).toBe(1);
}

describe('erasing takes what stands beside an event that cannot be read', () => {
  it.each([
    ['in a row of its own', async () => {}],
    ['in a row with others', intoOneRow],
  ])('a version’s person, and nobody else: %s', async (_name, lay) => {
    const { recordId, writer } = await saved('Zebulon');
    await corrected(recordId, 'Zebulon-Quux');
    const other = await saved('Maier');
    await corrected(other.recordId, 'Maier-Vogel');
    await saved('Young');
    const gone = (await trailOf(trail)).people.slice(0, 2).map(({ digest }) => digest);
    await lay();
    await spoil(writer, 2);
    await spoil(writer, 4);
    const record = await erase(recordId);
    expect(record.erasures).toMatchObject([{ people: 2 }]);
    expect(await rows('people')).not.toContain('Zebulon');
    for (const kept of ['Maier', 'Maier-Vogel', 'Young'])
      expect(await rows('people')).toContain(JSON.stringify(`"${kept}"`).slice(1, -1));
    const erased = (await trailOf(trail)).events.find(({ kind }) => kind === 'erased');
    expect(erased).toMatchObject({ signers: gone });
  });

  it('nobody whom another record’s event may name that cannot be read either', async () => {
    const { recordId, writer } = await saved('Zebulon');
    await corrected(recordId, 'Zebulon-Quux');
    const other = await saved('Maier');
    await corrected(other.recordId, 'Maier-Vogel');
    await intoOneRow();
    await spoil(writer, 2, () => 'spoilt');
    await spoil(writer, 4, () => 'spoilt');
    const record = await erase(recordId);
    expect(record.erasures).toMatchObject([{ people: 1 }]);
    const left = await rows('people');
    expect(left).not.toContain(JSON.stringify('"Zebulon"').slice(1, -1));
    for (const kept of ['Maier', 'Maier-Vogel'])
      expect(left).toContain(JSON.stringify(`"${kept}"`).slice(1, -1));
  });

  it('a person of whom nothing is left to read, where all others are told', async () => {
    const { recordId, writer } = await saved('Zebulon');
    await corrected(recordId, 'Zebulon-Quux');
    await saved('Maier');
    await intoOneRow();
    await spoil(writer, 2, () => 'spoilt');
    expect((await erase(recordId)).erasures).toMatchObject([{ people: 2 }]);
    expect(await rows('people')).not.toContain('Zebulon');
    expect(await rows('people')).toContain('Maier');
  });

  it('a file with its name, which nobody could choose', async () => {
    const { recordId, writer } = await saved('Zebulon');
    await attached(recordId, 'Zebulon.pdf');
    await attached(recordId, 'kept.pdf');
    await spoil(writer, 2);
    const record = await erase(recordId);
    expect(record.erasures).toMatchObject([{ people: 1, files: 1 }]);
    expect(await rows('evidence')).not.toContain('Zebulon');
    expect(await rows('evidence')).toContain('kept.pdf');
  });
});

describe('a record whose beginning cannot be read, with a later event or none,', () => {
  it.each([0, 1])('is not there to be carried on or erased: %i', async (moves) => {
    const { recordId, writer } = await saved('Zebulon');
    for (let i = 0; i < moves; i++) await moveRecord(trail, aMove({ recordId }));
    await saved('Maier');
    await spoil(writer, 1);
    const before = await trail.database.getAll('events');
    const missing = { code: 'record-missing' };
    await expect(erase(recordId)).rejects.toMatchObject(missing);
    await expect(moveRecord(trail, aMove({ recordId }))).rejects.toMatchObject(missing);
    await expect(corrected(recordId, 'Zebulon-Quux')).rejects.toMatchObject(missing);
    await expect(attached(recordId, 'a.pdf')).rejects.toMatchObject(missing);
    expect(await trail.database.getAll('events')).toEqual(before);
  });
});

describe('pruning is refused, and changes nothing, when', () => {
  const before = '2026-11-22T11:00:00.000Z';
  const stores = ['events', 'people', 'evidence', 'checkpoints', 'meta'] as const;
  const all = () => Promise.all(stores.map((store) => trail.database.getAll(store)));

  async function expectRefused(shown: boolean): Promise<void> {
    const kept = await all();
    const plan = readRetention(trail, before);
    const damaged = { code: 'trail-damaged' };
    if (shown) await plan;
    else await expect(plan).rejects.toMatchObject(damaged);
    const row = await trail.database.get('meta', 'changes');
    const changes = row?.key === 'changes' ? row.count : 0;
    await expect(pruneTrail(trail, { before, changes, by, at })).rejects.toMatchObject(damaged);
    expect(await all()).toEqual(kept);
  }

  async function fill(): Promise<string> {
    const { recordId, writer } = await saved('Zebulon');
    await attached(recordId, 'Zebulon.pdf');
    await saved('Maier');
    await saved('Young', { at });
    return writer;
  }

  it.each([
    ['an event that would go cannot be read', 1],
    ['the event of a file cannot be read', 2],
    ['an event that would stay cannot be read', 4],
  ])('%s', async (_name, sequence) => {
    await spoil(await fill(), sequence);
    expect((await checkTrail(trail)).problem).toMatchObject({ code: 'missing', sequence });
    await expectRefused(false);
  });

  it('an event in a longer row cannot be read', async () => {
    const { events, people } = await sampleTrail(6);
    await importTrail(keeper, { events, people, dryRun: false }, at);
    await spoil(events[0]!.writer, 3);
    await saved('Young', { at });
    await expectRefused(false);
  });

  it('a row has gone', async () => {
    await trail.database.delete('events', [await fill(), 1]);
    await expectRefused(false);
  });

  it('an event is another one than was hashed', async () => {
    await spoil(await fill(), 1, (line) => line.replace('Contoso', 'Fabrikam'));
    expect((await checkTrail(trail)).problem).toMatchObject({ code: 'changed', sequence: 1 });
    await expectRefused(true);
  });
});
