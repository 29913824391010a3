import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RecordState } from '@/lib/domain/record/attestation';
import { keepView, listViews, moveRecord, readRecords } from '@/lib/requests';
import { nextUuid } from '../../lib/store/setup';
import {
  all,
  click,
  field,
  openPage,
  save,
  settle,
  startBrowser,
  submit,
  text,
  the,
  type,
} from './show';

beforeEach(() => startBrowser());

async function saveAs(companyName: string, ...states: RecordState[]) {
  const record = await save({ companyName });
  for (const state of states)
    await moveRecord.ask({
      attemptId: nextUuid(),
      recordId: record.recordId,
      state,
      occurredOn: '2026-11-20',
      note: state === 'withdrawn' ? 'twice' : 'told on the phone',
      by: { name: 'Robin', role: 'admin-agent' },
    });
  return record;
}

const card = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('.board button')].find((one) =>
    text(one).startsWith(name),
  );
  if (!found) throw new Error(`no card ${name}`);
  return found;
};
const customers = () => all('row').map((row) => text(row.querySelector('th a')!));
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')];
const said = () => text(document.querySelector('.undo-said')!);

async function press(element: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    element.dispatchEvent(event);
  });
  await settle();
}

describe('the cards', () => {
  beforeEach(async () => {
    await saveAs('Contoso', 'link-created');
    await saveAs('Fabrikam', 'link-created');
    await saveAs('Wingtip', 'verified');
    await saveAs('Tailspin', 'withdrawn');
    await openPage('#/');
  });

  it.each([
    ['Required', '0'],
    ['Pending', '2'],
    ['Link expired', '0'],
    ['Ready to create', '0'],
    ['Recorded here only', '0'],
    ['Done', '1'],
    ['Withdrawn', '1'],
  ])('%s counts %s', (name, count) => {
    expect(text(card(name))).toContain(count);
    expect(card(name).getAttribute('aria-pressed')).toBe('false');
  });

  it('shows only its records when pressed, says so in the address, and all when pressed again', async () => {
    await click(card('Pending'));
    expect(location.hash).toBe('#/?stage=pending');
    expect(card('Pending').getAttribute('aria-pressed')).toBe('true');
    expect(customers()).toEqual(['Fabrikam', 'Contoso']);
    expect(text()).toContain('2 of 4 records');
    await click(card('Pending'));
    expect(location.hash).toBe('#/');
    expect(customers().length).toBe(4);
  });

  it('says in full what each means, to eye and ear, and claims nothing of Microsoft', async () => {
    const about = document.getElementById(card('Done').getAttribute('aria-describedby')!)!;
    expect(text(about)).toContain('by the word of the person who noted it');
    expect(text(about)).toContain('Countersign has not asked Microsoft');
    await click(card('Done'));
    expect(text(document.querySelector('.board-about')!)).toBe(text(about));
  });

  it('lets go of a state that is in no card’s stage', async () => {
    await type(field('State'), 'verified');
    await click(card('Pending'));
    expect(location.hash).toBe('#/?stage=pending');
    const options = [...field('State').querySelectorAll('option')].map(({ value }) => value);
    expect(options).toEqual(['', 'link-created', 'direct-acceptance-asked', 'handed-to-provider']);
  });

  it('follows what happens elsewhere', async () => {
    await saveAs('Northwind', 'refused');
    await vi.waitFor(() => expect(text(card('Required'))).toContain('1'));
  });
});

