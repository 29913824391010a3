import { expect, it } from 'vitest';
import {
  addressOf,
  isNarrowed,
  mostPages,
  noFilters,
  parseRoute,
} from '@/components/dashboard/route';

const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

it.each([
  ['', { name: 'history', filters: noFilters }],
  ['#/', { name: 'history', filters: noFilters }],
  [
    '#/?state=withdrawn&from=2026-11-01&page=3',
    { name: 'history', filters: { ...noFilters, state: 'withdrawn', from: '2026-11-01', page: 3 } },
  ],
  [
    '#/?state=nonsense&scenario=1&from=yesterday&until=2026-1-1&page=-2',
    { name: 'history', filters: noFilters },
  ],
  ['#/?from=2026-02-31&until=9999-99-99', { name: 'history', filters: noFilters }],
  ['#/?until=0000-01-01', { name: 'history', filters: noFilters }],
  [
    '#/?from=2024-02-29&page=1e300',
    { name: 'history', filters: { ...noFilters, from: '2024-02-29', page: mostPages } },
  ],
  ['#/?page=9007199254740991', { name: 'history', filters: { ...noFilters, page: mostPages } }],
  ['#/?page=Infinity', { name: 'history', filters: noFilters }],
  ['#/?text=l%C3%A9a', { name: 'history', filters: { ...noFilters, text: 'léa' } }],
  [`#/record/${id}`, { name: 'record', recordId: id }],
  [`#/draft/${id}`, { name: 'draft', draftId: id }],
  [
    '#/?stage=pending&sort=companyName&order=ascending&columns=email.signer.nonsense',
    {
      name: 'history',
      filters: { ...noFilters, stage: 'pending', sort: 'companyName', order: 'ascending' },
      columns: ['signer', 'email'],
    },
  ],
  ['#/?stage=lost&sort=luck&columns=nonsense', { name: 'history', filters: noFilters }],
  ['#/?columns=none', { name: 'history', filters: noFilters, columns: [] }],
  ['#/figures', { name: 'figures', by: 'stage' }],
  ['#/figures?by=scenario', { name: 'figures', by: 'scenario' }],
  ['#/figures?by=luck', { name: 'figures', by: 'stage' }],
  ['#/figures/more', { name: 'unknown' }],
  ['#/settings', { name: 'settings' }],
  ['#/backup', { name: 'backup' }],
  ['#/record', { name: 'unknown' }],
  ['#/settings/more', { name: 'unknown' }],
  [`#/record/${id}/more`, { name: 'unknown' }],
  ['#/nowhere', { name: 'unknown' }],
])('reads %s', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

it.each([
  '#/',
  '#/?scenario=new-partner&state=verified&from=2026-01-01&until=2026-02-01&page=2',
  '#/?stage=link-expired&sort=companyName&order=ascending&columns=signer.state.number',
  '#/?columns=none',
  '#/figures',
  '#/figures?by=scenario',
  `#/record/${id}`,
  `#/draft/${id}`,
  '#/settings',
  '#/backup',
])('writes what it reads: %s', (hash) => {
  expect(addressOf(parseRoute(hash))).toBe(hash);
});

it('leaves the usual columns out of the address', () => {
  expect(addressOf(parseRoute('#/?columns=signer.scenario.state.recorded'))).toBe('#/');
});

it('leaves the text of a search out of the address', () => {
  expect(addressOf(parseRoute('#/?text=lea@contoso.example&state=refused'))).toBe(
    '#/?state=refused',
  );
});

it('does not take a page for a filter', () => {
  expect(isNarrowed({ ...noFilters, page: 4 })).toBe(false);
  expect(isNarrowed({ ...noFilters, until: '2026-01-01' })).toBe(true);
});
