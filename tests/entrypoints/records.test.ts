import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerRecordRequests } from '@/entrypoints/background/records';
import { listenForRequests } from '@/lib/define-request';
import type { Attestation } from '@/lib/domain/record/attestation';
import * as requests from '@/lib/requests';
import { draftsChangedKey } from '@/lib/store/witness';
import { bundleParts, bundleText, itemsOf } from '../lib/domain/bundle/bundle-text';
import { clock, contoso, emptyDisk, nextUuid, startKeeper } from '../lib/store/setup';

beforeEach(() => {
  emptyDisk();
  startWorker();
});

/** A worker that has just been started: nothing is remembered but the disk. */
function startWorker(): void {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  const now = clock();
  answerRecordRequests({
    keeper: startKeeper(now),
    now: () => new Date(now()),
    uuid: nextUuid,
  });
  listenForRequests(async () => true);
}

function save(attestation: Partial<Attestation> = {}, more: object = {}) {
  const asked = { attemptId: nextUuid(), attestation: { ...contoso, ...attestation }, reason: '' };
  return requests.saveRecord.ask({ ...asked, ...more });
}

const by = { name: 'Robin', role: 'admin-agent' };
const at = '2026-11-22T08:00:00.000Z';
const aDraft = () => ({
  draftId: nextUuid(),
  attemptId: nextUuid(),
  place: 'manual',
  startedAt: at,
  changedAt: at,
  fields: { ...contoso, companyName: 'Half a na' },
  touched: ['companyName'],
});

it('saves a record, tidied, in the recorder’s name, and lists it after a restart', async () => {
  const seen = {
    quote: 'cut in half \ud83d',
    language: 'en',
    address: 'https://admin.microsoft.com/',
    at,
  };
  const { record } = await save({ companyName: ' Contoso ', country: 'de' }, { seen });
  expect(record).toMatchObject({
    number: 'CS-000001',
    state: 'recorded',
    current: { companyName: 'Contoso', country: 'DE' },
    versions: [{ by, reason: '' }],
    seen: { ...seen, quote: 'cut in half \ufffd' },
  });
  startWorker();
  expect((await requests.listRecords.ask({})).records).toEqual([record]);
  expect(await requests.readRecords.ask({ recordIds: [record.recordId] })).toEqual([record]);
  expect(await requests.readRecords.ask({ recordIds: [nextUuid()] })).toEqual([]);
  const clues = { customerTenantId: contoso.customerTenantId, customerDomain: '', companyName: '' };
  expect(await requests.findCustomer.ask(clues)).toEqual([record]);
});

it('keeps no acceptance link in the chain, wherever it was pasted', async () => {
  const link = 'https://cdn.partner.microsoft.com/mca/SECRET';
  const seen = { quote: link, language: 'en', address: `${link}?x`, at };
  const everywhere = { companyName: link, recordedBy: link, language: link, lastName: link };
  const { record } = await save(everywhere, { seen });
  const name = { name: link, role: 'admin-agent' };
  await requests.moveRecord.ask({
    attemptId: nextUuid(),
    recordId: record.recordId,
    state: 'refused',
    occurredOn: '',
    note: link,
    by: name,
  });
  const after = await requests.readRecords.ask({ recordIds: [record.recordId] });
  expect(JSON.stringify(after)).not.toContain('SECRET');
  expect(after[0]).toMatchObject({
    current: { companyName: 'https://cdn.partner.microsoft.com/mca/•••' },
    moves: [{ by: { name: 'https://cdn.partner.microsoft.com/mca/•••' } }],
  });
});

it('answers the same record to the same attempt, also after a restart', async () => {
  const attemptId = nextUuid();
  const { record } = await save({}, { attemptId });
  startWorker();
  expect(await save({}, { attemptId })).toEqual({ record });
  expect(await requests.listRecords.ask({})).toMatchObject({ total: 1, all: 1 });
});

describe('refuses', () => {
  it.each([
    [
      'a form with what can never be right',
      () => save({ email: 'lea', firstName: '' }),
      'incomplete',
    ],
    ['a day that has begun nowhere', () => save({ dateAgreed: '2999-01-01' }), 'incomplete'],
    [
      'a correction of no record',
      () => save({}, { corrects: { recordId: nextUuid(), version: 1 }, reason: 'x' }),
      'record-missing',
    ],
    [
      'a correction without a reason',
      () => save({}, { corrects: { recordId: nextUuid(), version: 1 } }),
      'reason-missing',
    ],
    ['a field too many', () => save({ extra: 1 } as never), 'malformed'],
    ['a note of any length', () => save({ evidenceNote: 'x'.repeat(10_001) }), 'malformed'],
    [
      'a file with events that do not hold together',
      async () => {
        await save();
        const { events, people } = await trailAsked();
        const edited = events.map((event) => ({ ...event, at }));
        return requests.importTrail.ask({ events: edited, people, dryRun: false });
      },
      'import-changed',
    ],
    [
      'a wipe that was not meant',
      () => requests.wipeTrail.ask({ confirm: 'yes' } as never),
      'malformed',
    ],
  ])('%s', async (_name, ask, problem) => {
    await expect(ask()).rejects.toMatchObject({ problem });
  });

  it('a correction of a version that is no longer the last', async () => {
    const { record } = await save();
    const corrects = { recordId: record.recordId, version: 1 };
    await save({ lastName: 'Meier' }, { corrects, reason: 'misread' });
    await expect(
      save({ lastName: 'Mayer' }, { corrects, reason: 'misread' }),
    ).rejects.toMatchObject({
      problem: 'superseded',
    });
  });

  it('to withdraw without a reason, and a day that does not exist', async () => {
    const { record } = await save();
    const move = {
      attemptId: nextUuid(),
      recordId: record.recordId,
      state: 'withdrawn',
      occurredOn: '2026-11-22',
      note: ' ',
      by,
    } as const;
    await expect(requests.moveRecord.ask(move)).rejects.toMatchObject({
      problem: 'reason-missing',
    });
    await expect(
      requests.moveRecord.ask({ ...move, note: 'twice', occurredOn: '22.11.' }),
    ).rejects.toMatchObject({
      problem: 'incomplete',
    });
    for (const [more, problem] of [
      [{ note: '\u200b\u2060\ufeff' }, 'reason-missing'],
      [{ state: 'recorded', note: '' }, 'reason-missing'],
      [{ note: 'twice', occurredOn: '2199-01-01' }, 'incomplete'],
      [{ note: 'twice', by: { ...by, name: '' } }, 'incomplete'],
      [{ note: 'twice', by: { ...by, name: ' \u200b' } }, 'incomplete'],
    ] as const)
      await expect(requests.moveRecord.ask({ ...move, ...more })).rejects.toMatchObject({
        problem,
      });
    const moved = await requests.moveRecord.ask({ ...move, note: 'twice' });
    expect(moved.record).toMatchObject({ state: 'withdrawn', moves: [{ note: 'twice', by }] });
  });
});

