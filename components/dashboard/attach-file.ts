import { RequestError } from '@/lib/define-request';
import { toBase64 } from '@/lib/domain/base64';
import { type EvidenceFile, fileProblem, pieceBytes, shownType } from '@/lib/domain/evidence';
import type { Actor, AttestationRecord } from '@/lib/domain/record';
import { sha256OfFile } from '@/lib/domain/sha256';
import { attachFile, sendPiece } from '@/lib/requests';

export type Attaching = {
  file: File;
  origin: EvidenceFile['origin'];
  record: AttestationRecord;
  by: Actor;
  /** How much of the file has been handed over, from 0 to 1. */
  onPart: (share: number) => void;
};

/**
 * Keep a file as evidence; it is on the disk when this answers. Throws a RequestError: a FileProblem before anything is
 * sent, `file-unreadable` when the file has gone or changed on the disk, or what the background refuses it for.
 */
export async function attach({ file, origin, record, by, onPart }: Attaching): Promise<void> {
  const kept = record.files.filter(({ erased }) => !erased).map(({ bytes }) => bytes);
  const problem = fileProblem(file.size, kept);
  if (problem) throw new RequestError(problem);
  const bytes = await read(file);
  const type = file.type || (shownType(bytes)?.type ?? '');
  const ids = { attemptId: crypto.randomUUID(), fileId: crypto.randomUUID() };
  const { recordId } = record;
  const wish = {
    ...ids,
    recordId,
    sha256: await sha256OfFile(bytes),
    name: file.name,
    type,
    origin,
    by,
  };
  // The worker may have died with the pieces, or before it answered: the same ids do nothing twice.
  for (let tries = 1; ; tries++) {
    try {
      for (let part = 0; part * pieceBytes < bytes.length; part++) {
        const piece = bytes.subarray(part * pieceBytes, (part + 1) * pieceBytes);
        await sendPiece.ask({ fileId: ids.fileId, part, data: toBase64(piece) });
        onPart(Math.min(1, ((part + 1) * pieceBytes) / bytes.length));
      }
      await attachFile.ask(wish);
      return;
    } catch (error) {
      const mayHelp = error instanceof RequestError && again.includes(error.problem);
      if (!mayHelp || tries === 3) throw error;
    }
  }
}

const again = ['pieces-missing', 'unreachable'];

async function read(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new RequestError('file-unreadable', String(error));
  }
}
