import { beforeEach, expect, it, vi } from 'vitest';
import { contentOf, type ImportRow, mostImportRows } from '@/lib/domain/csv/import-row';
import { recordQuerySchema } from '@/lib/domain/record/record';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { sha256 } from '@/lib/domain/trail/sha256';
import { eraseRecord } from '@/lib/store/erase';
import { listRecords, readRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import { importRows, previewRows, type RowsToImport } from '@/lib/store/rows-import';
import type { TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { importTrail } from '@/lib/store/trail-import';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

let keeper: TrailKeeper;
beforeEach(() => {
  emptyDisk();
  keeper = startKeeper();
});

const chance = { uuid: nextUuid, salt: () => nextUuid().replaceAll('-', '').repeat(2) };

function rows(count: number, given: Partial<ImportRow> = {}): ImportRow[] {
  return Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    attestation: { ...contoso, companyName: `Customer ${at}`, email: `p${at}@c${at}.example` },
    state: 'recorded' as const,
    ...given,
  }));
}

const wish = (given: Partial<RowsToImport> = {}): RowsToImport => ({
  rows: rows(3),
  provenance: 'Imported from “old.csv”, row {0}',
  by: { name: 'Mei', role: 'admin-agent' },
  at: '2026-11-22T09:00:00.000Z',
  offsetMinutes: 480,
  ...given,
});

const list = async () => listRecords(await keeper.open(), recordQuerySchema.parse({ limit: 500 }));

it('adds each row as a record that says where it comes from and who brought it in', async () => {
  const trail = await keeper.open();
  expect(await importRows(trail, wish(), chance)).toEqual({ added: 3, alreadyHere: 0 });
  const { records, all } = await list();
  expect(all).toBe(3);
  const second = records.find(({ current }) => current.companyName === 'Customer 1')!;
  expect(second).toMatchObject({
    state: 'recorded',
    current: { recordedBy: 'Robin', lastName: 'Müller' },
  });
  expect(second.versions[0]).toMatchObject({
    reason: 'Imported from “old.csv”, row 3',
    by: { name: 'Mei' },
    offsetMinutes: 480,
  });
  expect((await checkTrail(trail)).problem).toBeUndefined();
});

it('adds nothing twice, whatever the file is called and however it is sorted', async () => {
  const trail = await keeper.open();
  await importRows(trail, wish(), chance);
  const again = wish({
    rows: rows(4).toReversed(),
    provenance: 'Imported from “new.csv”, row {0}',
  });
  expect(await importRows(trail, again, chance)).toEqual({ added: 1, alreadyHere: 3 });
  expect((await list()).all).toBe(4);
});

it('adds a row that stands twice once', async () => {
  const trail = await keeper.open();
  const [row] = rows(1);
  const twice = wish({ rows: [row!, { ...row!, row: 9 }] });
  expect(await importRows(trail, twice, chance)).toEqual({ added: 1, alreadyHere: 1 });
});

/** As the page fills in who imports, where the file does not say. */
const filledIn = (by: string): ImportRow[] =>
  rows(2).map((row) => ({
    ...row,
    attestation: { ...row.attestation, recordedBy: by, recorderRole: 'admin-agent' },
    notInFile: ['recordedBy', 'recorderRole'],
  }));

it('adds nothing twice, whoever imports it', async () => {
  const trail = await keeper.open();
  await importRows(trail, wish({ rows: filledIn('Mei') }), chance);
  expect((await list()).records[0]!.current.recordedBy).toBe('Mei');
  const asKim = wish({ rows: filledIn('Kim') });
  expect(await importRows(trail, asKim, chance)).toEqual({ added: 0, alreadyHere: 2 });
  const [finding] = await previewRows(trail, asKim.rows, { now: asKim.at, ownDomains: [] });
  expect(finding!.here).toBeDefined();
});

it('tells rows apart by who recorded them, where the file says it', async () => {
  const trail = await keeper.open();
  const by = (recordedBy: string) =>
    rows(1).map((row) => ({ ...row, attestation: { ...row.attestation, recordedBy } }));
  const two = wish({ rows: [...by('Mei'), ...by('Kim')] });
  expect(await importRows(trail, two, chance)).toEqual({ added: 2, alreadyHere: 0 });
});