describe('order and columns', () => {
  beforeEach(async () => {
    await save({ companyName: 'Contoso', reference: 'T-2' });
    await save({ companyName: 'adatum', reference: 'T-1' });
    await save({ companyName: 'Fabrikam', reference: 'T-3' });
  });

  it('sorts by a head that is a button, both ways, and says which', async () => {
    await openPage('#/');
    await click(the('button', 'Customer'));
    expect(location.hash).toBe('#/?sort=companyName&order=ascending');
    expect(customers()).toEqual(['adatum', 'Contoso', 'Fabrikam']);
    const head = the('button', 'Customer').closest('th')!;
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    expect(text(document.querySelector('caption')!)).toBe('Records, sorted by Customer, ascending');

    await click(the('button', 'Customer'));
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(customers()).toEqual(['Fabrikam', 'Contoso', 'adatum']);
  });

  it('shows the columns that the address names, and writes those that are chosen', async () => {
    await openPage('#/?columns=reference');
    const heads = () => [...document.querySelectorAll('thead th')].map((head) => text(head));
    expect(heads()).toEqual(['', 'Customer', 'Ticket or order']);
    await click(the('button', 'Columns'));
    await click(field('Email address'));
    expect(location.hash).toBe('#/?columns=email.reference');
    expect(heads()).toEqual(['', 'Customer', 'Email address', 'Ticket or order']);
    await click(the('button', 'Usual columns'));
    expect(location.hash).toBe('#/');
  });
});

describe('a search', () => {
  it('marks what it has found, and says where that is not on show', async () => {
    await save({ companyName: 'Contoso Österreich', evidenceNote: 'Mail of the helpdesk' });
    await openPage('#/');
    await type(field('Search'), 'oster HELP');
    const marked = [...document.querySelectorAll('tbody mark')].map((mark) => text(mark));
    expect(marked).toEqual(['Öster', 'help']);
    expect(text(document.querySelector('.found-in')!)).toBe(
      'Found in evidence: Mail of the helpdesk',
    );
  });

  it('marks nothing in words that it does not look into', async () => {
    await save({ companyName: 'Newton', scenario: 'new-partner', country: 'NZ' });
    await openPage('#/?columns=scenario.agreed.country');
    await type(field('Search'), 'new');
    expect(text(document.querySelector('tbody')!)).toContain('New Zealand');
    const marked = () => [...document.querySelectorAll('tbody mark')];
    expect(marked().map((mark) => mark.closest('td, th')!.className)).toEqual(['col-customer']);
    // A day is searched as it is kept, and shown in the reader's own way.
    await type(field('Search'), '20');
    expect(text(document.querySelector('td.col-agreed')!)).toContain('20');
    expect(marked().filter((mark) => mark.closest('.col-agreed'))).toEqual([]);
    expect(text(document.querySelector('.found-in')!)).toContain('Found in');
  });
});

describe('the keyboard in the list', () => {
  beforeEach(async () => {
    for (const companyName of ['A', 'B', 'C', 'D']) await save({ companyName });
    await openPage('#/');
  });

  it('has one stop for Tab and moves with arrows, Home and End', async () => {
    const stops = () => boxes().filter(({ tabIndex }) => tabIndex === 0).length;
    expect(stops()).toBe(1);
    boxes()[0]!.focus();
    await press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement).toBe(boxes()[1]);
    await press(document.activeElement!, 'End');
    expect(document.activeElement).toBe(boxes()[3]);
    await press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement).toBe(boxes()[3]);
    await press(document.activeElement!, 'Home');
    expect(document.activeElement).toBe(boxes()[0]);
    expect(stops()).toBe(1);
  });

  it('chooses a range with Shift and the arrows', async () => {
    boxes()[1]!.focus();
    await press(document.activeElement!, 'ArrowDown', { shiftKey: true });
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, true, false]);
  });

  it('opens the record with Enter', async () => {
    boxes()[0]!.focus();
    await press(document.activeElement!, 'Enter');
    await vi.waitFor(() => expect(location.hash).toMatch(/^#\/record\//));
  });
});

