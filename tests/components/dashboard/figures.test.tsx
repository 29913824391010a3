import { beforeEach, describe, expect, it, vi } from 'vitest';
import { moveRecord } from '@/lib/requests';
import { nextUuid } from '../../lib/store/setup';
import { click, openPage, save, startBrowser, text, the } from './show';

beforeEach(() => startBrowser());

const columns = () => [...document.querySelectorAll('.figure .plot-column')];
const cells = (row: Element) => [...row.querySelectorAll('td')].map((cell) => text(cell));

describe('figures', () => {
  it('say that there is nothing to draw yet', async () => {
    await openPage('#/figures');
    expect(the('heading', 'There is nothing to draw yet')).toBeTruthy();
    expect(document.querySelector('svg.plot')).toBeNull();
  });

  it('draw one month, say its numbers in words and hold them as a table', async () => {
    await save({ companyName: 'A' });
    const { recordId } = await save({ companyName: 'B', scenario: 'new-partner' });
    const by = { name: 'Robin', role: 'admin-agent' };
    const move = { attemptId: nextUuid(), occurredOn: '', note: '', by };
    await moveRecord.ask({ ...move, recordId, state: 'link-created' });
    await openPage('#/figures');

    expect(columns()[0]!.getAttribute('aria-label')).toBe(
      'November 2026: 2 records · Pending 1 · Recorded here only 1',
    );
    expect(columns()[1]!.getAttribute('aria-label')).toBe(
      'up to 7 days: 2 records · Pending 1 · Recorded here only 1',
    );
    const rows = document.querySelectorAll('.numbers tbody tr');
    expect(cells(rows[0]!)).toEqual(['0', '0', '0', '0', '1', '0', '0', '1']);
    expect(cells(rows[1]!)).toEqual(['0', '1', '0', '0', '0', '0', '0', '1']);

    await click(the('button', 'Scenario'));
    expect(location.hash).toBe('#/figures?by=scenario');
    expect(columns()[0]!.getAttribute('aria-label')).toContain('Scenario 2: new partner 1');
    const legend = document.querySelector<HTMLAnchorElement>('.plot-legend a')!;
    expect(legend.getAttribute('href')).toBe('#/?scenario=existing-partner');
  });

  it('say that nothing is open when nothing is', async () => {
    const { recordId } = await save();
    const by = { name: 'Robin', role: 'admin-agent' };
    const move = { attemptId: nextUuid(), occurredOn: '', note: '', by };
    await moveRecord.ask({ ...move, recordId, state: 'verified' });
    await openPage('#/figures');
    expect(text()).toContain('Nothing is open');
  });

  it('follow what is recorded meanwhile', async () => {
    await save();
    await openPage('#/figures');
    await save({ companyName: 'B' });
    await vi.waitFor(() => expect(text()).toContain('2 records, 2 of them open'));
  });
});
