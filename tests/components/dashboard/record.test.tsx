import { beforeEach, describe, expect, it, vi } from 'vitest';
import { textOfField } from '@/components/dashboard/labels';
import { toBase64 } from '@/lib/domain/bundle/base64';
import type { RecordState } from '@/lib/domain/record/attestation';
import { sha256 } from '@/lib/domain/trail/sha256';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import {
  genesis,
  type Head,
  linkEvent,
  personOf,
  type UnlinkedEvent,
} from '@/lib/domain/trail/trail-chain';
import {
  attachFile,
  changeSettings,
  importTrail,
  keepDraft,
  listDrafts,
  listEvidence,
  moveRecord,
  readRecords,
  readSettings,
  sendPiece,
} from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { sampleTrail } from '../../lib/domain/trail/trail-sample';
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

describe('values that no form lets through', () => {
  const isShown = async (recordId: string, company: string) => {
    for (const address of [`#/record/${recordId}`, `#/certificate/${recordId}`, '#/']) {
      await openPage(address);
      expect(text(), address).toContain(company);
      expect(all('alert'), address).toEqual([]);
    }
  };

  it('shows no acceptance link of an imported one', async () => {
    const link = (name: string) => `https://cdn.partner.microsoft.com/mca/SECRET-${name}`;
    const { events } = await sampleTrail(1);
    const [recorded] = events as [TrailEvent & { kind: 'recorded' }];
    const texts = Object.keys(recorded.case).filter(
      (key) => !['scenario', 'acceptedHow', 'recorderRole'].includes(key),
    );
    const masked = Object.fromEntries(texts.map((key) => [key, link(key)]));
    const signer = { firstName: link('first'), lastName: link('last'), email: link('email') };
    const person = personOf(
      { ...signer, phoneNumber: link('phone'), signerRole: link('role') },
      'a'.repeat(64),
    );
    const by = { name: link('by'), role: 'attestationid=SECRET-role' };
    const file = {
      fileId: nextUuid(),
      sha256: 'b'.repeat(64),
      bytes: 3,
      type: '',
      origin: 'picked',
      nameDigest: 'c'.repeat(64),
    };
    const seen = { quote: link('quote'), language: 'en', address: link('address'), at: 'x' };
    const { format, writer, at, offsetMinutes, recordId } = recorded;
    const said = { version: 1, case: { ...recorded.case, ...masked }, signer: person.digest };
    let head: Head = genesis;
    const all = [
      { kind: 'recorded', ...said, reason: link('reason'), seen },
      { kind: 'moved', state: 'refused', occurredOn: '', note: link('note') },
      { kind: 'attached', file },
      { kind: 'erased', signers: [], fileIds: [file.fileId], reason: link('why') },
    ].map((body) => {
      const about = { format, writer, at, offsetMinutes, recordId, attemptId: nextUuid(), by };
      head = linkEvent({ ...about, ...body } as UnlinkedEvent, head);
      return head as TrailEvent;
    });
    await importTrail.ask({ events: all, people: [person], dryRun: false });
    await isShown(recordId, 'cdn.partner.microsoft.com/mca/•••');
    for (const address of [`#/record/${recordId}`, `#/certificate/${recordId}`, '#/']) {
      await openPage(address);
      expect(document.body.innerHTML.match(/SECRET-\w+/g), address).toBeNull();
    }
  });

  it('keeps no acceptance link in the name of a file, or of whoever added it', async () => {
    const { recordId } = await save();
    const fileId = nextUuid();
    const bytes = Uint8Array.of(1, 2, 3);
    await sendPiece.ask({ fileId, part: 0, data: toBase64(bytes) });
    const { record } = await attachFile.ask({
      attemptId: fileId,
      recordId,
      fileId,
      sha256: sha256(bytes),
      name: 'attestationId=SECRET.eml',
      type: '',
      origin: 'picked',
      by: { name: 'https://cdn.partner.microsoft.com/mca/SECRET', role: 'admin-agent' },
    });
    const names = await listEvidence.ask({ recordId });
    expect(names).toMatchObject([{ name: 'attestationId=•••.eml' }]);
    expect(JSON.stringify([record, names])).not.toContain('SECRET');
  });

  it('shows a record that came in while an offset from UTC had no bounds', async () => {
    const west = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-9e15);
    const { recordId } = await save();
    west.mockRestore();
    await isShown(recordId, 'Contoso GmbH');
  });

  it.each(
    Object.entries({
      'the last moment of time': { at: '9999-12-31T23:59:59.999Z', offsetMinutes: 1440 },
      'the first moment of time': { at: '0000-01-01T00:00:00Z', offsetMinutes: -1440 },
      'more digits than a clock has': { at: '2026-11-22T08:00:00.123456789123Z' },
      'codes that are none': { language: 'en-ab1', country: 'ZZ', dateAgreed: '+275760-09-14' },
      'codes with another form': { language: 'de-DE-DE', country: 'de', dateAgreed: '2026-13-45' },
      'a day and a role that are none': { occurredOn: 'yesterday', role: 'nobody' },
      'a page without a date': { seen: { quote: '', language: 'x y', address: '', at: 'x' } },
    }),
  )('shows an imported one with %s', async (_, odd: Record<string, unknown>) => {
    const { events, people } = await sampleTrail(1);
    const [recorded, moved] = events as [TrailEvent, TrailEvent];
    let head: Head = genesis;
    const all = [recorded, moved].map((event) => {
      const { sequence: _s, previousHash: _p, hash: _h, ...body } = event;
      const changed: Record<string, unknown> = { ...body };
      for (const [key, value] of Object.entries(odd)) {
        if (key === 'role') changed.by = { name: 'Robin', role: value };
        else if (key in ('case' in event ? event.case : {}))
          changed.case = { ...(changed.case as object), [key]: value };
        else if (key in event || (key === 'seen' && event.kind === 'recorded'))
          changed[key] = value;
      }
      const linked = linkEvent(changed as UnlinkedEvent, head);
      head = linked;
      return linked;
    });
    await importTrail.ask({ events: all, people, dryRun: false });
    await isShown(recorded.recordId, 'Contoso 1');
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

describe('a certificate', () => {
  const standing = async (...states: RecordState[]) => {
    const { recordId } = await save();
    for (const state of states) {
      const by = { name: 'Robin', role: 'admin-agent' };
      const move = { recordId, state, occurredOn: '2026-11-02', note: '', by };
      await moveRecord.ask({ attemptId: nextUuid(), ...move });
    }
    await openPage(`#/certificate/${recordId}`);
    return text(document.querySelector('[aria-labelledby="standing"]')!);
  };

  it.each<[RecordState[]]>([
    [['refused', 'direct-accepted']],
    [['refused', 'direct-accepted', 'agreement-created', 'verified']],
  ])('of %j is not closed', async (states) => {
    const said = await standing(...states);
    expect(said).not.toContain('does not count as an acceptance');
    expect(said).toContain('Said to be filed');
  });

  it('still says what was said of Microsoft when the record is set back', async () => {
    const said = await standing('agreement-created', 'verified', 'customer-accepted');
    expect(said).not.toContain('Not filed');
    expect(said).not.toContain('Not verified');
    expect(said).toContain(
      'Said earlier to be filed (Agreement created), by Robin, on Nov 2, 2026. ' +
        'The record was set to “Customer accepted” after that, by Robin, on ',
    );
    expect(said).toContain('Said earlier to be verified, by Robin, on Nov 2, 2026.');
  });
});

describe('noting what happened', () => {
  it.each([
    ['Note what happened', 'What happened', 'link-created'],
    ['Withdraw', 'Why it is withdrawn', 'twice'],
  ])('is refused when somebody else has moved it meanwhile: %s', async (button, label, value) => {
    const { recordId } = await save();
    await openPage(`#/record/${recordId}`);
    await click(the('button', button));
    const by = { name: 'Robin', role: 'admin-agent' };
    const move = { recordId, state: 'verified', occurredOn: '', note: '', by } as const;
    await moveRecord.ask({ attemptId: nextUuid(), ...move });
    const dialog = document.querySelector<HTMLElement>('dialog[open]')!;
    await type(field(label, dialog), value);
    await type(field('Your name', dialog), 'Mei Lin');
    await submit(dialog);
    expect(text(dialog)).toContain('Somebody has changed this record meanwhile');
    expect((await stored(recordId)).moves.map(({ state }) => state)).toEqual(['verified']);
  });

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
    await type(field('Why it is withdrawn', dialog), '\u200b\u2060');
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