it('saves what is only unusual', async () => {
  const { record } = await save({
    email: 'lea+x@microsoft.com',
    companyName: 'GmbH',
    country: '',
    language: '',
    recordedBy: '',
  });
  expect(record.current.companyName).toBe('GmbH');
});

it('keeps drafts over a restart, tells pages of them, and lets one go with its record', async () => {
  const draft = aDraft();
  const told: unknown[] = [];
  fakeBrowser.storage.onChanged.addListener((changed) => {
    if (changed[draftsChangedKey]) told.push(changed[draftsChangedKey].newValue);
  });
  await requests.keepDraft.ask(draft);
  startWorker();
  expect(await requests.listDrafts.ask()).toEqual([draft]);
  await save({}, { attemptId: draft.attemptId, draftId: draft.draftId });
  expect(await requests.listDrafts.ask()).toEqual([]);

  const other = aDraft();
  await requests.keepDraft.ask(other);
  await requests.discardDraft.ask({ draftId: other.draftId });
  expect(await requests.listDrafts.ask()).toEqual([]);
  expect(told.map((one) => (one as { draftId: string }).draftId)).toEqual([
    draft.draftId,
    draft.draftId,
    other.draftId,
    other.draftId,
  ]);
});

it('changes one setting and leaves the others', async () => {
  await requests.changeSettings.ask({ recorderName: 'Robin', ownDomains: ['partner.example'] });
  startWorker();
  await requests.changeSettings.ask({ dockCollapsed: true });
  expect(await requests.readSettings.ask()).toMatchObject({
    recorderName: 'Robin',
    ownDomains: ['partner.example'],
    dockCollapsed: true,
  });
  await expect(requests.changeSettings.ask({ dockSide: 'top' } as never)).rejects.toMatchObject({
    problem: 'malformed',
  });
});

it('exports, wipes and imports the same trail', async () => {
  const { record } = await save();
  await requests.keepDraft.ask(aDraft());
  const before = await trailAsked();
  const text = await bundleText([before]);

  await requests.wipeTrail.ask({ confirm: 'wipe' });
  expect(await requests.checkTrail.ask()).toMatchObject({ events: 0, records: 0, since: '' });
  expect(await requests.listDrafts.ask()).toEqual([]);

  await requests.importTrail.ask({ ...bundleParts(text), dryRun: false });
  startWorker();
  expect(await trailAsked()).toEqual(before);
  expect((await requests.listRecords.ask({})).records).toEqual([record]);
  expect(await requests.checkTrail.ask()).not.toHaveProperty('problem');
});

it('reads the trail as far as it went when an export began', async () => {
  await save();
  await save();
  const { heads } = await requests.readTrailEnds.ask();
  await save();
  const { slice, end } = await requests.readTrail.ask({ heads });
  expect(end).toBeUndefined();
  expect(slice.held).toEqual([[heads[0]!.writer, 1, 2]]);
  expect(itemsOf(slice).people).toHaveLength(2);
  const rest = await requests.readTrail.ask({ heads, after: [heads[0]!.writer, 1] });
  expect(rest.slice.held).toEqual([[heads[0]!.writer, 2, 2]]);
});

it('keeps no acceptance link, in whatever it was typed, and so none leaves in a copy of everything', async () => {
  const link =
    'https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001';
  const { record } = await save({ evidenceNote: `Sent ${link}`, reference: link });
  const recordId = record.recordId;
  const move = {
    recordId,
    state: 'link-created',
    occurredOn: '2026-11-22',
    note: link,
    by,
  } as const;
  await requests.moveRecord.ask({ ...move, attemptId: nextUuid() });
  await save({}, { reason: link, corrects: { recordId, version: 1 } });
  const trail = JSON.stringify(await trailAsked());
  expect(trail).not.toContain('deadbeef');
  expect(trail).toContain('Sent https://cdn.partner.microsoft.com/mca/•••');
});

async function trailAsked() {
  const { heads } = await requests.readTrailEnds.ask();
  return itemsOf((await requests.readTrail.ask({ heads })).slice);
}