describe('the selection', () => {
  beforeEach(async () => {
    for (const companyName of ['A', 'B', 'C', 'D']) await save({ companyName });
    await openPage('#/');
  });

  it('is taken and left, one by one, by a range and by the page', async () => {
    await click(boxes()[0]!);
    expect(text()).toContain('1 selected');
    await act(async () => {
      boxes()[2]!.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    });
    expect(text()).toContain('3 selected');
    const page = document.querySelector<HTMLInputElement>('thead input')!;
    expect(page.indeterminate).toBe(true);
    await click(page);
    expect(text()).toContain('4 selected');
    await click(the('button', 'Clear selection'));
    expect(text()).not.toContain('selected');
  });

  it('is let go when another search shows other records, and stays when they are sorted', async () => {
    await click(boxes()[0]!);
    await click(the('button', 'Customer'));
    expect(text()).toContain('1 selected');
    await type(field('Search'), 'A');
    expect(text()).not.toContain('1 selected');
  });

  it('takes all that match over all pages, with their number said before', async () => {
    for (let number = 0; number < 50; number++) await save({ companyName: `E${number}` });
    await openPage('#/');
    await click(document.querySelector<HTMLInputElement>('thead input')!);
    expect(text()).toContain('50 selected');
    await click(the('button', 'Select all 54 that match'));
    expect(text()).toContain('54 selected');
  }, 20_000);
});

