import { toBase64 } from '@/lib/domain/bundle/base64';
import {
  type EvidenceFile,
  type FileName,
  type FilePiece,
  fileProblem,
  nameDigest,
  pieceBytes,
  pieceCount,
} from '@/lib/domain/record/evidence';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { sha256OfFile } from '@/lib/domain/trail/sha256';
import { append, standing, type Writer } from './history-store';
import { StoreProblem } from './problem';
import type { Trail } from './trail';

export type FileToAttach = Writer & {
  recordId: string;
  fileId: string;
  name: string;
  /** 64 random hexadecimal digits, new each time. */
  salt: string;
  type: string;
  origin: EvidenceFile['origin'];
  bytes: Uint8Array<ArrayBuffer>;
};

/**
 * Keep a file as evidence of a record: file and event are on the disk together when this answers; asked again in the
 * same attempt with the same file it answers with the same record. Throws a StoreProblem: a FileProblem when a limit is
 * passed, `superseded` the record was withdrawn, `already-saved`, `record-missing`, `storage-full`, `trail-damaged`.
 */
export async function attachFile(trail: Trail, given: FileToAttach): Promise<AttestationRecord> {
  const { attemptId, recordId, fileId, name, salt, type, origin, bytes, by, at } = given;
  const digest = await sha256OfFile(bytes);
  const file: EvidenceFile = {
    fileId,
    sha256: digest,
    bytes: bytes.length,
    type,
    origin,
    nameDigest: nameDigest(name, salt),
  };
  const { offsetMinutes } = given;
  const link = { format: 1 as const, at, offsetMinutes, by, recordId, attemptId };
  const row = {
    fileId,
    recordId,
    sha256: digest,
    name,
    salt,
    type,
    bytes: bytes.length,
    origin,
    at,
  };
  return append(trail, at, {
    attemptId,
    recordId,
    eventFor(record, writer) {
      const kept = standing(record).files.filter(({ erased }) => !erased);
      const problem = fileProblem(
        bytes.length,
        kept.map((one) => one.bytes),
      );
      if (problem) throw new StoreProblem(problem, `${bytes.length} bytes`);
      return { ...link, writer, kind: 'attached', file };
    },
    // A second try has made another salt: name and bytes say whether it is the same file.
    isSame: (written) => written.kind === 'attached' && written.file.sha256 === digest,
    also: {
      stores: ['evidence'],
      async write(writing) {
        const blob = new Blob([bytes], { type });
        await writing.objectStore('evidence').add({ ...row, blob });
      },
    },
  });
}

/** The names of a record's files that are here, by their ids. */
export async function listNames(
  { database }: Trail,
  recordId: string,
): Promise<{ fileId: string; name: string }[]> {
  const index = database.transaction('evidence').store.index('byRecord');
  return (await index.getAll(recordId)).map(({ fileId, name }) => ({ fileId, name }));
}

/** A file's name with its salt, or nothing when the file is not here. */
export async function readFileName(
  { database }: Trail,
  fileId: string,
): Promise<FileName | undefined> {
  const row = await database.get('evidence', fileId);
  return row && { fileId, name: row.name, salt: row.salt };
}

/** A piece of a file's bytes. Throws the StoreProblem `file-gone` when the file is not here or cannot be read. */
export async function readPiece(
  { database }: Trail,
  { fileId, part }: Pick<FilePiece, 'fileId' | 'part'>,
): Promise<FilePiece> {
  const row = await database.get('evidence', fileId);
  if (!row || part >= pieceCount(row.bytes)) throw new StoreProblem('file-gone', fileId);
  const from = part * pieceBytes;
  try {
    const bytes = await row.blob.slice(from, from + pieceBytes).arrayBuffer();
    return { fileId, part, data: toBase64(new Uint8Array(bytes)) };
  } catch (error) {
    // The row is there and its bytes, which the browser keeps in a file of their own, are not.
    throw new StoreProblem('file-gone', String(error));
  }
}
