import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
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
