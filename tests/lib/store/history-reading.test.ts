import { beforeEach, describe, expect, it } from 'vitest';
import { type RecordQuery, recordQuerySchema } from '@/lib/domain/record/record';
import { findCustomer, listRecords, prepareSearch, readRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail } from '@/lib/store/trail';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

/** When a day begins in Taipei. */
const taipei = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  trail = await startKeeper().open();
});

async function add(given: Partial<typeof contoso>, at = '2026-11-22T09:00:00.000Z') {
  return saveRecord(trail, aSave({ attestation: { ...contoso, ...given }, at }));
}

async function names(query: Partial<RecordQuery>): Promise<string[]> {
  const { records, total } = await listRecords(trail, recordQuerySchema.parse(query));
  expect(total).toBeGreaterThanOrEqual(records.length);
  return records.map(({ current }) => current.companyName);
}

describe('lists', () => {
  beforeEach(async () => {
    await add({ companyName: 'Äpfel & Söhne' }, '2026-11-20T09:00:00.000Z');
    await add({ companyName: '台灣微軟', scenario: 'new-partner' }, '2026-11-21T23:59:59.500Z');
    const { recordId } = await add(
      { companyName: 'Contoso', scenario: 'new-partner' },
      '2026-11-22T00:00:00.000Z',
    );
    await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'wrong customer' }));
  });

  it.each([
    ['newest first', {}, ['Contoso', '台灣微軟', 'Äpfel & Söhne']],
    ['a page', { offset: 1, limit: 1 }, ['台灣微軟']],
    ['a page beyond the end', { offset: 7 }, []],
    ['by scenario', { scenario: 'new-partner' }, ['Contoso', '台灣微軟']],
    ['by state', { state: 'withdrawn' }, ['Contoso']],
    ['by both', { state: 'recorded', scenario: 'new-partner' }, ['台灣微軟']],
    ['by both, none', { state: 'withdrawn', scenario: 'existing-partner' }, []],
    ['from a moment on', { from: Date.parse('2026-11-21T23:59:59.500Z') }, ['Contoso', '台灣微軟']],
    ['until before a moment', { until: Date.parse('2026-11-21T23:59:59.500Z') }, ['Äpfel & Söhne']],
    ['from a day of the viewer on', { from: taipei('2026-11-22') }, ['Contoso', '台灣微軟']],
    ['until a day of the viewer', { until: taipei('2026-11-22') }, ['Äpfel & Söhne']],
    [
      'one day',
      { from: taipei('2026-11-20'), until: taipei('2026-11-21'), scenario: 'existing-partner' },
      ['Äpfel & Söhne'],
    ],
    ['from the year 1970 on', { from: 0 }, ['Contoso', '台灣微軟', 'Äpfel & Söhne']],
    ['until the year 1970', { until: 0 }, []],
    ['days the wrong way round', { from: taipei('2026-11-22'), until: taipei('2026-11-21') }, []],
    ['by words without accents and case', { text: 'SOHNE apfel' }, ['Äpfel & Söhne']],
    ['by a part of a Chinese name', { text: '微軟' }, ['台灣微軟']],
    ['by the signer', { text: 'lea muller' }, ['Contoso', '台灣微軟', 'Äpfel & Söhne']],
    ['by digits of the phone', { text: '49301234567' }, ['Contoso', '台灣微軟', 'Äpfel & Söhne']],
    ['by a note', { text: 'wrong customer' }, ['Contoso']],
    [
      'by words and filters',
      { text: 'lea', state: 'recorded', from: taipei('2026-11-21') },
      ['台灣微軟'],
    ],
    ['a page of a search', { text: 'lea', offset: 1, limit: 1 }, ['台灣微軟']],
    ['nothing for words that stand apart', { text: 'fel soh nothing' }, []],
  ] satisfies [string, Partial<RecordQuery>, string[]][])('%s', async (_name, query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('lists the same before and after a search has made the index of texts', async () => {
    const queries = [
      {},
      { offset: 1, limit: 1 },
      { scenario: 'new-partner' },
      { state: 'recorded', scenario: 'new-partner' },
      { from: taipei('2026-11-21'), until: taipei('2026-11-22') },
    ] as const;
    const pages = () =>
      Promise.all(queries.map((query) => listRecords(trail, recordQuerySchema.parse(query))));
    const before = await pages();
    await names({ text: 'contoso' });
    expect(await pages()).toEqual(before);
  });

  it('counts what matches and what there is', async () => {
    const counted = async (query: Partial<RecordQuery>) => {
      const { total, all } = await listRecords(trail, recordQuerySchema.parse(query));
      return [total, all];
    };
    expect(await counted({ limit: 1 })).toEqual([3, 3]);
    expect(await counted({ scenario: 'new-partner', limit: 1 })).toEqual([2, 3]);
    expect(await counted({ text: 'contoso', limit: 1, state: 'recorded' })).toEqual([2, 3]);
    expect(await counted({ from: taipei('2026-11-22'), until: taipei('2026-11-21') })).toEqual([
      0, 3,
    ]);
  });

  it('finds by words what was saved, changed or saved elsewhere since the last search', async () => {
    expect(await names({ text: 'fabrikam' })).toEqual([]);
    const { recordId } = await add({ companyName: 'Fabrikam' });
    expect(await names({ text: 'fabrikam' })).toEqual(['Fabrikam']);
    await saveRecord(
      trail,
      aSave({ recordId, correctsVersion: 1, attestation: { ...contoso, companyName: 'Tailspin' } }),
    );
    expect(await names({ text: 'fabrikam' })).toEqual([]);
    expect(await names({ text: 'tailspin' })).toEqual(['Tailspin']);
    await saveRecord(
      await startKeeper().open(),
      aSave({ attestation: { ...contoso, companyName: 'Wingtip' } }),
    );
    expect(await names({ text: 'wingtip' })).toEqual(['Wingtip']);
  });
});

