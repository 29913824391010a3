import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { checkRows, readTable, rowsToImport } from '@/components/dashboard/files/csv-import';
import { guessMapping } from '@/lib/domain/csv/csv-columns';
import { field, openPage, startBrowser, text, type } from './show';

beforeEach(() => startBrowser());

async function choose(content: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  const file = new File([content], 'customers.csv', { type: 'text/csv' });
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

it('offers other ways to read a file that is no table in the one that was guessed', async () => {
  await openPage('#/import');
  await choose('Company,Email;Note\n"Contoso,lea@contoso.example;x\n');
  await vi.waitFor(() => expect(text()).toContain('A quotation mark in row 2 is never closed'));
  expect(field('Between cells').value).toBe(',');
  expect(field('Character set').value).toBe('utf-8');

  await type(field('Between cells'), ';');
  expect(text()).toContain('is never closed');
  expect(field('Between cells').value).toBe(';');

  await choose('Company\n');
  await vi.waitFor(() => expect(text()).toContain('no rows besides its header'));
  await act(async () => field('The first row names the columns').click());
  expect(text()).not.toContain('cannot be read as a table');
  expect(text()).toContain('1 row');
});

it('says of an empty file that it is empty', async () => {
  await openPage('#/import');
  await choose('');
  await vi.waitFor(() => expect(text()).toContain('It is empty'));
  expect(text()).not.toContain('Between cells');
});

it('keeps rows apart that name different people of one case, and mistakes a refused row for none', async () => {
  const text = [
    'Company,Domain,Country,Language,First name,Last name,Email,Date agreed',
    'Contoso GmbH,contoso.example,DE,de-DE,Lea,Meyer,lea@contoso.example,2026-11-01',
    'Contoso GmbH,contoso.example,DE,de-DE,Noa,Meyer,noa@contoso.example,2026-11-01',
    'Contoso GmbH,contoso.example,DE,de-DE,Lea,Meyer,lea@contoso.example,2026-11-01',
    'Contoso GmbH,contoso.example,DE,de-DE,Kim,Meyer,no address,2026-11-01',
    'Contoso GmbH,contoso.example,DE,de-DE,Kim,Meyer,no address,2026-11-01',
  ].join('\n');
  const read = readTable(new TextEncoder().encode(text), 'x.csv', {}, ['en']);
  if (!('table' in read)) throw new Error('no table');
  const options = {
    mapping: guessMapping(read.table.headers),
    order: 'ymd',
    codeOf: (_field: string, code: string) => code,
    recorder: { name: 'Mei Lin', role: 'admin-agent' },
  } as const;
  const stop = new AbortController();
  const checked = await checkRows(read.table.rows, options, () => {}, stop.signal);
  const outcomes = checked!.map(({ outcome, same }) => [
    outcome === 'warned' ? 'new' : outcome,
    same,
  ]);
  expect(outcomes).toEqual([
    ['new', ''],
    ['new', ''],
    ['twice', '2'],
    ['refused', ''],
    ['refused', ''],
  ]);
  expect(rowsToImport(checked!).map(({ attestation }) => attestation.firstName)).toEqual([
    'Lea',
    'Noa',
  ]);
});
