import { beforeEach, describe, expect, it } from 'vitest';
import { fromBase64 } from '@/lib/domain/bundle/base64';
import { freshDraft } from '@/lib/domain/record/draft';
import { pieceBytes } from '@/lib/domain/record/evidence';
import { recordQuerySchema } from '@/lib/domain/record/record';
import { sha256 } from '@/lib/domain/trail/sha256';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { eraseRecord } from '@/lib/store/erase';
import {
  attachFile,
  type FileToAttach,
  listNames,
  readFileName,
  readPiece,
} from '@/lib/store/evidence-store';
import { listRecords, readRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
});

const by = { name: 'Robin', role: 'admin-agent' };
const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);

function aFile(recordId: string, given: Partial<FileToAttach> = {}): FileToAttach {
  return {
    attemptId: nextUuid(),
    recordId,
    fileId: nextUuid(),
    name: 'signed.pdf',
    salt: 'a'.repeat(64),
    type: 'application/pdf',
    origin: 'picked',
    bytes,
    by,
    at: '2026-11-22T11:00:00.000Z',
    offsetMinutes: 60,
    ...given,
  };
}

function anErasure(recordId: string, fileIds: string[] = []) {
  const at = '2026-11-22T12:00:00.000Z';
  return { attemptId: nextUuid(), recordId, fileIds, reason: 'asked', by, at, offsetMinutes: 60 };
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => error.code,
  );
const whole = async () => (await checkTrail(trail)).problem;
const search = async (text: string) =>
  (await listRecords(trail, recordQuerySchema.parse({ text }))).total;

describe('a file', () => {
  it('is kept with its event, and its bytes come back in pieces', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    const long = Uint8Array.from({ length: pieceBytes + 10 }, (_, index) => (index * 3) % 256);
    const file = aFile(recordId, { bytes: long });
    const record = await attachFile(trail, file);
    expect(record.files).toMatchObject([
      { fileId: file.fileId, sha256: sha256(long), bytes: long.length, erased: false, by },
    ]);
    expect(record.files[0]).not.toHaveProperty('name');
    expect(await listNames(trail, recordId)).toEqual([{ fileId: file.fileId, name: 'signed.pdf' }]);
    const parts = [
      await readPiece(trail, { fileId: file.fileId, part: 0 }),
      await readPiece(trail, { fileId: file.fileId, part: 1 }),
    ];
    expect(parts.flatMap(({ data }) => [...fromBase64(data)])).toEqual([...long]);
    expect(await problemOf(readPiece(trail, { fileId: file.fileId, part: 2 }))).toBe('file-gone');
    expect(await whole()).toBeUndefined();
  });

  it('is kept once however often it is asked for', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    const file = aFile(recordId);
    const first = await attachFile(trail, file);
    const again = await attachFile(trail, { ...file, salt: 'b'.repeat(64) });
    expect(again).toEqual(first);
    const other = { ...file, bytes: bytes.slice(1) };
    expect(await problemOf(attachFile(trail, other))).toBe('already-saved');
    expect(await trail.database.count('evidence')).toBe(1);
  });

  it('is refused with nothing written', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    const refused = (given: Partial<FileToAttach>) =>
      problemOf(attachFile(trail, aFile(recordId, given)));
    expect(await refused({ bytes: new Uint8Array(0) })).toBe('file-empty');
    expect(await refused({ bytes: new Uint8Array(10 * 1024 * 1024 + 1) })).toBe('file-too-large');
    expect(await refused({ recordId: nextUuid() })).toBe('record-missing');
    await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'twice' }));
    expect(await refused({})).toBe('superseded');
    expect(await trail.database.count('evidence')).toBe(0);
    expect((await checkTrail(trail)).events).toBe(2);
  });

  it('that was changed or lost on the disk is found by a check', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    const file = aFile(recordId);
    await attachFile(trail, file);
    const row = (await trail.database.get('evidence', file.fileId))!;
    await trail.database.put('evidence', { ...row, name: 'other.pdf' });
    expect(await whole()).toMatchObject({ code: 'file-changed', sequence: 2 });
    await trail.database.delete('evidence', file.fileId);
    expect(await whole()).toMatchObject({ code: 'file-missing', sequence: 2 });
  });
});

