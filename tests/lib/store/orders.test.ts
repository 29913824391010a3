import { beforeEach, expect, it, vi } from 'vitest';
import { listIndexed } from '@/lib/domain/history/history-list';
import { recordQuerySchema, recordSorts } from '@/lib/domain/record/record';
import { eraseRecord } from '@/lib/store/erase';
import { currentIndex } from '@/lib/store/history-current';
import { keepPack } from '@/lib/store/history-pack';
import { listRecords, prepareOrders, readRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { readSlots } from '@/lib/store/slot-records';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { importTrail } from '@/lib/store/trail-import';
import { sampleParts } from '../../bench/history/sample';
import { aMove, aSave, contoso, emptyDisk, startKeeper } from './setup';

// Lists in every order: made of the texts, kept on the disk with their first pages, and followed change by change.

const at = '2026-11-22T12:00:00.000Z';
const ways = ['ascending', 'descending'] as const;
let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  const [part] = [...sampleParts(120, 1_000)];
  const { events, people } = part!;
  await importTrail(keeper, { events, people, dryRun: false }, at);
  trail = await keeper.open();
});

/** The first page of every order, either way: each record as its events say, whatever was kept of it. */
async function pages(asked: Trail): Promise<string[][]> {
  const all: string[][] = [];
  for (const sort of recordSorts)
    for (const order of ways) {
      const query = recordQuerySchema.parse({ sort, order, limit: 50 });
      const { records } = await listRecords(asked, query);
      const ids = records.map(({ recordId }) => recordId);
      expect(records, `${sort} ${order}`).toEqual(await readRecords(asked, ids));
      all.push(ids);
    }
  return all;
}

async function firstOf(sort: (typeof recordSorts)[number]): Promise<string> {
  const query = recordQuerySchema.parse({ sort, order: 'ascending', limit: 1 });
  return (await listRecords(trail, query)).records[0]!.recordId;
}

const company = (companyName: string) => ({ attestation: { ...contoso, companyName } });

const changes: Record<string, () => Promise<unknown>> = {
  'a record that comes first': () => saveRecord(trail, aSave(company('AAA'))),
  'a move of the first': async () =>
    moveRecord(trail, aMove({ recordId: await firstOf('companyName'), note: 'asked again' })),
  'a correction of the first': async () =>
    saveRecord(
      trail,
      aSave({
        ...company('ZZZ'),
        recordId: await firstOf('companyName'),
        correctsVersion: 1,
        reason: 'misread',
      }),
    ),
  'a person erased from the first': async () => {
    const { attemptId, by, offsetMinutes } = aMove({ recordId: '' });
    const recordId = await firstOf('signer');
    const wish = { attemptId, recordId, by, at, offsetMinutes, fileIds: [], reason: 'asked' };
    return eraseRecord(trail, wish);
  },
  'sixty changes at once': async () => {
    const { records } = await listRecords(trail, recordQuerySchema.parse({ limit: 120 }));
    for (const [place, { recordId, current }] of records.entries()) {
      const name = `${'MAZ'[place % 3]}${place % 7} ${current.companyName}`;
      const corrected = { ...company(name), recordId, correctsVersion: 1, reason: 'misread' };
      if (place % 4 === 0) await saveRecord(trail, aSave(corrected));
      if (place % 4 === 1) await saveRecord(trail, aSave(company(name)));
    }
  },
  'a record, when all is written to the disk anew': async () => {
    const { recordId } = await saveRecord(trail, aSave(company('AAA')));
    expect(await firstOf('companyName')).toBe(recordId);
    await keepPack(trail, true);
  },
  'a record of the same moment as another': () => saveRecord(trail, aSave({ at })),
};

it.each(Object.entries(changes))('show %s, in every worker', async (_name, change) => {
  const second = await startKeeper().open();
  // One that has read the kept orders and pages before the change, and one that reads them after it.
  expect(await pages(second)).toEqual(await pages(trail));
  await change();
  const now = await pages(trail);
  expect(await pages(second)).toEqual(now);
  expect(await pages(await startKeeper().open())).toEqual(now);
  await trail.database.clear('packs');
  await trail.database.delete('meta', 'pack');
  expect(await pages(await startKeeper().open())).toEqual(now);
});

