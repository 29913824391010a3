import { RequestError } from '@/lib/define-request';
import { toBase64 } from '@/lib/domain/bundle/base64';
import {
  type EvidenceFile,
  fileProblem,
  pieceBytes,
  shownType,
} from '@/lib/domain/record/evidence';
import { sha256OfFile } from '@/lib/domain/trail/sha256';
import { sendPiece } from '@/lib/requests';

/** A file as whoever keeps it is told of it, once its pieces are sent. */
export type SentFile = Pick<EvidenceFile, 'fileId' | 'sha256' | 'type' | 'origin'> & {
  name: string;
};

export type Sending = {
  file: File;
  origin: EvidenceFile['origin'];
  /** Sizes of the files that are there already. */
  kept: readonly number[];
  /** Keep what was sent; asked again with the same file it must do nothing twice. */
  keep: (sent: SentFile) => Promise<unknown>;
  /** How much of the file has been handed over, from 0 to 1. */
  onPart: (share: number) => void;
};

/**
 * Hand a file over and have it kept; it is on the disk when this answers. Throws a RequestError: a FileProblem before
 * anything is sent, `file-unreadable` when the file has gone or changed on the disk, or what `keep` refuses it for.
 */
export async function sendFile({ file, origin, kept, keep, onPart }: Sending): Promise<void> {
  const problem = fileProblem(file.size, kept);
  if (problem) throw new RequestError(problem);
  const bytes = await read(file);
  const type = file.type || (shownType(bytes)?.type ?? '');
  const fileId = crypto.randomUUID();
  const sent = { fileId, sha256: await sha256OfFile(bytes), name: file.name, type, origin };
  // The worker may have died with the pieces, or before it answered: the same id does nothing twice.
  for (let tries = 1; ; tries++) {
    try {
      for (let part = 0; part * pieceBytes < bytes.length; part++) {
        const piece = bytes.subarray(part * pieceBytes, (part + 1) * pieceBytes);
        await sendPiece.ask({ fileId, part, data: toBase64(piece) });
        onPart(Math.min(1, ((part + 1) * pieceBytes) / bytes.length));
      }
      await keep(sent);
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
