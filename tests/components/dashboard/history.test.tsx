import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, listDrafts, moveRecord } from '@/lib/requests';
import { contoso, nextUuid } from '../../lib/store/setup';
import { all, click, field, openPage, save, settle, startBrowser, text, the, type } from './show';

beforeEach(() => startBrowser());

const draft = (companyName: string, changedAt = '2026-11-22T10:42:00.000Z') => ({
  draftId: nextUuid(),
  attemptId: nextUuid(),
  place: 'manual',
  startedAt: '2026-11-22T10:00:00.000Z',
  changedAt,
  fields: { ...contoso, companyName },
  touched: [],
});

describe('an empty history', () => {
  it('says what to do first and begins a record by hand', async () => {
    await openPage('#/');
    expect(the('heading', 'Nothing is recorded yet')).toBeTruthy();
    expect(the('link', 'Open settings').getAttribute('href')).toBe('#/settings');

    await click(the('button', 'Record by hand'));
    const [begun] = await listDrafts.ask();
    expect(begun?.place).toBe('manual');
    expect(location.hash).toBe(`#/draft/${begun?.draftId}`);
    expect(the('heading', 'Record by hand')).toBeTruthy();
  });
});

describe('the list', () => {
  it('names each record, newest first, in a table with headers', async () => {
    await save({ companyName: 'Contoso' });
    await save({ companyName: 'Fabrikam' });
    await openPage('#/');

    expect(all('row').map((row) => text(row.querySelector('th')!))).toEqual([
      expect.stringContaining('Fabrikam'),
      expect.stringContaining('Contoso'),
    ]);
    const table = document.querySelector('table')!;
    expect(text(table.querySelector('caption')!)).toBe('Records, newest first');
    expect(table.querySelector('thead [aria-sort="descending"]')).toBeTruthy();
    expect([...table.querySelectorAll('thead th')].map((th) => th.getAttribute('scope'))).toEqual(
      Array(6).fill('col'),
    );
    expect(text()).toContain('2 records');
  });

  it.each([
    ['link-created', 'Kept here only'],
    ['handed-to-provider', 'Kept here only'],
    ['agreement-created', 'Said to be filed with Microsoft'],
    ['direct-accepted', 'Said to be filed with Microsoft'],
    ['verified', 'Said to be verified with Microsoft'],
    ['refused', 'Closed'],
  ] as const)('says what the state %s is worth: %s', async (state, badge) => {
    const { recordId } = await save();
    const by = { name: 'Robin', role: 'admin-agent' };
    await moveRecord.ask({
      attemptId: nextUuid(),
      recordId,
      state,
      occurredOn: '2026-11-20',
      note: '',
      by,
    });
    await openPage('#/');
    expect(text(document.querySelector('tbody .badge')!)).toBe(badge);
  });

  it('says that a record does not unblock an order', async () => {
    await openPage('#/');
    expect(text()).toContain('does not unblock an order');
  });

  it('follows what is saved elsewhere', async () => {
    await save({ companyName: 'Contoso' });
    await openPage('#/');
    await save({ companyName: 'Fabrikam' });
    await vi.waitFor(() => expect(text()).toContain('2 records'));
    expect(the('link', 'Fabrikam')).toBeTruthy();
  });

  it('shows fifty at a time', async () => {
    for (let number = 1; number <= 52; number++)
      await save({ email: `p${number}@contoso.example` });
    await openPage('#/');
    expect(all('row').length).toBe(50);
    await click(the('button', 'Next page'));
    expect(all('row').length).toBe(2);
    expect(location.hash).toBe('#/?page=2');
    expect(text()).toContain('51–52 of 52');
  });

  it.each(['9999', '1e300', '9007199254740991'])(
    'goes to the last page there is in place of page %s',
    async (page) => {
      for (let number = 1; number <= 52; number++)
        await save({ email: `p${number}@contoso.example` });
      await openPage(`#/?page=${page}`);
      expect(location.hash).toBe('#/?page=2');
      expect(all('row').length).toBe(2);
      expect(text()).toContain('51–52 of 52');
    },
  );

  it('goes back a page when what stood on the last one no longer fits', async () => {
    const saved = [];
    for (let number = 1; number <= 51; number++)
      saved.push(await save({ email: `p${number}@contoso.example` }));
    await openPage('#/?state=recorded&page=2');
    expect(all('row').length).toBe(1);
    const { recordId } = saved[0]!;
    const by = { name: 'Robin', role: 'admin-agent' };
    const move = { recordId, state: 'withdrawn', occurredOn: '', note: 'twice', by } as const;
    await moveRecord.ask({ attemptId: nextUuid(), ...move });
    await vi.waitFor(() => expect(location.hash).toBe('#/?state=recorded'));
    await settle();
    expect(all('row').length).toBe(50);
    expect(document.querySelector<HTMLInputElement>('thead input')!.checked).toBe(false);
  });
});

