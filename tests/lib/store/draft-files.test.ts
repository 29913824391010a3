import { beforeEach, describe, expect, it } from 'vitest';
import { fromBase64 } from '@/lib/domain/bundle/base64';
import { type Draft, freshDraft } from '@/lib/domain/record/draft';
import { maxRecordBytes } from '@/lib/domain/record/evidence';
import {
  dropDraftFile,
  type FileToKeep,
  keepDraftFile,
  listDraftFiles,
} from '@/lib/store/draft-files';
import { discardDraft, keepDraft } from '@/lib/store/draft-store';
import { eraseRecord } from '@/lib/store/erase';
import { attachFile, listNames, readPiece } from '@/lib/store/evidence-store';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

let trail: Trail;
let draft: Draft;
beforeEach(async () => {
  emptyDisk();
  trail = await startKeeper().open();
  draft = aDraft();
  await keepDraft(trail, draft);
});

const at = '2026-11-22T11:00:00.000Z';
const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
const aDraft = () =>
  freshDraft('manual', contoso, { draftId: nextUuid(), attemptId: nextUuid() }, new Date(at));
const aFile = (given: Partial<FileToKeep> = {}): FileToKeep => ({
  draftId: draft.draftId,
  fileId: nextUuid(),
  name: 'signed.pdf',
  salt: 'a'.repeat(64),
  type: 'application/pdf',
  origin: 'picked',
  bytes,
  at,
  ...given,
});
const saving = () => aSave({ attemptId: draft.attemptId, draftId: draft.draftId });
const evidenceRows = () => trail.database.count('evidence');
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => error.code,
  );

describe('a file of a draft', () => {
  it('is there after the worker has started anew', async () => {
    const file = aFile();
    await keepDraftFile(trail, file);
    const later = await startKeeper().open();
    const { fileId, name, type, origin } = file;
    expect(await listDraftFiles(later, draft.draftId)).toEqual([
      { fileId, name, type, origin, bytes: 2_000 },
    ]);
  });

  it('is kept once, however often it is asked for', async () => {
    const file = aFile();
    await keepDraftFile(trail, file);
    await keepDraftFile(trail, { ...file, salt: 'b'.repeat(64) });
    expect(await evidenceRows()).toBe(1);
  });

  it('goes alone when it is removed, and only by the draft it is of', async () => {
    const [one, other] = [aFile({ name: 'one' }), aFile({ name: 'other' })];
    await keepDraftFile(trail, one);
    await keepDraftFile(trail, other);
    await dropDraftFile(trail, { draftId: nextUuid(), fileId: other.fileId, at });
    await dropDraftFile(trail, { draftId: draft.draftId, fileId: one.fileId, at });
    expect(await listDraftFiles(trail, draft.draftId)).toMatchObject([{ name: 'other' }]);
  });

  it('becomes the record’s with the save, in one chain, and the trail is whole', async () => {
    const files = [
      aFile({ name: 'one.pdf' }),
      aFile({ name: 'two.pdf', at: '2026-11-22T11:01:00.000Z' }),
    ];
    for (const file of files) await keepDraftFile(trail, file);
    const record = await saveRecord(trail, saving());
    expect(record.files.map(({ fileId }) => fileId)).toEqual(files.map(({ fileId }) => fileId));
    expect(await listDraftFiles(trail, draft.draftId)).toEqual([]);
    expect(await listNames(trail, record.recordId)).toHaveLength(2);
    const { data } = await readPiece(trail, { fileId: files[1]!.fileId, part: 0 });
    expect(fromBase64(data)).toEqual(bytes);
    expect(await checkTrail(trail)).toMatchObject({ events: 3, records: 1 });
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    // Asked again, because the worker died before it answered: the same record, nothing twice.
    expect(await saveRecord(trail, { ...saving(), recordId: nextUuid() })).toEqual(record);
    expect((await checkTrail(trail)).events).toBe(3);
    // And the chain goes on after the last of them.
    const { recordId } = record;
    await moveRecord(trail, aMove({ recordId }));
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    const by = { name: 'Robin', role: 'admin-agent' };
    const fileIds = [files[0]!.fileId];
    const erasure = {
      attemptId: nextUuid(),
      recordId,
      fileIds,
      reason: 'asked',
      by,
      at,
      offsetMinutes: 0,
    };
    await eraseRecord(trail, erasure);
    expect(await evidenceRows()).toBe(1);
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
  });

  it('stays with its draft when the save is refused', async () => {
    await keepDraftFile(trail, aFile());
    const refused = saveRecord(trail, { ...saving(), recordId: nextUuid(), correctsVersion: 1 });
    expect(await problemOf(refused)).toBe('record-missing');
    expect(await listDraftFiles(trail, draft.draftId)).toHaveLength(1);
    expect((await checkTrail(trail)).events).toBe(0);
  });

  it('goes with the draft that is discarded or wiped, and comes to none that is gone', async () => {
    await keepDraftFile(trail, aFile());
    await discardDraft(trail, draft.draftId, at);
    expect(await evidenceRows()).toBe(0);
    expect(await problemOf(keepDraftFile(trail, aFile()))).toBe('draft-gone');

    draft = aDraft();
    await keepDraft(trail, draft);
    await keepDraftFile(trail, aFile());
    await wipeTrail(startKeeper(), at, nextUuid);
    expect(await evidenceRows()).toBe(0);
  });

  it('is measured against the limits, and for a correction with the record’s own files', async () => {
    expect(await problemOf(keepDraftFile(trail, aFile({ bytes: new Uint8Array() })))).toBe(
      'file-empty',
    );
    const record = await saveRecord(trail, aSave());
    const large = new Uint8Array(10 * 1024 * 1024);
    const { recordId } = record;
    const by = { name: 'Robin', role: 'admin-agent' };
    for (let kept = 0; kept < maxRecordBytes; kept += large.length) {
      const ids = { attemptId: nextUuid(), recordId, fileId: nextUuid(), offsetMinutes: 0, by };
      const { draftId: _, ...file } = aFile({ bytes: large });
      await attachFile(trail, { ...file, ...ids });
    }
    const correction = { ...aDraft(), corrects: { recordId, version: 1 } };
    await keepDraft(trail, correction);
    const { draftId } = correction;
    expect(await problemOf(keepDraftFile(trail, aFile({ draftId })))).toBe('record-too-large');
    expect(await problemOf(keepDraftFile(trail, aFile()))).toBeUndefined();
  });
});