describe('several at once', () => {
  async function note(state: string): Promise<void> {
    await click(document.querySelector<HTMLInputElement>('thead input')!);
    await click(the('button', 'Note what happened'));
    const dialog = document.querySelector<HTMLElement>('dialog[open]')!;
    await type(field('What happened', dialog), state);
    await type(field('Your name', dialog), 'Mei Lin');
  }

  it('writes an event for each, leaves alone what does not move, and sets back with a second one', async () => {
    const one = await saveAs('A');
    const two = await saveAs('B', 'link-created');
    const gone = await saveAs('C', 'withdrawn');
    const there = await saveAs('D', 'verified');
    await openPage('#/');
    await note('verified');
    const dialog = document.querySelector<HTMLElement>('dialog[open]')!;
    expect(text(dialog)).toContain('One is already in this state and is left alone.');
    expect(text(dialog)).toContain('One was withdrawn and is left alone.');
    await submit(dialog);
    await vi.waitFor(() =>
      expect(said()).toContain('Noted for 2 records: Verified with Microsoft.'),
    );
    expect(said()).toContain('Undoing adds a second entry');
    expect(document.querySelector('dialog[open]')).toBeNull();

    const movesOf = async ({ recordId }: { recordId: string }) =>
      (await readRecords.ask({ recordIds: [recordId] }))[0]!.moves.map(
        ({ state, by }) => `${state} ${by.name}`,
      );
    expect(await movesOf(one)).toEqual(['verified Mei Lin']);
    expect(await movesOf(two)).toEqual(['link-created Robin', 'verified Mei Lin']);
    expect(await movesOf(gone)).toEqual(['withdrawn Robin']);
    expect(await movesOf(there)).toEqual(['verified Robin']);

    await press(document.body, 'z', { ctrlKey: true });
    await vi.waitFor(() => expect(said()).toBe('2 records are set back, each by a second entry.'));
    expect(await movesOf(one)).toEqual(['verified Mei Lin', 'recorded Mei Lin']);
    expect(await movesOf(two)).toEqual([
      'link-created Robin',
      'verified Mei Lin',
      'link-created Mei Lin',
    ]);
  });

  it('says of each record that failed why, keeps the others, and tries those again', async () => {
    await saveAs('A');
    const bad = await saveAs('B');
    await saveAs('C');
    await openPage('#/');
    const { sendMessage } = fakeBrowser.runtime;
    let refuses = true;
    fakeBrowser.runtime.sendMessage = (message: unknown) => {
      const asked = message as { name: string; question?: { recordId?: string } };
      if (refuses && asked.name === 'moveRecord' && asked.question?.recordId === bad.recordId)
        return Promise.resolve({ problem: 'storage-full', detail: '' });
      return sendMessage(message);
    };
    await note('customer-accepted');
    await submit(document.querySelector<HTMLElement>('dialog[open]')!);
    const dialog = () => document.querySelector<HTMLElement>('dialog[open]')!;
    await vi.waitFor(() => expect(text(dialog())).toContain('One record could not be written'));
    expect(text(dialog())).toContain('B');
    expect(text(dialog())).toContain('The disk is full');

    refuses = false;
    await submit(dialog());
    await vi.waitFor(() => expect(said()).toContain('Noted for 3 records: Customer accepted.'));
    expect(all('row').filter((row) => text(row).includes('Customer accepted')).length).toBe(3);
  });

  const dialog = () => document.querySelector<HTMLElement>('dialog[open]')!;
  const statesOf = async ({ recordId }: { recordId: string }) =>
    (await readRecords.ask({ recordIds: [recordId] }))[0]!.moves.map(({ state }) => state);
  const moveTo = (state: RecordState, recordId: string) =>
    moveRecord.ask({
      attemptId: nextUuid(),
      recordId,
      state,
      occurredOn: '',
      note: '',
      by: { name: 'Robin', role: 'admin-agent' },
    });

  it('writes over nothing that somebody else has noted since it was looked at, unless told again', async () => {
    const one = await saveAs('A');
    const other = await saveAs('B');
    await openPage('#/');
    await note('customer-accepted');
    await moveTo('verified', other.recordId);
    await settle();
    await submit(dialog());
    await vi.waitFor(() => expect(text(dialog())).toContain('Somebody has changed this record'));
    expect(text(dialog())).toContain('B');
    expect(await statesOf(one)).toEqual(['customer-accepted']);
    expect(await statesOf(other)).toEqual(['verified']);

    await submit(dialog());
    await vi.waitFor(() => expect(said()).toContain('Noted for 2 records'));
    expect(await statesOf(other)).toEqual(['verified', 'customer-accepted']);
    await press(document.body, 'z', { ctrlKey: true });
    await vi.waitFor(() => expect(said()).toContain('2 records are set back'));
    expect(await statesOf(one)).toEqual(['customer-accepted', 'recorded']);
    expect(await statesOf(other)).toEqual(['verified', 'customer-accepted', 'verified']);
  });

  it('sets nothing back that was changed since, and goes on where it could not', async () => {
    const one = await saveAs('A');
    const other = await saveAs('B');
    const third = await saveAs('C');
    await openPage('#/');
    await note('customer-accepted');
    await submit(dialog());
    await vi.waitFor(() => expect(said()).toContain('Noted for 3 records'));
    await moveTo('verified', other.recordId);
    const { sendMessage } = fakeBrowser.runtime;
    let dies = true;
    fakeBrowser.runtime.sendMessage = async (message: unknown) => {
      const asked = message as { name: string; question?: { recordId?: string } };
      const answer = await sendMessage(message);
      if (dies && asked.name === 'moveRecord' && asked.question?.recordId === one.recordId) {
        dies = false;
        throw new Error('the worker ended after it had written');
      }
      return answer;
    };
    await press(document.body, 'z', { ctrlKey: true });
    await vi.waitFor(() => expect(all('alert').length).toBe(1));
    await click(the('button', 'Try again'));
    await vi.waitFor(() => expect(said()).toContain('2 records are set back'));
    expect(said()).toContain('One record could not be set back');
    expect(await statesOf(one)).toEqual(['customer-accepted', 'recorded']);
    expect(await statesOf(other)).toEqual(['customer-accepted', 'verified']);
    expect(await statesOf(third)).toEqual(['customer-accepted', 'recorded']);
  });

  it('lets go of what no longer fits the list because somebody has changed it', async () => {
    const one = await saveAs('A');
    await saveAs('B');
    await openPage('#/?state=recorded');
    for (const box of boxes()) await click(box);
    expect(text(document.querySelector('.selection')!)).toContain('2 selected');
    await moveTo('verified', one.recordId);
    await vi.waitFor(() =>
      expect(text(document.querySelector('.selection')!)).toContain('1 selected'),
    );
  });

  it('stays open while it writes, also where the browser closes it by itself', async () => {
    await saveAs('A');
    await openPage('#/');
    await note('customer-accepted');
    const { sendMessage } = fakeBrowser.runtime;
    let goOn = () => {};
    const waiting = new Promise<void>((done) => {
      goOn = done;
    });
    fakeBrowser.runtime.sendMessage = async (message: unknown) => {
      if ((message as { name: string }).name === 'moveRecord') await waiting;
      return sendMessage(message);
    };
    await submit(dialog());
    await act(async () => document.querySelector('dialog')!.close());
    expect(dialog()).toBeTruthy();
    goOn();
    await vi.waitFor(() => expect(said()).toContain('Noted for one record'));
    expect(document.querySelector('dialog')).toBeNull();
  });
});

