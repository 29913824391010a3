import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BundleOutrun, writeBundle } from '@/lib/domain/bundle/bundle-write';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import {
  databaseName,
  type EventBlock,
  openDatabase,
  type PeopleBlock,
} from '@/lib/store/database';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { listRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { TrailKeeper } from '@/lib/store/trail';
import { checkSome, checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { importTrail } from '@/lib/store/trail-import';
import { readTrail } from '@/lib/store/trail-text';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { trailChangedKey, witnessKey } from '@/lib/store/witness';
import { bundleParts, textIn } from '../domain/bundle/bundle-text';
import { sampleTrail } from '../domain/trail/trail-sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

const at = '2026-11-22T12:00:00.000Z';
beforeEach(emptyDisk);

/** A trail of three saved records, and what an export of it holds; its keeper is closed. */
async function threeRecords(): Promise<{
  events: TrailEvent[];
  people: Awaited<ReturnType<typeof trailOf>>['people'];
}> {
  const keeper = startKeeper();
  const trail = await keeper.open();
  for (let i = 0; i < 3; i++) await saveRecord(trail, aSave());
  const { events, people } = await trailOf(trail);
  await keeper.close();
  return { events, people };
}

async function tamper(
  change: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
) {
  const database = await openDatabase();
  await change(database);
  database.close();
}

/** A line of a row with something else in it. */
function edited(change: object): (line: string) => string {
  return (line) => JSON.stringify({ ...JSON.parse(line), ...change });
}

async function problemAfterStart(keeper: TrailKeeper = startKeeper()) {
  return (await checkTrail(await keeper.open())).problem;
}

describe('freezes the trail when events are gone', () => {
  it.each([
    [
      'the browser replaced the database by an empty one',
      'emptied',
      async () => {
        globalThis.indexedDB = new IDBFactory();
      },
    ],
    [
      'the last event is gone',
      'events-missing',
      () =>
        tamper(async (database) => {
          const { store } = database.transaction('events', 'readwrite');
          await (await store.openCursor(null, 'prev'))!.delete();
        }),
    ],
    [
      'the last event is another one',
      'head-changed',
      () =>
        tamper(async (database) => {
          const { store } = database.transaction('events', 'readwrite');
          const cursor = (await store.openCursor(null, 'prev'))!;
          const lines = cursor.value.lines.map(edited({ hash: 'f'.repeat(64) }));
          await cursor.update({ ...cursor.value, lines });
        }),
    ],
    [
      'another trail stands in its place',
      'other-trail',
      () =>
        tamper(async (database) => {
          const row = await database.get('meta', 'installation');
          await database.put('meta', { ...(row as object), generation: nextUuid() } as never);
        }),
    ],
    [
      'the browser said that it lost data',
      'emptied',
      () => tamper((database) => database.put('meta', { key: 'dataLoss', kind: 'total' })),
    ],
  ] as const)('%s', async (_name, code, harm) => {
    await threeRecords();
    await harm();
    const trail = await startKeeper().open();
    expect(trail.damage?.code).toBe(code);
    const report = await checkTrail(trail);
    expect(report.problem).toBeDefined();
    expect(report.since).toBe('2026-11-22T09:00:00.000Z');
    await expect(saveRecord(trail, aSave())).rejects.toMatchObject({ code: 'trail-damaged' });
    await expect(moveRecord(trail, aMove({ recordId: nextUuid() }))).rejects.toMatchObject({
      code: 'trail-damaged',
    });
    // What a person types meanwhile is not lost.
    const draft = {
      draftId: nextUuid(),
      attemptId: nextUuid(),
      place: 'manual',
      startedAt: at,
      changedAt: at,
      fields: contoso,
      touched: [],
    };
    await keepDraft(trail, draft);
    expect(await listDrafts(trail)).toEqual([draft]);
    // It stays so after another start: nothing was quietly taken for granted.
    expect((await startKeeper().open()).damage?.code).toBe(code);
  });

  it('but not when the witness is behind or gone: the worker died before it was written', async () => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    await saveRecord(trail, aSave());
    const behind = await fakeBrowser.storage.local.get(witnessKey);
    await saveRecord(trail, aSave());
    await keeper.close();
    await fakeBrowser.storage.local.set(behind);
    expect(await problemAfterStart()).toBeUndefined();
    await fakeBrowser.storage.local.remove(witnessKey);
    expect(await problemAfterStart()).toBeUndefined();
    expect(await fakeBrowser.storage.local.get(witnessKey)).toMatchObject({
      [witnessKey]: { sequence: 2, events: 2 },
    });
  });
});

describe('mends a damaged trail', () => {
  it('by an import that brings back all that was lost', async () => {
    const { events, people } = await threeRecords();
    globalThis.indexedDB = new IDBFactory();
    const keeper = startKeeper();
    expect(await problemAfterStart(keeper)).toMatchObject({ code: 'emptied' });
    await importTrail(keeper, { events, people, dryRun: false }, at);
    const trail = await keeper.open();
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    // The old chain goes on.
    await saveRecord(trail, aSave());
    expect((await trailOf(trail)).events.at(-1)).toMatchObject({
      sequence: 4,
      writer: events[0]!.writer,
    });
    await keeper.close();
    expect(await problemAfterStart()).toBeUndefined();
  });

  it('but stays frozen when the import brings back less', async () => {
    const { events, people } = await threeRecords();
    globalThis.indexedDB = new IDBFactory();
    const keeper = startKeeper();
    const old = {
      events: events.slice(0, 2),
      people: people.filter(({ digest }) =>
        events.slice(0, 2).some((one) => 'signer' in one && one.signer === digest),
      ),
    };
    await importTrail(keeper, { ...old, dryRun: false }, at);
    await expect(saveRecord(await keeper.open(), aSave())).rejects.toMatchObject({
      code: 'trail-damaged',
    });
    expect(await problemAfterStart()).toMatchObject({ code: 'emptied' });
  });

  it('by a wipe, which begins a new chain', async () => {
    await threeRecords();
    globalThis.indexedDB = new IDBFactory();
    const keeper = startKeeper();
    await wipeTrail(keeper, at, nextUuid);
    expect((await saveRecord(await keeper.open(), aSave())).number).toBe('CS-000001');
    await keeper.close();
    expect(await problemAfterStart()).toBeUndefined();
  });
});

it('takes a wipe for what it is, also when the worker dies before the witness is written', async () => {
  await threeRecords();
  const { [witnessKey]: old } = await fakeBrowser.storage.local.get(witnessKey);
  const keeper = startKeeper();
  await wipeTrail(keeper, at, nextUuid);
  await keeper.close();
  await fakeBrowser.storage.local.set({ [witnessKey]: old });
  expect(await problemAfterStart()).toBeUndefined();
});

describe('finds in the database', () => {
  it.each([
    [
      'an edited event',
      'changed',
      2,
      'events',
      (row: EventBlock) => ({ ...row, lines: row.lines.map(edited({ at })) }),
    ],
    [
      'an edited person',
      'person-changed',
      2,
      'people',
      (row: PeopleBlock) => {
        const { signer } = JSON.parse(row.lines[0]!);
        return { ...row, lines: row.lines.map(edited({ signer: { ...signer, lastName: 'X' } })) };
      },
    ],
    [
      'an event that cannot be read',
      'missing',
      2,
      'events',
      (row: EventBlock) => ({ ...row, lines: ['{"format":1,'] }),
    ],
    [
      'an event that is no longer found by its record',
      'record-changed',
      2,
      'events',
      (row: EventBlock) => ({ ...row, recordIds: [nextUuid()] }),
    ],
    [
      'a person who is no longer found by the digest',
      'person-missing',
      2,
      'people',
      (row: PeopleBlock) => ({ ...row, digests: ['0'.repeat(64)] }),
    ],
  ] as const)('%s', async (_name, code, sequence, store, change) => {
    const { events } = await threeRecords();
    const second = events[1] as Extract<TrailEvent, { kind: 'recorded' }>;
    await tamper(async (database) => {
      const row = await database.get(store, [second.writer, 2]);
      await database.put(store, change(row as never) as never);
    });
    expect(await problemAfterStart()).toEqual({ code, sequence, writer: second.writer });
  });

  it('a dropped event in the middle', async () => {
    const { events } = await threeRecords();
    await tamper((database) => database.delete('events', [events[1]!.writer, 2]));
    expect(await problemAfterStart()).toMatchObject({ code: 'missing', sequence: 2 });
  });

  it('a signer’s data that is gone, unless it was erased', async () => {
    const { events } = await threeRecords();
    const { writer } = events[1]!;
    await tamper((database) => database.delete('people', [writer, 2]));
    expect(await problemAfterStart()).toEqual({ code: 'person-missing', writer, sequence: 2 });
  });

  it('a cut tail, by the witness', async () => {
    const { events } = await threeRecords();
    await tamper((database) => database.delete('events', [events[2]!.writer, 3]));
    expect(await problemAfterStart()).toMatchObject({ code: 'events-missing', sequence: 3 });
  });

  it('nothing in a trail longer than a slice, and an edited event beyond it', async () => {
    const { events, people } = await sampleTrail(150);
    const keeper = startKeeper();
    await importTrail(keeper, { events, people, dryRun: false }, at);
    const trail = await keeper.open();
    expect(await checkTrail(trail)).toMatchObject({ events: 300, records: 150 });
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    const key = IDBKeyRange.lowerBound([events[0]!.writer, 281]);
    const block = (await trail.database.get('events', key))!;
    const place = block.lines.length - 1 - (block.last - 281);
    const lines = block.lines.with(place, edited({ at })(block.lines[place]!));
    await trail.database.put('events', { ...block, lines });
    expect((await checkTrail(trail)).problem).toMatchObject({ code: 'changed', sequence: 281 });
  });
});

it('goes on from where it was, and takes nothing for wrong that was saved meanwhile', async () => {
  const { events, people } = await sampleTrail(150);
  const keeper = startKeeper();
  await importTrail(keeper, { events, people, dryRun: false }, at);
  const trail = await keeper.open();
  const first = await checkSome(trail, undefined, () => true);
  expect(first).toMatchObject({ checked: 256, all: 300, cursor: { sequence: 256 } });
  await saveRecord(trail, aSave());
  const second = await checkSome(trail, first.cursor, () => true);
  expect(second).toMatchObject({ report: { events: 301, records: 151 } });
  expect(second.report).not.toHaveProperty('problem');
});

it('tells open pages of each change, with nothing of what is in it', async () => {
  const told: unknown[] = [];
  fakeBrowser.storage.onChanged.addListener((changes) => {
    if (changes[trailChangedKey]) told.push(changes[trailChangedKey].newValue);
  });
  const trail = await startKeeper().open();
  const { recordId } = await saveRecord(trail, aSave());
  await moveRecord(trail, aMove({ recordId }));
  expect(new Set(told).size).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toMatch(/contoso|Müller/i);
});

describe('opening', () => {
  it('lets a newer version in, and then says what made the database', async () => {
    const keeper = startKeeper();
    await saveRecord(await keeper.open(), aSave());
    const newer = await openDatabase({ version: 99 });
    expect(newer.version).toBe(99);
    newer.close();
    await expect(keeper.open()).rejects.toMatchObject({ code: 'made-by-newer' });
  });

  it('says when another window keeps the database from being upgraded', async () => {
    (await openDatabase({ version: 1 })).close();
    const holding = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(databaseName, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await expect(openDatabase({ version: 2, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'storage-blocked',
    });
    holding.close();
  });
});

it('lets a trail with a line that the disk has spoilt leave, and shows the gap', async () => {
  const { events } = await threeRecords();
  const { writer } = events[0]!;
  await tamper(async (database) => {
    const row = (await database.get('events', [writer, 2]))!;
    await database.put('events', { ...row, lines: [row.lines[0]!.slice(0, -1)] });
    const third = (await database.get('people', [writer, 3]))!;
    await database.put('people', { ...third, lines: ['{'] });
  });
  const keeper = startKeeper();
  const trail = await keeper.open();
  const ends = await readTrailEnds(trail);
  const { slice } = await readTrail(trail, undefined, ends.heads);
  expect(slice.held).toEqual([
    [writer, 1, 1],
    [writer, 3, 3],
  ]);
  expect(slice.unnamed).toHaveLength(1);
  const about = { product: '', exportedAt: '2026-11-22T12:00:00.000Z', slices: [slice] };
  const source = { ...ends, ...about, readFile: async () => undefined };
  await expect(textIn(writeBundle(source))).rejects.toThrow(BundleOutrun);
  const text = await textIn(writeBundle({ ...source, asItIs: true }));
  expect(() => bundleParts(text)).toThrow('missing');
  await keeper.close();
});

it('shows what is there before the rows are counted, and saves nothing where one is missing', async () => {
  const { events } = await threeRecords();
  await tamper((database) => database.delete('events', [events[1]!.writer, 2]));
  const keeper = startKeeper();
  const { records } = await listRecords(await keeper.openToRead(), recordQuerySchema.parse({}));
  expect(records).toHaveLength(2);
  await expect(saveRecord(await keeper.open(), aSave())).rejects.toThrow('trail-damaged');
  await keeper.close();
});

it.each([
  ['of an empty disk', async () => {}],
  ['of three records', async () => void (await threeRecords())],
])('leaves no connection open when the check of it fails: %s', async (_, prepare) => {
  await prepare();
  const close = vi.spyOn(IDBDatabase.prototype, 'close');
  const opened = vi.spyOn(indexedDB, 'open');
  const keeper = startKeeper();
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  get.mockRejectedValueOnce(new Error('storage.local cannot be read'));
  await expect(keeper.open()).rejects.toThrow('storage.local');
  expect(close).toHaveBeenCalledTimes(opened.mock.calls.length);

  await saveRecord(await keeper.open(), aSave());
  await keeper.close();
  const gone = indexedDB.deleteDatabase(databaseName);
  await new Promise((done, failed) => {
    gone.onsuccess = done;
    gone.onblocked = () => failed(new Error('a connection is open'));
  });
});
