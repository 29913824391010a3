import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64 } from '@/lib/domain/bundle/base64';
import { freshDraft } from '@/lib/domain/record/draft';
import { nameDigest } from '@/lib/domain/record/evidence';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { sha256 } from '@/lib/domain/trail/sha256';
import { signerOf, type TrailEvent } from '@/lib/domain/trail/trail';
import { linkEvent, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import { keepDraftFile, listDraftFiles } from '@/lib/store/draft-files';
import { discardDraft, keepDraft } from '@/lib/store/draft-store';
import { eraseRecord } from '@/lib/store/erase';
import { attachFile, type FileToAttach, readPiece } from '@/lib/store/evidence-store';
import { saveRecord } from '@/lib/store/history-store';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { finishStaged, importTrail, stagePart } from '@/lib/store/trail-import';
import { verify } from '@/lib/verify/verify.mjs';
import { checked, sourceOf, textOf } from '../domain/bundle/bundle-sample';
import { sampleTrail, writerB } from '../domain/trail/trail-sample';
import { aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// A file whose events are in order, and say things of what lies here beside records that are not theirs.

const at = '2026-11-22T12:00:00.000Z';
const draftId = '00000000-0000-4000-8000-0000000000fe';
const importId = '00000000-0000-4000-8000-0000000000ff';
const by = { name: 'Robin', role: 'admin-agent' };
const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);

let keeper: TrailKeeper;
let trail: Trail;
let record: AttestationRecord;
/** A file of `record`, and one of another record here that was erased. */
let fileId: string;
let goneId: string;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
  record = await saveRecord(trail, aSave());
  fileId = await attached(record.recordId);
  const { recordId } = await saveRecord(trail, aSave());
  goneId = await attached(recordId);
  const attemptId = nextUuid();
  const erasure = { recordId, attemptId, fileIds: [goneId], reason: 'asked' };
  await eraseRecord(trail, { ...erasure, by, at, offsetMinutes: 60 });
});

async function attached(recordId: string): Promise<string> {
  const fileId = nextUuid();
  const file: FileToAttach = {
    attemptId: fileId,
    recordId,
    fileId,
    name: 'signed.pdf',
    salt: 'a'.repeat(64),
    type: 'application/pdf',
    origin: 'picked',
    bytes,
    by,
    at,
    offsetMinutes: 60,
  };
  await attachFile(trail, file);
  return fileId;
}

type Unplaced = Pick<TrailEvent, 'kind' | 'recordId'> & Record<string, unknown>;

/** A chain of somebody else, of a record of theirs, that ends with these events. */
async function theirs(make: (recordId: string) => Unplaced[]) {
  // Under ids to which `nextUuid` does not come.
  const { events, people } = await sampleTrail(1, writerB, 7_777);
  for (const event of make(events[0]!.recordId)) {
    const link = { format: 1, writer: writerB, at, offsetMinutes: 60, by, attemptId: nextUuid() };
    events.push(linkEvent({ ...link, ...event } as unknown as UnlinkedEvent, events.at(-1)!));
  }
  return { events, people };
}

const other = Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 256);
const salt = 'b'.repeat(64);

function anAttached(recordId: string, fileId: string): Unplaced {
  const digest = { sha256: sha256(other), nameDigest: nameDigest('other.png', salt) };
  const file = { fileId, bytes: other.length, type: 'image/png', origin: 'picked', ...digest };
  return { kind: 'attached', recordId, file };
}

function anErased(recordId: string, signers: string[], fileIds: string[]): Unplaced {
  return { kind: 'erased', recordId, signers, fileIds, reason: 'asked' };
}

/** Bring the events in, one a part, each attached file with `other` as its bytes. */
async function bring(file: Awaited<ReturnType<typeof theirs>>, dryRun = false) {
  for (const [part, event] of file.events.entries()) {
    const people = file.people.filter(({ digest }) => digest === signerOf(event));
    const ids = event.kind === 'attached' ? [event.file.fileId] : [];
    const files = ids.map((fileId) => ({ fileId, name: 'other.png', salt }));
    const pieces = ids.map((fileId) => ({ fileId, part: 0, data: toBase64(other) }));
    await stagePart(trail, {
      importId,
      part,
      events: [event],
      people,
      checkpoints: [],
      files,
      pieces,
    });
  }
  return finishStaged(keeper, { importId, parts: file.events.length, dryRun }, at);
}

const isWhole = async () => expect(await checkTrail(trail)).not.toHaveProperty('problem');
const isKept = async () => {
  expect((await readPiece(trail, { fileId, part: 0 })).data).toBe(toBase64(bytes));
  await isWhole();
};

