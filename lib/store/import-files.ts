import { fromBase64 } from '@/lib/domain/bundle/base64';
import type { FileName } from '@/lib/domain/record/evidence';
import { type RunningHash, startSha256 } from '@/lib/domain/trail/sha256';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import type { StagedPart } from './database';
import { StoreProblem } from './problem';
import { eventOfAttempt, eventsOfRecord } from './trail-rows';
import type { Reading, Writing } from './transaction';

type Attached = Extract<TrailEvent, { kind: 'attached' }>;

/** A file whose pieces are still coming. */
export type OpenFile = {
  event: Attached;
  name: FileName;
  pieces: Uint8Array<ArrayBuffer>[];
  bytes: number;
  hash: RunningHash;
};

/** What a merge must know of to see whether a file's id is free; `fileIds` are those that it has added so far. */
type Files = {
  transaction: Reading | Writing;
  isKnown: (recordId: string) => boolean;
  fileIds: Set<string>;
};

/**
 * Note the files that new events attach. Answers with the first that may not: its file's id is that of another event's file or of
 * another one of a draft, which the file would replace, or be erased with.
 */
export async function noteFiles(
  files: Files,
  fresh: readonly TrailEvent[],
): Promise<TrailEvent | undefined> {
  const attached = fresh.filter((event) => event.kind === 'attached');
  const taken = await Promise.all(attached.map((event) => isTaken(files, event)));
  return attached.find(({ file: { fileId } }, place) => {
    if (taken[place] || files.fileIds.has(fileId)) return true;
    files.fileIds.add(fileId);
    return false;
  });
}

async function isTaken({ transaction, isKnown }: Files, event: Attached): Promise<boolean> {
  const { recordId, file } = event;
  const isOther = (one: TrailEvent | undefined) =>
    one?.kind === 'attached' && one.file.fileId === file.fileId;
  const row = await transaction.objectStore('evidence').get(file.fileId);
  // Without its event, as after a loss, it is this event's own, which is coming back; it may be with its draft still.
  if (row && row.recordId !== recordId) {
    const isOfDraft = await transaction.objectStore('drafts').getKey(row.recordId);
    if (!isOfDraft || row.sha256 !== file.sha256) return true;
  }
  // One that was erased has no row any more. It was attached in an attempt that has its own id.
  if (isOther(await eventOfAttempt(transaction, file.fileId))) return true;
  return isKnown(recordId) && (await eventsOfRecord(transaction, recordId)).some(isOther);
}

/** Ids of the files that lie beside a record. The transaction must span `evidence`. */
export async function filesOfRecord(writing: Writing, recordId: string): Promise<string[]> {
  return writing.objectStore('evidence').index('byRecord').getAllKeys(recordId);
}

/**
 * Keep the files of a part whose events are new; answers with the one whose pieces go on in the next part. Throws a
 * StoreProblem `import-file-changed` when a file is not the one its event names.
 */
export async function keepFiles(
  writing: Writing,
  open: OpenFile | undefined,
  { files, pieces }: StagedPart,
  fresh: readonly TrailEvent[],
): Promise<OpenFile | undefined> {
  if (pieces.length === 0 && files.length === 0) return open;
  const names = new Map(files.map((name) => [name.fileId, name]));
  const events = new Map(
    fresh.flatMap((event) => (event.kind === 'attached' ? [[event.file.fileId, event]] : [])),
  );
  let file = open;
  for (const { fileId, data } of pieces) {
    if (file?.name.fileId !== fileId) {
      const [event, name] = [events.get(fileId), names.get(fileId)];
      // Of an event that is here already: what was kept or erased here stays as it is.
      file = event && name && { event, name, pieces: [], bytes: 0, hash: startSha256() };
    }
    if (!file) continue;
    const bytes = fromBase64(data);
    file.pieces.push(bytes);
    file.bytes += bytes.length;
    file.hash.add(bytes);
    if (file.bytes >= file.event.file.bytes) {
      await keep(writing, file);
      file = undefined;
    }
  }
  return file;
}

async function keep(
  writing: Writing,
  { event, name, pieces, bytes, hash }: OpenFile,
): Promise<void> {
  const { nameDigest: _, ...file } = event.file;
  if (bytes !== file.bytes || hash.end() !== file.sha256)
    throw new StoreProblem('import-file-changed', `${event.writer}/${event.sequence}`);
  await writing.objectStore('evidence').put({
    ...file,
    recordId: event.recordId,
    name: name.name,
    salt: name.salt,
    at: event.at,
    blob: new Blob(pieces, { type: file.type }),
  });
}