it('knows rows again that an earlier build imported, under the name they were imported with', async () => {
  const trail = await keeper.open();
  const [row] = filledIn('Mei');
  const { attestation, state } = row!;
  await saveRecord(trail, aSave());
  const { writer } = (await trailOf(trail)).events[0]!;
  // Its attempts were made of all that a row became.
  const digest = sha256(canonicalJson({ part: 'recorded', row: { attestation, state }, writer }));
  const attemptId = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  await saveRecord(trail, aSave({ attemptId, recordId: nextUuid(), attestation }));

  const again = wish({ rows: filledIn('Mei') });
  expect(await importRows(trail, again, chance)).toEqual({ added: 1, alreadyHere: 1 });
});

it('tells rows of one case apart by the person, also when they come again', async () => {
  const trail = await keeper.open();
  expect(await importRows(trail, named('Lea', 'Noa', 'Lea'), chance)).toEqual({
    added: 2,
    alreadyHere: 1,
  });
  expect(await importRows(trail, named('Noa', 'Kim', 'Lea'), chance)).toEqual({
    added: 1,
    alreadyHere: 2,
  });
  const all = (await list()).records.map(({ current }) => current.firstName);
  expect(all.sort()).toEqual(['Kim', 'Lea', 'Noa']);
});

/** Rows of one case that name these people. */
const named = (...names: string[]) =>
  wish({
    rows: names.flatMap((firstName) =>
      rows(1).map((row) => ({ ...row, attestation: { ...row.attestation, firstName } })),
    ),
  });
const records = async (firstName: string) =>
  (await list()).records.filter(({ current }) => current.firstName === firstName);
const find = async (firstName: string) => {
  const at = { now: '2026-11-26T00:00:00.000Z', ownDomains: [] };
  const [finding] = await previewRows(await keeper.open(), named(firstName).rows, at);
  return { here: finding!.here, erased: finding!.erased };
};

it('knows rows of one case also where the one before them has been pruned', async () => {
  const trail = await keeper.open();
  await importRows(trail, named('Lea', 'Noa'), chance);
  const [noa] = await records('Noa');
  await moveRecord(trail, {
    attemptId: nextUuid(),
    recordId: noa!.recordId,
    state: 'link-created',
    occurredOn: '',
    note: '',
    by: wish().by,
    at: '2026-11-25T10:00:00.000Z',
    offsetMinutes: 0,
  });
  const before = '2026-11-23T00:00:00.000Z';
  const { changes } = await readRetention(trail, before);
  await pruneTrail(trail, { before, changes, by: wish().by, at: '2026-11-26T00:00:00.000Z' });
  expect(await records('Lea')).toEqual([]);

  expect(await find('Noa')).toEqual({ here: noa!.number, erased: undefined });
  const more = named('Noa', 'Kim', 'Jo');
  expect(await importRows(trail, more, chance)).toEqual({ added: 2, alreadyHere: 1 });
  expect(await importRows(trail, more, chance)).toEqual({ added: 0, alreadyHere: 3 });
  expect((await checkTrail(trail)).problem).toBeUndefined();
});

it('tells whom it knows from whom it cannot know, where somebody of the case was erased', async () => {
  const trail = await keeper.open();
  await importRows(trail, named('Lea', 'Noa'), chance);
  const [[lea], [noa]] = [await records('Lea'), await records('Noa')];
  const stamp = { by: wish().by, at: wish().at, offsetMinutes: 0 };
  const { recordId } = lea!;
  await eraseRecord(trail, { attemptId: nextUuid(), recordId, reason: '', fileIds: [], ...stamp });
  expect(await find('Noa')).toEqual({ here: noa!.number, erased: undefined });
  expect(await find('Lea')).toEqual({ here: lea!.number, erased: true });
});

it('reads what is here of a case once, however many rows it has', async () => {
  const trail = await keeper.open();
  const names = Array.from({ length: 40 }, (_, at) => `Name ${at}`);
  await importRows(trail, named(...names), chance);
  const get = vi.spyOn(IDBIndex.prototype, 'get');
  await previewRows(trail, named(...names).rows, { now: wish().at, ownDomains: [] });
  // Once by the attempt of an earlier build, and once for the places of all.
  expect(get.mock.calls.length).toBeLessThan(100);
  get.mockRestore();
});

