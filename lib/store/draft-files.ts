import {
  type DraftFile,
  type EvidenceFile,
  fileProblem,
  nameDigest,
} from '@/lib/domain/record/evidence';
import { sha256OfFile } from '@/lib/domain/trail/sha256';
import { erasedBy, type TrailEvent } from '@/lib/domain/trail/trail';
import type { UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import type { EvidenceRow } from './database';
import { StoreProblem } from './problem';
import type { Trail } from './trail';
import { eventsOfRecord } from './trail-rows';
import { type Reading, type Writing, writeAsOne } from './transaction';
import { announceDraft } from './witness';

// Evidence files of a form that is not saved yet. They lie where a record's files lie, under the draft's id: saving makes
// them the record's in the transaction that saves it, and they go in the one in which the draft goes.

export type FileToKeep = Pick<
  EvidenceRow,
  'fileId' | 'name' | 'salt' | 'type' | 'origin' | 'at'
> & {
  draftId: string;
  bytes: Uint8Array<ArrayBuffer>;
};

/**
 * Keep a file with a draft: on the disk when this answers; the same file asked for again is kept once. Throws a
 * StoreProblem: a FileProblem when a limit is passed, `draft-gone` the draft was saved or discarded, `storage-full`.
 */
export async function keepDraftFile({ database }: Trail, given: FileToKeep): Promise<void> {
  const { draftId, bytes, ...about } = given;
  const row: EvidenceRow = {
    ...about,
    recordId: draftId,
    sha256: await sha256OfFile(bytes),
    bytes: bytes.length,
    blob: new Blob([bytes], { type: about.type }),
  };
  await writeAsOne(database, ['drafts', 'evidence', 'events'], async (writing) => {
    const draft = await writing.objectStore('drafts').get(draftId);
    if (!draft) throw new StoreProblem('draft-gone');
    const before = await filesOfDraft(writing, draftId);
    if (before.some(({ fileId }) => fileId === row.fileId)) return;
    const { corrects } = draft;
    const events = corrects ? await eventsOfRecord(writing, corrects.recordId) : [];
    refuseTooMuch(row.bytes, [...sizesIn(events), ...before.map((one) => one.bytes)]);
    await writing.objectStore('evidence').add(row);
  });
  await announceDraft(draftId, given.at);
}

/** The files that are kept with a draft, the first one first. */
export async function listDraftFiles({ database }: Trail, draftId: string): Promise<DraftFile[]> {
  const reading = database.transaction('evidence', 'readonly') as unknown as Reading;
  return (await filesOfDraft(reading, draftId)).map(({ fileId, name, type, bytes, origin }) => ({
    fileId,
    name,
    type,
    bytes,
    origin,
  }));
}

/** Throw one of a draft's files away for good. It is no fault when it is not there. */
export async function dropDraftFile(
  { database }: Trail,
  { draftId, fileId, at }: { draftId: string; fileId: string; at: string },
): Promise<void> {
  await writeAsOne(database, ['evidence'], async (writing) => {
    const store = writing.objectStore('evidence');
    if ((await store.get(fileId))?.recordId === draftId) await store.delete(fileId);
  });
  await announceDraft(draftId, at);
}

/**
 * Make a draft's files those of the record that it has become, within the transaction that adds `saved`. Answers with the
 * events that attach them, still to be linked after it. `events` are those of the record before it.
 */
export async function takeDraftFiles(
  writing: Writing,
  draftId: string,
  saved: TrailEvent,
  events: readonly TrailEvent[],
): Promise<UnlinkedEvent[]> {
  const { format, writer, at, offsetMinutes, by, recordId } = saved;
  const link = { format, writer, at, offsetMinutes, by, recordId };
  const sizes = sizesIn(events);
  const attached: UnlinkedEvent[] = [];
  for (const row of await filesOfDraft(writing, draftId)) {
    refuseTooMuch(row.bytes, sizes);
    sizes.push(row.bytes);
    // It is attached once in its life, so its id can stand for the attempt.
    attached.push({ ...link, kind: 'attached', attemptId: row.fileId, file: fileOf(row) });
    await writing.objectStore('evidence').put({ ...row, recordId });
  }
  return attached;
}

/** Delete the files of drafts within a transaction over `evidence`. */
export async function dropDraftFiles(writing: Writing, draftIds: readonly string[]): Promise<void> {
  const store = writing.objectStore('evidence');
  for (const draftId of draftIds)
    for (const fileId of await store.index('byRecord').getAllKeys(draftId))
      await store.delete(fileId);
}

async function filesOfDraft(
  transaction: Reading | Writing,
  draftId: string,
): Promise<EvidenceRow[]> {
  const rows = await transaction.objectStore('evidence').index('byRecord').getAll(draftId);
  return rows.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

function fileOf({ fileId, sha256, bytes, type, origin, name, salt }: EvidenceRow): EvidenceFile {
  return { fileId, sha256, bytes, type, origin, nameDigest: nameDigest(name, salt) };
}

/** How large the files are that a record has by these events, without those that were erased. */
function sizesIn(events: readonly TrailEvent[]): number[] {
  const { fileIds } = erasedBy(events);
  return events.flatMap((event) =>
    event.kind === 'attached' && !fileIds.has(event.file.fileId) ? [event.file.bytes] : [],
  );
}

function refuseTooMuch(bytes: number, kept: readonly number[]): void {
  const problem = fileProblem(bytes, kept);
  if (problem) throw new StoreProblem(problem, `${bytes} bytes`);
}