describe('saved views', () => {
  const name = () => field('Name', document.querySelector('.dropdown-panel')!);
  const send = async () => submit(document.querySelector<HTMLElement>('.dropdown-panel')!);

  beforeEach(async () => {
    await save({ companyName: 'Contoso' });
  });

  it('keep filters, order and columns under a name, and not the text of a search', async () => {
    await openPage('#/?stage=recorded-here&sort=companyName&order=ascending&columns=email');
    await type(field('Search'), 'contoso');
    await click(the('button', 'Views'));
    await send();
    expect(text()).toContain('Give the view a name.');
    await type(name(), 'By mail');
    await send();
    const [view] = await listViews.ask();
    expect(view).toMatchObject({
      name: 'By mail',
      address: '#/?stage=recorded-here&sort=companyName&order=ascending&columns=email',
    });
    expect(the('button', 'By mail')).toBeTruthy();
  });

  it('refuse a name that another has, are renamed, deleted and brought back', async () => {
    await keepView.ask({ viewId: nextUuid(), name: 'Late', address: '#/?stage=link-expired' });
    await openPage('#/');
    await click(the('button', 'Views'));
    await type(name(), 'LATE');
    await send();
    expect(text()).toContain('Another view has this name.');

    await click(the('button', 'Rename: Late'));
    await type(name(), '逾期');
    await send();
    expect(the('link', '逾期').getAttribute('href')).toBe('#/?stage=link-expired');

    await click(the('button', 'Delete: 逾期'));
    expect(await listViews.ask()).toEqual([]);
    await click(the('button', 'Undo'));
    expect((await listViews.ask()).map((view) => view.name)).toEqual(['逾期']);
  });

  it('follow what another window does', async () => {
    await openPage('#/');
    await click(the('button', 'Views'));
    await keepView.ask({ viewId: nextUuid(), name: 'From elsewhere', address: '#/' });
    await vi.waitFor(() => expect(the('link', 'From elsewhere')).toBeTruthy());
  });
});

describe('a list that is long in coming', () => {
  const lookingThrough = () => text(document.querySelector('.list .loading') ?? undefined);

  it.each([
    ['an answer', true],
    ['a failure', false],
  ])('says that it looks through all records until there is %s', async (_, works) => {
    await saveAs('Contoso');
    await saveAs('Fabrikam');
    await openPage('#/');
    const { sendMessage } = fakeBrowser.runtime;
    let goOn = () => {};
    const waiting = new Promise<void>((done) => {
      goOn = done;
    });
    fakeBrowser.runtime.sendMessage = async (message: unknown) => {
      if ((message as { name: string }).name === 'listRecords') {
        await waiting;
        if (!works) return { problem: 'failed', detail: '' };
      }
      return sendMessage(message);
    };
    expect(document.querySelector('.list .loading')).toBeNull();
    await type(field('Search'), 'fabri');
    expect(lookingThrough()).toBe('Looking through 2 records…');
    expect(text(document.querySelector('.list [role=status]')!)).toBe('2 records');
    expect(customers()).toHaveLength(2);

    goOn();
    await settle();
    expect(document.querySelector('.list .loading')).toBeNull();
    expect(customers()).toHaveLength(works ? 1 : 2);
    expect(all('alert')).toHaveLength(works ? 0 : 1);
  });
});