describe('an erasure in it', () => {
  it('takes no file and no person of another record, and both checks of a file name it', async () => {
    const { events } = await trailOf(trail);
    const mine = signerOf(events[0]!)!;
    const before = await trailOf(trail);
    await bring(await theirs((recordId) => [anErased(recordId, [mine], [fileId])]));
    await isKept();
    const now = await trailOf(trail);
    expect(now.people).toEqual(expect.arrayContaining(before.people));
    const row = (await trail.database.get('evidence', fileId))!;
    const name = { fileId, name: row.name, salt: row.salt };
    const files = new Map([[fileId, { name, bytes }]]);
    const text = await textOf(sourceOf({ ...now, files, checkpoints: [] }));
    const exported = new TextEncoder().encode(text);
    for (const verdict of [await checked(exported), await verify([exported])])
      expect(verdict).toMatchObject({ problem: { code: 'erasure-stray' } });
  });

  it('takes the files of its own record, whichever chain attached them', async () => {
    const { recordId } = record;
    await bring(await theirs(() => [anErased(recordId, [], [fileId])]));
    expect(await trail.database.getKey('evidence', fileId)).toBeUndefined();
    await isWhole();
  });
});

describe('a file that it attaches under an id that is taken', () => {
  const refused = { code: 'import-file-twice', detail: `${writerB}/3` };

  it.each([
    ['by a file of a record here', (recordId: string) => anAttached(recordId, fileId)],
    ['by a file of the same record', () => anAttached(record.recordId, fileId)],
    ['by a file that was erased here', (recordId: string) => anAttached(recordId, goneId)],
  ])('%s is refused, and nothing is changed', async (_, make) => {
    const file = await theirs((recordId) => [make(recordId)]);
    for (const dryRun of [true, false])
      await expect(bring(file, dryRun)).rejects.toMatchObject(refused);
    await isKept();
    expect((await checkTrail(trail)).events).toBe(5);
  });

  it('by a file of a draft is refused', async () => {
    const row = (await trail.database.get('evidence', fileId))!;
    const ofDraft = { ...row, fileId: nextUuid(), recordId: nextUuid() };
    await trail.database.put('evidence', ofDraft);
    const file = await theirs((recordId) => [anAttached(recordId, ofDraft.fileId)]);
    await expect(bring(file)).rejects.toMatchObject(refused);
    expect((await trail.database.get('evidence', ofDraft.fileId))?.name).toBe('signed.pdf');
  });

  it('by the same bytes of another record is refused', async () => {
    const row = (await trail.database.get('evidence', fileId))!;
    await trail.database.put('evidence', { ...row, sha256: sha256(other) });
    const file = await theirs((recordId) => [anAttached(recordId, fileId)]);
    await expect(bring(file, true)).rejects.toMatchObject(refused);
  });

  it('by the same file, which its draft has still since the save was lost, is kept', async () => {
    const draft = freshDraft('manual', contoso, { draftId, attemptId: nextUuid() }, new Date(at));
    await keepDraft(trail, draft);
    const id = nextUuid();
    const name = { name: 'other.png', salt, type: 'image/png', origin: 'picked' } as const;
    await keepDraftFile(trail, { ...name, draftId, fileId: id, bytes: other, at });
    const file = await theirs((recordId) => [anAttached(recordId, id)]);
    await bring(file, true);
    expect(await listDraftFiles(trail, draftId)).toHaveLength(1);
    await bring(file);
    // It is the record's now, and does not go with the draft.
    await discardDraft(trail, draftId, at);
    expect((await readPiece(trail, { fileId: id, part: 0 })).data).toBe(toBase64(other));
    await isWhole();
  });

  it('by itself is refused', async () => {
    const id = nextUuid();
    const file = await theirs((recordId) => [anAttached(recordId, id), anAttached(recordId, id)]);
    const second = { ...refused, detail: `${writerB}/4` };
    for (const dryRun of [true, false])
      await expect(bring(file, dryRun)).rejects.toMatchObject(second);
    expect(await trail.database.count('evidence')).toBe(1);
  });

  it('by nobody is kept, and taken again when only its event was lost', async () => {
    const id = nextUuid();
    const file = await theirs((recordId) => [anAttached(recordId, id)]);
    await bring(file);
    expect((await readPiece(trail, { fileId: id, part: 0 })).data).toBe(toBase64(other));
    await isWhole();
    await trail.database.delete('events', [writerB, 3]);
    await bring(file);
    await isWhole();
    expect((await checkTrail(trail)).events).toBe(9);
  });
});

it('leaves a file without evidence to be merged as ever', async () => {
  const file = await theirs(() => []);
  expect(await importTrail(keeper, { ...file, dryRun: false }, at)).toMatchObject({ events: 2 });
});

it('looks for files only of a record of which one was erased', async () => {
  const { recordId } = record;
  const move = { state: 'link-created', occurredOn: '2026-11-22', note: '' };
  const file = await theirs(() => [{ kind: 'moved', recordId, ...move }]);
  const looking = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  await bring(file);
  const stores = (looking.mock.contexts as IDBIndex[]).map(({ objectStore }) => objectStore.name);
  looking.mockRestore();
  expect(stores).toContain('events');
  expect(stores).not.toContain('evidence');
});