it('are read from the disk, without a text and without a row of the trail', async () => {
  const now = await pages(trail);
  const other = await startKeeper().open();
  await prepareOrders(other);
  expect(other.index).toMatchObject({ texts: undefined });
  const byTime = recordSorts.indexOf('recordedAt') * ways.length;
  await other.database.clear('events');
  for (const [place, ids] of now.entries()) {
    if (place === byTime || place === byTime + 1) continue;
    const sort = recordSorts[Math.floor(place / ways.length)]!;
    const query = recordQuerySchema.parse({ sort, order: ways[place % ways.length], limit: 50 });
    const { records } = await listRecords(other, query);
    expect(records.map(({ recordId }) => recordId)).toEqual(ids);
  }
});

it('show a first page that has changed without being read', async () => {
  const saved = await saveRecord(trail, aSave(company('AAA')));
  await moveRecord(trail, aMove({ recordId: await firstOf('signer'), note: 'asked again' }));
  const other = await startKeeper().open();
  const query = recordQuerySchema.parse({ sort: 'companyName', order: 'ascending', limit: 40 });
  await other.database.delete('packs', ['order', recordSorts.indexOf(query.sort)]);
  const { records, total, all } = await listRecords(other, query);
  expect(records[0]?.recordId).toBe(saved.recordId);
  expect({ records, total, all }).toEqual(await listRecords(trail, query));
  // More than was kept: the order itself has to say what comes there.
  const further = { ...query, limit: 60 };
  expect(await listRecords(other, further)).toEqual(await listRecords(trail, further));
});

it('follow a change without the texts', async () => {
  const other = await startKeeper().open();
  await prepareOrders(other);
  const { recordId } = await saveRecord(trail, aSave(company('AAA')));
  const query = recordQuerySchema.parse({ sort: 'companyName', order: 'ascending' });
  const { records } = await listRecords(other, query);
  expect(records[0]?.recordId).toBe(recordId);
  expect(other.index).toMatchObject({ texts: undefined });
});

it('keep no record in memory that was read at another moment than they stand at', async () => {
  const index = await currentIndex(trail);
  const { page } = listIndexed(index, recordQuerySchema.parse({}));
  index.read.clear();
  await moveRecord(trail, aMove({ recordId: page[0]!.recordId }));
  await readSlots(trail, index, page);
  expect(index.read.size).toBe(0);
  const now = await currentIndex(trail);
  await readSlots(trail, now, page);
  expect(now.read.size).toBe(page.length);
});

it('keep nothing on the disk of a person who was erased', async () => {
  const signer = { firstName: 'Aaa', lastName: 'Éphémère' };
  const { recordId } = await saveRecord(trail, aSave({ attestation: { ...contoso, ...signer } }));
  await pages(trail);
  await keepPack(trail, true);
  const kept = async () => JSON.stringify(await trail.database.getAll('packs'));
  expect(await kept()).toMatch(/Éphémère.*ephemere|ephemere.*Éphémère/s);
  const { attemptId, by, offsetMinutes } = aMove({ recordId });
  const wish = { attemptId, recordId, by, at, offsetMinutes, fileIds: [], reason: 'asked' };
  await eraseRecord(trail, wish);
  expect(await kept()).toBe('[]');
  await pages(trail);
  await expect.poll(kept).toContain('"page"');
  expect(await kept()).not.toMatch(/Éphémère|ephemere/);
});

it('is written at the next opportunity when it could not be committed', async () => {
  await pages(trail);
  await keepPack(trail, true);
  await saveRecord(trail, aSave(company('AAA')));
  const now = await pages(trail);
  vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function (
    this: IDBTransaction,
  ) {
    this.abort();
  });
  await expect(keepPack(trail)).rejects.toThrow();
  const keptAt = async () => (await trail.database.get('meta', 'pack')) as { changes: number };
  const count = trail.index!.changes;
  expect((await keptAt()).changes).toBeLessThan(count);
  expect(await pages(trail)).toEqual(now);

  await keepPack(trail);
  expect(await keptAt()).toMatchObject({ changes: count });
  expect(await pages(await startKeeper().open())).toEqual(now);
});
