import { beforeEach, describe, expect, it } from 'vitest';
import { listIndexed } from '@/lib/domain/history/history-list';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import type { EventBlock, PackHead } from '@/lib/store/database';
import { eraseRecord } from '@/lib/store/erase';
import { currentIndex } from '@/lib/store/history-current';
import { keepPack } from '@/lib/store/history-pack';
import { findCustomer, listRecords, readRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { importTrail } from '@/lib/store/trail-import';
import { sampleParts } from '../../bench/history/sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

// What records are found by: the newest, a customer's.

const at = '2026-11-22T12:00:00.000Z';
let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

async function importSample(count: number): Promise<void> {
  const [part] = [...sampleParts(count, 2 * count)];
  const { events, people } = part!;
  await importTrail(keeper, { events, people, dryRun: false }, at);
}

const newest = async (asked: Trail, limit: number) =>
  (await listRecords(asked, recordQuerySchema.parse({ limit }))).records.map(
    ({ recordId }) => recordId,
  );

describe('the newest records', () => {
  it.each([
    ['as they are written', false],
    ['in rows of version 1, which are found by all that begins in them', true],
  ])('without the index are those with it: %s', async (_name, old) => {
    await importSample(150);
    if (old) for (const row of await trail.database.getAll('events')) await putAsVersion1(row);
    // Between and beside those of the rows of many, two of one moment, one with the clock far back.
    for (const time of ['2021-01-01T03:00:01.000Z', at, at, '2020-01-01T00:00:00.000Z'])
      await saveRecord(trail, aSave({ at: time }));
    await listRecords(trail, recordQuerySchema.parse({ text: 'contoso' }));
    expect(trail.index).toBeDefined();
    for (const limit of [1, 2, 3, 5, 40, 150, 154, 200]) {
      const other = await startKeeper().open();
      expect(await newest(other, limit), String(limit)).toEqual(await newest(trail, limit));
      expect(other.index).toBeUndefined();
    }
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
  });

  const kept: Record<string, (recordIds: string[]) => Promise<unknown>> = {
    'and nothing since': async () => {},
    'a new one, and one with the clock back': async () => {
      await saveRecord(trail, aSave({ at }));
      await saveRecord(trail, aSave({ at: '2020-01-01T00:00:00.000Z' }));
    },
    'one carried on': ([recordId]) => moveRecord(trail, aMove({ recordId: recordId! })),
    'the last of them carried on': (ids) => moveRecord(trail, aMove({ recordId: ids[49]! })),
    'one corrected': ([, recordId]) =>
      saveRecord(trail, aSave({ recordId: recordId!, correctsVersion: 1, reason: 'misread' })),
    'a person erased from one': ([recordId]) => {
      const { attemptId, by, offsetMinutes } = aMove({ recordId: '' });
      const wish = { attemptId, recordId: recordId!, by, at, offsetMinutes };
      return eraseRecord(trail, { ...wish, fileIds: [], reason: 'asked' });
    },
    'more of them than were kept': async (ids) => {
      for (const recordId of ids.slice(0, 49)) await moveRecord(trail, aMove({ recordId }));
    },
    'more changes than are followed': async () => {
      for (let i = 0; i < 70; i++) await saveRecord(trail, aSave({ at }));
    },
    'an import': () => importSample(170),
  };
  it.each(Object.entries(kept))('as they were kept, %s', async (_name, change) => {
    await importSample(150);
    await listRecords(trail, recordQuerySchema.parse({ text: 'contoso' }));
    await keepPack(trail, true);
    const before = await startKeeper().open();
    await change(await newest(before, 50));
    const index = await currentIndex(trail);
    for (const limit of [1, 30, 50, 51]) {
      const query = recordQuerySchema.parse({ limit });
      const other = await startKeeper().open();
      const { records, total, all } = await listRecords(other, query);
      const ids = listIndexed(index, query).page.map(({ recordId }) => recordId);
      expect(records).toEqual(await readRecords(trail, ids));
      expect([total, all]).toEqual([index.records, index.records]);
      expect(other.index).toBeUndefined();
    }
  });

  it('are read from what was kept, and only what has changed from the trail', async () => {
    await importSample(150);
    await listRecords(trail, recordQuerySchema.parse({ text: 'contoso' }));
    await keepPack(trail, true);
    const before = await newest(trail, 50);
    const rows = await trail.database.getAllKeys('events');
    const { recordId } = await saveRecord(trail, aSave());
    for (const row of rows) await trail.database.delete('events', row);
    const other = startKeeper();
    const unchecked = await other.openToRead();
    expect(await newest(unchecked, 50)).toEqual([recordId, ...before.slice(0, 49)]);
    const checked = await other.open();
    expect(checked.damage).toBeDefined();
    expect(await newest(checked, 50)).toEqual([recordId]);
  });

  it('are not those of a pack of another layout', async () => {
    await importSample(60);
    await listRecords(trail, recordQuerySchema.parse({ text: 'contoso' }));
    await keepPack(trail, true);
    const before = await newest(trail, 40);
    const pack = (await trail.database.get('meta', 'pack')) as PackHead;
    await trail.database.put('meta', { ...pack, layout: 0 });
    for (const row of await trail.database.getAll('packs')) {
      if (row.kind !== 'page') continue;
      const { changes, records } = row.content as { changes: number; records: string };
      const content = { changes, records: JSON.stringify(JSON.parse(records).slice(1)) };
      await trail.database.put('packs', { ...row, content });
    }
    expect(await newest(await startKeeper().open(), 40)).toEqual(before);
  });

  it('of a row that is found by another time are not whole', async () => {
    await importSample(40);
    const [row] = await trail.database.getAll('events');
    await trail.database.put('events', { ...row!, begun: ['2029-01-01T00:00:00.000Z'] });
    expect(await checkTrail(trail)).toMatchObject({ problem: { code: 'record-changed' } });
  });

  async function putAsVersion1(row: EventBlock): Promise<void> {
    const events = row.lines.map((line): TrailEvent => JSON.parse(line));
    const begun = events.flatMap(({ kind, at }) => (kind === 'recorded' ? [at] : []));
    const customerKeys = ['tenant:1', 'name:contoso'];
    await trail.database.put('events', { ...row, begun, customerKeys } as EventBlock);
  }
});

describe('a customer', () => {
  const domain = { customerTenantId: '', customerDomain: 'contoso.example', companyName: '' };
  const foundBy = async (asked: Trail, clues = domain) =>
    (await findCustomer(asked, clues)).map(({ recordId }) => recordId);

  it('is found among others by a worker that has just started, newest first', async () => {
    await importSample(150);
    const first = await saveRecord(trail, aSave({ at: '2026-11-22T09:00:00.000Z' }));
    const second = await saveRecord(trail, aSave({ at: '2026-11-22T10:00:00.000Z' }));
    const other = await startKeeper().open();
    expect(await foundBy(other)).toEqual([second.recordId, first.recordId]);
    expect(other.index?.texts).toBeUndefined();
    const imported = { ...domain, customerDomain: 'customer77.example' };
    expect(await foundBy(other, imported)).toHaveLength(1);
  });

  it('of a record that was corrected is the one of its newest version', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    const attestation = { ...contoso, customerDomain: 'tailspin.example', email: '' };
    await saveRecord(trail, aSave({ recordId, correctsVersion: 1, attestation }));
    expect(await foundBy(trail)).toEqual([]);
    expect(await foundBy(trail, { ...domain, customerDomain: 'tailspin.example' })).toEqual([
      recordId,
    ]);
  });

  it('is not found by the address of a person who was erased', async () => {
    const attestation = { ...contoso, customerDomain: '' };
    const { recordId } = await saveRecord(trail, aSave({ attestation }));
    expect(await foundBy(trail)).toEqual([recordId]);
    const { by, offsetMinutes } = aMove({ recordId });
    const writer = { attemptId: nextUuid(), by, at, offsetMinutes };
    await eraseRecord(trail, { ...writer, recordId, fileIds: [], reason: 'asked for it' });
    expect(await foundBy(trail)).toEqual([]);
    expect(await foundBy(await startKeeper().open())).toEqual([]);
  });

  it('is found where an index of an older layout lies on the disk', async () => {
    await importSample(40);
    await expect.poll(() => trail.database.get('meta', 'pack')).toBeDefined();
    const { layout: _, ...head } = (await trail.database.get('meta', 'pack')) as PackHead;
    const rows = await trail.database.getAll('packs');
    for (const row of rows.filter(({ kind }) => kind === 'columns')) {
      const { ids, columns } = row.content as { ids: string; columns: Record<string, unknown> };
      const { tenantCode, domainCode, mailCode, nameCode, ...older } = columns;
      await trail.database.put('packs', { ...row, content: { ids, columns: older } });
    }
    await trail.database.put('meta', head);
    const other = await startKeeper().open();
    expect(await foundBy(other, { ...domain, customerDomain: 'customer7.example' })).toHaveLength(
      1,
    );
    await expect.poll(() => trail.database.get('meta', 'pack')).toHaveProperty('layout');
  });
});
