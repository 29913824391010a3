import { beforeEach, describe, expect, it } from 'vitest';
import { recordQuerySchema } from '@/lib/domain/record';
import type { TrailEvent } from '@/lib/domain/trail';
import type { EventBlock, PackHead } from '@/lib/store/database';
import { eraseRecord } from '@/lib/store/erase';
import { findCustomer, listRecords } from '@/lib/store/history-reading';
import { saveRecord } from '@/lib/store/history-store';
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