describe('search and filters', () => {
  beforeEach(async () => {
    await save({ companyName: 'Contoso', scenario: 'existing-partner' });
    await save({ companyName: 'Fabrikam', scenario: 'new-partner' });
  });

  it('finds by free text and keeps the text out of the address', async () => {
    await openPage('#/');
    await type(field('Search'), 'fabr');
    await vi.waitFor(() => expect(all('row').length).toBe(1));
    expect(text()).toContain('1 of 2 records');
    expect(location.href).not.toContain('fabr');
  });

  it('takes a text that came with the address out of it', async () => {
    await openPage('#/?text=lea@contoso.example');
    expect(location.href).not.toContain('contoso');
    expect(field('Search').value).toBe('lea@contoso.example');
  });

  it('filters by what the address says', async () => {
    await openPage('#/?scenario=new-partner');
    expect(all('row').length).toBe(1);
    expect(field('Scenario').value).toBe('new-partner');
  });

  it('writes a chosen filter into the address', async () => {
    await openPage('#/');
    await type(field('Scenario'), 'existing-partner');
    expect(location.hash).toBe('#/?scenario=existing-partner');
    expect(all('row').length).toBe(1);
  });

  it('says when nothing matches, and shows all again', async () => {
    await openPage('#/?state=verified');
    expect(the('heading', 'No record matches')).toBeTruthy();
    await click(the('button', 'Show all records'));
    expect(all('row').length).toBe(2);
  });

  it.each([
    ['Show all', '#/?scenario=new-partner'],
    ['Show all records', '#/?state=verified'],
  ])('keeps the focus with the list when its button goes: %s', async (name, address) => {
    await openPage(address);
    the('button', name).focus();
    await click(the('button', name));
    await vi.waitFor(() => expect(text(document.activeElement!)).toBe('2 records'));
    expect(all('button').map((button) => text(button))).not.toContain(name);
  });

  it('says when the days stand the wrong way round', async () => {
    await openPage('#/?from=2026-11-02&until=2026-11-01');
    expect(text()).toContain('This day is before the first one');
  });
});

describe('unfinished drafts', () => {
  it('stand on top, the newest first, to be continued', async () => {
    await keepDraft.ask(draft('Older', '2026-11-22T09:00:00.000Z'));
    const newer = draft('Newer');
    await keepDraft.ask(newer);
    await openPage('#/');
    const names = [...document.querySelectorAll('.drafts li')].map((line) => text(line));
    expect(names).toEqual([expect.stringContaining('Newer'), expect.stringContaining('Older')]);
    expect(the('link', 'Continue: Newer').getAttribute('href')).toBe(`#/draft/${newer.draftId}`);
  });

  it('are discarded at once, and come back whole under other ids', async () => {
    const wingtip = draft('Wingtip');
    await keepDraft.ask(wingtip);
    await openPage('#/');
    expect(text(document.querySelector('.drafts summary')!)).toBe('One unfinished draft');
    await click(the('button', 'Discard: Wingtip'));
    expect(await listDrafts.ask()).toEqual([]);
    expect(text(document.querySelector('.undo-said')!)).toContain('Wingtip was discarded');

    await click(the('button', 'Undo'));
    const [back] = await listDrafts.ask();
    expect(back?.fields).toEqual(wingtip.fields);
    expect(back?.draftId).not.toBe(wingtip.draftId);
    expect(the('link', 'Continue: Wingtip')).toBeTruthy();
    expect(text(document.querySelector('.undo-said')!)).toBe('The draft is back.');
  });
});

describe('other languages', () => {
  it('speaks 繁體中文', async () => {
    await save();
    await openPage('#/', 'zh-TW');
    expect(the('heading', '歷程紀錄')).toBeTruthy();
    expect(text()).toContain('1 筆紀錄');
  });

  it('keeps ids from left to right in a mirrored page', async () => {
    await save();
    await openPage('#/', 'ar-XB');
    const id = [...document.querySelectorAll('bdi')].find(
      (part) => part.textContent === contoso.customerTenantId,
    );
    expect(id?.getAttribute('dir')).toBe('ltr');
    expect(text()).toContain('\u200f');
  });
});