it('leaves nothing of the person in the trail, and brings nobody back who was erased', async () => {
  const [row] = rows(1);
  const content = JSON.stringify(contentOf(row!));
  const { firstName, lastName, email, phoneNumber, signerRole } = row!.attestation;
  for (const text of [firstName, lastName, email, phoneNumber, signerRole])
    if (text) expect(content).not.toContain(text);
  expect(content).toContain('Customer 0');

  const trail = await keeper.open();
  await importRows(trail, wish({ rows: [row!] }), chance);
  const { recordId } = (await list()).records[0]!;
  await eraseRecord(trail, {
    attemptId: nextUuid(),
    recordId,
    reason: 'asked by mail',
    fileIds: [],
    by: wish().by,
    at: wish().at,
    offsetMinutes: 0,
  });
  expect(await importRows(trail, wish({ rows: [row!] }), chance)).toEqual({
    added: 0,
    alreadyHere: 1,
  });
});

it('says in an event of its own what the file says of the state', async () => {
  const trail = await keeper.open();
  await importRows(trail, wish({ rows: rows(1, { state: 'withdrawn' }) }), chance);
  const [record] = (await list()).records;
  expect(record).toMatchObject({
    state: 'withdrawn',
    moves: [{ state: 'withdrawn', note: 'Imported from “old.csv”, row 2' }],
  });
});

it('knows a row by the record it was exported from', async () => {
  const trail = await keeper.open();
  const { recordId, number } = await saveRecord(trail, aSave());
  const [row] = rows(1, { recordId });
  const [finding] = await previewRows(trail, [row!], {
    now: '2026-11-22T09:00:00.000Z',
    ownDomains: [],
  });
  expect(finding).toMatchObject({ row: 2, here: number });
  expect(await importRows(trail, wish({ rows: [row!] }), chance)).toEqual({
    added: 0,
    alreadyHere: 1,
  });
});

it('says before what would happen: here already, refused, or odd', async () => {
  const trail = await keeper.open();
  await importRows(trail, wish({ rows: rows(1) }), chance);
  const [known, fresh] = rows(2);
  const noMail = { ...fresh!, row: 4, attestation: { ...fresh!.attestation, email: '' } };
  const sameSigner = {
    ...known!,
    row: 5,
    attestation: { ...known!.attestation, reference: 'other' },
  };
  const context = { now: '2026-11-22T09:00:00.000Z', ownDomains: ['c1.example'] };
  const findings = await previewRows(trail, [known!, fresh!, noMail, sameSigner], context);
  expect(
    findings.map(({ here, problems }) => [here !== undefined, problems.map(({ code }) => code)]),
  ).toEqual([
    [true, []],
    [false, ['email-own-domain']],
    [false, ['email-missing']],
    [false, ['duplicate-signer-kept']],
  ]);
  expect((await list()).all).toBe(1);
});

it('is found again by another installation that has this trail, and brings trails together', async () => {
  const one = await keeper.open();
  await importRows(one, wish(), chance);
  const exported = await trailOf(one);
  await wipeTrail(keeper, '2026-11-22T10:00:00.000Z', nextUuid);

  const other = await keeper.open();
  expect(await importRows(other, wish(), chance)).toEqual({ added: 3, alreadyHere: 0 });
  await importTrail(keeper, { ...exported, dryRun: false }, '2026-11-22T11:00:00.000Z');
  expect((await list()).all).toBe(6);
  expect(await importRows(await keeper.open(), wish(), chance)).toEqual({
    added: 0,
    alreadyHere: 3,
  });
});

it('adds all or nothing: a row that cannot be written leaves none', async () => {
  const trail = await keeper.open();
  // Half a character has no canonical form, so its event has no hash.
  const broken = { ...wish({ rows: rows(2) }), by: { name: '\ud800', role: '' } };
  await expect(importRows(trail, broken, chance)).rejects.toThrow('half of a pair');
  expect((await list()).all).toBe(0);
});

it('takes as many rows as it says', { timeout: 60_000 }, async () => {
  const trail = await keeper.open();
  const many = wish({ rows: rows(mostImportRows) });
  expect(await importRows(trail, many, chance)).toEqual({ added: mostImportRows, alreadyHere: 0 });
  const { records, all } = await list();
  expect(all).toBe(mostImportRows);
  expect(await readRecords(trail, [records[0]!.recordId])).toEqual([records[0]]);
});
