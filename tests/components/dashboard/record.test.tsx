import { beforeEach, describe, expect, it } from 'vitest';
import { textOfField } from '@/components/dashboard/labels';
import {
  changeSettings,
  keepDraft,
  listDrafts,
  moveRecord,
  readRecords,
  readSettings,
} from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { contoso, nextUuid } from '../../lib/store/setup';
import { all, click, field, openPage, save, startBrowser, submit, text, the, type } from './show';

beforeEach(() => startBrowser());

const stored = async (recordId: string) => (await readRecords.ask({ recordIds: [recordId] }))[0]!;

describe('a record', () => {
  it('says everything that was recorded, and from which page', async () => {
    const seen = {
      quote: 'Please reach out to your Partner',
      language: 'en',
      address: 'https://admin.microsoft.com/#/agreement',
      at: '2026-11-20T08:00:00.000Z',
    };
    const { recordId } = await save({}, { seen });
    await openPage(`#/record/${recordId}`);

    expect(the('heading', 'Contoso GmbH')).toBeTruthy();
    const facts = [...document.querySelectorAll('dt')].map((dt) => [
      text(dt),
      text(dt.nextElementSibling!),
    ]);
    expect(facts).toContainEqual(['Email address', 'lea@contoso.example']);
    expect(facts).toContainEqual(['Country or region', 'Germany (DE)']);
    expect(facts).toContainEqual(['Position at the customer', 'Not given']);
    expect(text(document.querySelector('blockquote[lang="en"]')!)).toBe(seen.quote);
    expect(text()).toContain(seen.address);
  });

  it('has no personal data in the title of the tab', async () => {
    const { recordId, number } = await save();
    await openPage(`#/record/${recordId}`);
    expect(document.title).toBe(`${number} – Countersign`);
  });

  it.each([
    ['no id', '#/record/nonsense'],
    ['an id that is not here', `#/record/${nextUuid()}`],
    ['no id to print', '#/certificate/nonsense'],
    ['an id to print that is not here', `#/certificate/${nextUuid()}`],
  ])('says that it is not here: %s', async (_, address) => {
    await openPage(address);
    expect(the('heading', 'This record is not here')).toBeTruthy();
    expect(all('alert')).toEqual([]);
  });
});

it('stands in order of writing, and says where the clock was set back', async () => {
  let now = '2026-11-22T10:00:00.000Z';
  startBrowser(() => now);
  const { recordId } = await save();
  const by = { name: 'Robin', role: 'admin-agent' };
  const move = { recordId, state: 'link-created', occurredOn: '', note: '', by } as const;
  now = '2026-11-21T10:00:00.000Z';
  await moveRecord.ask({ attemptId: nextUuid(), ...move });
  await openPage(`#/record/${recordId}`);
  const entries = [...document.querySelectorAll('.story > li')].map((entry) => text(entry));
  expect(entries[0]).toContain('Acceptance link created');
  expect(entries[0]).toContain('the computer’s clock was set back');
  expect(entries[1]).not.toContain('clock');
  await openPage('#/');
  expect(text()).toContain('A clock was set back once while this was written, before event 2.');
  await openPage(`#/certificate/${recordId}`);
  expect(text(document.querySelector('.certificate')!)).toContain('clock was set back');
});

describe('noting what happened', () => {
  it('refuses without a state, a day that has come, and a name', async () => {
    const { recordId } = await save();
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Note what happened'));
    const dialog = the('dialog', 'Note what happened');
    await type(field('On which day', dialog), '2999-01-01');
    await submit(dialog);

    for (const problem of ['Choose what happened.', 'This day has not come yet.', 'Give your name'])
      expect(text(dialog)).toContain(problem);
    expect((await stored(recordId)).moves).toEqual([]);
  });

  it('keeps state, day, note and name, and remembers the name', async () => {
    const { recordId } = await save();
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Note what happened'));
    const dialog = the('dialog', 'Note what happened');
    await type(field('What happened', dialog), 'link-created');
    await type(field('On which day', dialog), '2026-11-02');
    await type(field('Note', dialog), 'Ticket 4711');
    await type(field('Your name', dialog), 'Kim');
    await submit(dialog);

    expect(await stored(recordId)).toMatchObject({
      state: 'link-created',
      moves: [{ occurredOn: '2026-11-02', note: 'Ticket 4711', by: { name: 'Kim' } }],
    });
    expect((await readSettings.ask()).recorderName).toBe('Kim');
    expect(all('dialog')).toEqual([]);
    expect(text()).toContain('It is now part of this record’s history.');
    expect(text()).toContain('Ticket 4711');
  });

  it('says that a claim about Microsoft is a person’s own', async () => {
    const { recordId } = await save();
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Note what happened'));
    const dialog = the('dialog', 'Note what happened');
    await type(field('What happened', dialog), 'verified');
    expect(text(dialog)).toContain('Countersign has not asked Microsoft about it.');
  });
});