describe('finds a customer', () => {
  const other = '99999999-2222-4333-8444-555555555555';
  const nothing = { customerTenantId: '', customerDomain: '', companyName: '' };

  beforeEach(async () => {
    await add({ companyName: 'By tenant' });
    await add({ companyName: 'By domain', customerTenantId: '' }, '2026-11-22T10:00:00.000Z');
    await add({
      companyName: 'By mail',
      customerTenantId: '',
      customerDomain: '',
      email: 'x@fabrikam.example',
    });
    await add({
      companyName: 'Public mail',
      customerTenantId: other,
      customerDomain: '',
      email: 'x@gmail.com',
    });
  });

  it.each([
    ['by tenant id', { customerTenantId: contoso.customerTenantId.toUpperCase() }, ['By tenant']],
    [
      'by domain, newest first',
      { customerDomain: 'https://Contoso.example/' },
      ['By domain', 'By tenant'],
    ],
    [
      'by domain when no record has the tenant id, without other tenants',
      { customerTenantId: nextUuid(), customerDomain: 'contoso.example' },
      ['By domain'],
    ],
    ['by the signer’s mail domain', { customerDomain: 'fabrikam.example' }, ['By mail']],
    ['by name', { companyName: ' PUBLIC  mail' }, ['Public mail']],
    ['not by a public mail domain', { customerDomain: 'gmail.com' }, []],
    ['nobody by nothing', {}, []],
  ])('%s', async (_name, clues, expected) => {
    const found = await findCustomer(trail, { ...nothing, ...clues });
    expect(found.map(({ current }) => current.companyName)).toEqual(expected);
  });
});

it('reads one record, and nothing where there is none', async () => {
  const record = await add({});
  expect(await readRecords(trail, [record.recordId])).toEqual([record]);
  expect(await readRecords(trail, [nextUuid()])).toEqual([]);
});

it('has the texts of all records in memory once a search was made ready', async () => {
  const trail = await startKeeper().open();
  await saveRecord(trail, aSave());
  await prepareSearch(trail);
  expect(trail.index?.texts).toBeDefined();
});