describe('erasing', () => {
  it('takes person, salts, chosen files, drafts and search texts, and leaves a whole chain', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    await saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'misread' }));
    const other = await saveRecord(
      trail,
      aSave({ attestation: { ...contoso, lastName: 'Maier' } }),
    );
    const [gone, stays] = [
      aFile(recordId, { name: 'Müller.png' }),
      aFile(recordId, { bytes: bytes.slice(5) }),
    ];
    await attachFile(trail, gone);
    await attachFile(trail, stays);
    const draft = freshDraft(
      'manual',
      contoso,
      { draftId: nextUuid(), attemptId: nextUuid() },
      new Date(0),
    );
    await keepDraft(trail, { ...draft, corrects: { recordId, version: 2 } });
    expect(await search('müller')).toBe(1);
    const { digest } = (await trailOf(trail)).people[0]!;

    const record = await eraseRecord(trail, anErasure(recordId, [gone.fileId]));
    expect(await trail.database.count('packs')).toBe(0);
    expect(record.versions.map(({ attestation }) => attestation.lastName)).toEqual(['', '']);
    expect(record.current.companyName).toBe(contoso.companyName);
    expect(record.erasures).toMatchObject([{ people: 2, files: 1, reason: 'asked', by }]);
    expect(record.files.map(({ erased }) => erased)).toEqual([true, false]);
    expect(await listNames(trail, recordId)).toEqual([
      { fileId: stays.fileId, name: 'signed.pdf' },
    ]);
    expect(await readFileName(trail, gone.fileId)).toBeUndefined();
    expect(await listDrafts(trail)).toEqual([]);
    expect(await search('müller')).toBe(0);
    expect(await search('maier')).toBe(1);
    expect((await readRecords(trail, [other.recordId]))[0]?.current.lastName).toBe('Maier');
    const { people } = await trailOf(trail);
    expect(people.map((person) => person.digest)).not.toContain(digest);
    expect(people).toHaveLength(1);
    expect(await whole()).toBeUndefined();

    await keeper.close();
    trail = await startKeeper().open();
    expect(await search('müller')).toBe(0);
    expect(await whole()).toBeUndefined();
  });

  it('can follow a withdrawal, is done once, and says when nothing is left', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'twice' }));
    const erasure = anErasure(recordId);
    const first = await eraseRecord(trail, erasure);
    expect(await eraseRecord(trail, erasure)).toEqual(first);
    expect(first.state).toBe('withdrawn');
    expect(await problemOf(eraseRecord(trail, anErasure(recordId)))).toBe('nothing-to-erase');
    expect(await problemOf(eraseRecord(trail, anErasure(nextUuid())))).toBe('record-missing');
  });

  it('takes a later version’s person too', async () => {
    const { recordId } = await saveRecord(trail, aSave());
    await eraseRecord(trail, anErasure(recordId));
    await saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'again' }));
    const record = await eraseRecord(trail, anErasure(recordId));
    expect(record.erasures.map(({ people }) => people)).toEqual([1, 1]);
    expect(record.current.lastName).toBe('');
    expect(await whole()).toBeUndefined();
  });
});

describe('retention', () => {
  const before = '2026-11-22T09:30:00.000Z';
  async function fill() {
    const old = [await saveRecord(trail, aSave()), await saveRecord(trail, aSave())];
    await attachFile(trail, aFile(old[0]!.recordId, { at: '2026-11-22T09:10:00.000Z' }));
    const young = await saveRecord(trail, aSave({ at: '2026-11-22T10:00:00.000Z' }));
    return { old, young };
  }

  it('shows what would go, and then deletes exactly that behind a checkpoint', async () => {
    const { old, young } = await fill();
    const plan = await readRetention(trail, before);
    expect(plan).toMatchObject({
      records: 2,
      events: 3,
      held: 0,
      until: '2026-11-22T09:10:00.000Z',
    });
    const at = '2026-11-22T12:00:00.000Z';
    await pruneTrail(trail, { before, changes: plan.changes, by, at });
    expect(await readRecords(trail, [old[0]!.recordId])).toEqual([]);
    expect((await readRecords(trail, [young.recordId]))[0]?.number).toBe('CS-000004');
    expect(await trail.database.count('evidence')).toBe(0);
    expect(await search('')).toBe(1);
    expect(await checkTrail(trail)).toMatchObject({ events: 1, records: 1 });
    expect(await whole()).toBeUndefined();
    const { checkpoints, heads } = await readTrailEnds(trail);
    expect(checkpoints).toMatchObject([{ sequence: 3, events: 3, records: 2, by, at }]);
    expect(heads).toMatchObject([{ sequence: 4 }]);

    await keeper.close();
    keeper = startKeeper();
    trail = await keeper.open();
    expect(trail.damage).toBeUndefined();
    await saveRecord(trail, aSave({ at: '2026-11-22T10:30:00.000Z' }));
    expect(await whole()).toBeUndefined();

    const next = await readRetention(trail, '2026-11-22T10:15:00.000Z');
    await pruneTrail(trail, { before: '2026-11-22T10:15:00.000Z', changes: next.changes, by, at });
    expect((await readTrailEnds(trail)).checkpoints).toMatchObject([
      { sequence: 4, events: 4, records: 3 },
    ]);
    expect(await whole()).toBeUndefined();
  });

  it('refuses when anything was written since it was shown', async () => {
    await fill();
    const { changes } = await readRetention(trail, before);
    await saveRecord(trail, aSave({ at: '2026-11-22T10:30:00.000Z' }));
    const wish = { before, changes, by, at: '2026-11-22T12:00:00.000Z' };
    expect(await problemOf(pruneTrail(trail, wish))).toBe('trail-changed');
    expect((await checkTrail(trail)).events).toBe(5);
  });
});