describe('withdrawing', () => {
  it('needs a reason, and then leaves nothing more to do', async () => {
    const { recordId } = await save();
    await changeSettings.ask({ recorderName: 'Kim' });
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Withdraw'));
    const dialog = the('dialog', 'Withdraw this record?');
    await submit(dialog);
    expect(text(dialog)).toContain('Give a reason.');
    expect((await stored(recordId)).state).toBe('recorded');

    await type(field('Why it is withdrawn', dialog), 'Recorded twice');
    await submit(dialog);
    expect(await stored(recordId)).toMatchObject({
      state: 'withdrawn',
      moves: [{ note: 'Recorded twice', by: { name: 'Kim' } }],
    });
    expect(all('button').map((button) => text(button))).not.toContain('Correct');
    expect(text()).toContain('Recorded twice');
  });
});

describe('correcting', () => {
  it('begins a draft of the newest version in the name of whoever corrects', async () => {
    const { recordId } = await save();
    await changeSettings.ask({ recorderName: 'Kim', role: 'sales-agent' });
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Correct'));
    expect(await listDrafts.ask()).toMatchObject([
      {
        corrects: { recordId, version: 1 },
        fields: { ...contoso, recordedBy: 'Kim', recorderRole: 'sales-agent' },
      },
    ]);
    expect(the('heading', 'Correct a record')).toBeTruthy();
  });

  it('goes on with a correction that was begun', async () => {
    const { recordId } = await save();
    const draftId = nextUuid();
    const at = '2026-11-22T10:00:00.000Z';
    await keepDraft.ask({
      draftId,
      attemptId: nextUuid(),
      place: 'manual',
      corrects: { recordId, version: 1 },
      startedAt: at,
      changedAt: at,
      fields: contoso,
      touched: [],
    });
    await openPage(`#/record/${recordId}`);
    await click(the('button', 'Correct'));
    expect(location.hash).toBe(`#/draft/${draftId}`);
    expect((await listDrafts.ask()).length).toBe(1);
  });

  it('shows old and new side by side, with what changed in words', async () => {
    const { recordId } = await save({ companyName: 'Contoso Ltd', phoneNumber: '+49 30 1' });
    const corrects = { recordId, version: 1 };
    await save({ companyName: 'Contoso GmbH', phoneNumber: '' }, { corrects, reason: 'Typo' });
    await openPage(`#/record/${recordId}`);

    const rows = [...document.querySelectorAll('.versions tbody tr')];
    expect(rows.map((row) => [...row.children].map((cell) => text(cell)))).toEqual([
      ['Company name Changed', 'Contoso Ltd', 'Contoso GmbH'],
      ['Phone number Changed', '+49 30 1', 'Not given'],
    ]);
    expect(text(document.querySelector('.versions del')!)).toBe('Contoso Ltd');
    expect(text(document.querySelector('.versions ins')!)).toBe('Contoso GmbH');
    expect(text()).toContain('Typo');

    await click(field('Only what differs'));
    expect(document.querySelectorAll('.versions tbody tr').length).toBe(17);
  });
});

describe('a draft that is gone', () => {
  it('says where it may be', async () => {
    await openPage(`#/draft/${nextUuid()}`);
    expect(the('heading', 'This draft is gone')).toBeTruthy();
    expect(text()).toContain('It was saved or discarded');
  });
});

describe('the hand-off', () => {
  const papers = () => all('heading').map((heading) => text(heading));
  const title = 'Hand-off to the indirect provider';

  it('is there for a reseller, and writes down that it was handed over', async () => {
    const reseller = { partnerType: 'indirect-reseller', recorderName: 'Robin' } as const;
    await changeSettings.ask(reseller);
    const { recordId } = await save();
    await openPage(`#/record/${recordId}`);
    expect(papers()).toContain(title);
    await click(the('button', 'Prepare the hand-off'));
    await click(the('button', 'Write down: handed over'));
    expect((await stored(recordId)).state).toBe('handed-to-provider');
    expect(text()).toContain('Handed to the indirect provider');
  });

  it.each(['direct-bill', 'indirect-provider', 'unsure'] as const)(
    'is not there for %s',
    async (partnerType) => {
      await changeSettings.ask({ partnerType });
      const { recordId } = await save();
      await openPage(`#/record/${recordId}`);
      expect(papers()).not.toContain(title);
    },
  );
});

it.each(['evidenceNote', 'reference'] as const)(
  'shows no acceptance link of an older record: %s',
  (field) => {
    const link =
      'https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001';
    expect(textOfField(field, { ...contoso, [field]: link }, wordsFor('en', []))).toBe(
      'https://cdn.partner.microsoft.com/mca/•••',
    );
  },
);
