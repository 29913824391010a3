import { RequestError } from '@/lib/define-request';
import { fromBase64 } from '@/lib/domain/bundle/base64';
import { type FilePiece, maxFileBytes, pieceBytes } from '@/lib/domain/record/evidence';
import { tidyActor, tidyEvidenceName, tidyNote, wellFormed } from '@/lib/domain/record/record-tidy';
import { retentionLimit } from '@/lib/domain/trail/retention';
import { sha256OfFile } from '@/lib/domain/trail/sha256';
import * as requests from '@/lib/requests';
import { dropDraftFile, keepDraftFile, listDraftFiles } from '@/lib/store/draft-files';
import { eraseRecord } from '@/lib/store/erase';
import { attachFile, listNames, readFileName, readPiece } from '@/lib/store/evidence-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import { opened, passOn, type RecordTools, randomSalt, stamp } from './tools';

/** Answer requests about evidence files, erasing, retention, and where the trail ends. Registers at once. */
export function answerEvidenceRequests({ keeper, now }: RecordTools): void {
  const arriving = arrivingFiles();

  requests.sendPiece.answer(async (piece) => arriving.take(piece));
  requests.attachFile.answer(async (asked) => {
    const { sha256, type, name, by, ...rest } = wellFormed(asked);
    const bytes = await arriving.whole(rest.fileId, sha256);
    const trail = await opened(keeper);
    const record = await passOn(
      attachFile(trail, {
        ...rest,
        ...stamp(now()),
        by: tidyActor(by),
        bytes,
        name: tidyEvidenceName(name),
        type: tidyType(type),
        salt: randomSalt(),
      }),
    );
    arriving.drop(rest.fileId);
    return { record };
  });

  requests.keepDraftFile.answer(async (asked) => {
    const { sha256, type, name, ...rest } = wellFormed(asked);
    const bytes = await arriving.whole(rest.fileId, sha256);
    const file = { bytes, name: tidyEvidenceName(name), type: tidyType(type), salt: randomSalt() };
    const at = now().toISOString();
    await passOn(keepDraftFile(await opened(keeper), { ...rest, ...file, at }));
    arriving.drop(rest.fileId);
  });
  requests.listDraftFiles.answer(async ({ draftId }) =>
    passOn(listDraftFiles(await opened(keeper), draftId)),
  );
  requests.dropDraftFile.answer(async (asked) =>
    passOn(dropDraftFile(await opened(keeper), { ...asked, at: now().toISOString() })),
  );

  requests.listEvidence.answer(async ({ recordId }) =>
    passOn(listNames(await opened(keeper), recordId)),
  );
  requests.readFileName.answer(async ({ fileId }) => {
    const file = await passOn(readFileName(await opened(keeper), fileId));
    return file ? { file } : {};
  });
  requests.readPiece.answer(async (asked) => passOn(readPiece(await opened(keeper), asked)));

  requests.eraseRecord.answer(async (asked) => {
    const { reason, by, ...erasure } = wellFormed(asked);
    const trail = await opened(keeper);
    const said = { by: tidyActor(by), reason: tidyNote(reason, 2_000) };
    const wish = { ...erasure, ...said, ...stamp(now()) };
    return { record: await passOn(eraseRecord(trail, wish)) };
  });

  requests.readRetention.answer(async ({ months }) => {
    const before = retentionLimit(now().toISOString(), months);
    const plan = await passOn(readRetention(await opened(keeper), before));
    const { records, events, held, until, changes } = plan;
    return { records, events, held, until, before, changes };
  });
  requests.pruneTrail.answer(async ({ before, changes, by }) => {
    const wish = { before, changes, by: tidyActor(by), at: now().toISOString() };
    const { records, events } = await passOn(pruneTrail(await opened(keeper), wish));
    return { records, events };
  });
}

/** How many files may be on their way at once: a page sends one after the other. */
const filesAtOnce = 4;

/** Files that come in pieces, in memory only. */
function arrivingFiles() {
  const files = new Map<string, Uint8Array<ArrayBuffer>[]>();
  return {
    take({ fileId, part, data }: FilePiece): void {
      if (part * pieceBytes >= maxFileBytes) throw new RequestError('file-too-large', fileId);
      const pieces = part === 0 ? [] : files.get(fileId);
      if (pieces?.length !== part) throw new RequestError('pieces-missing', fileId);
      pieces.push(fromBase64(data));
      files.set(fileId, pieces);
      // One that was given up must not stay in memory.
      const [oldest] = files.keys();
      if (files.size > filesAtOnce && oldest) files.delete(oldest);
    },
    /** All of it. Throws `pieces-missing` when the worker has died since the first pieces came, or one was lost on its way. */
    async whole(fileId: string, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
      const pieces = files.get(fileId) ?? [];
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      if ((await sha256OfFile(bytes)) !== sha256) throw new RequestError('pieces-missing', fileId);
      return bytes;
    },
    drop(fileId: string): void {
      files.delete(fileId);
    },
  };
}

/** A type as the trail keeps it, or none: what a browser calls a file is only a hint. */
function tidyType(type: string): string {
  const plain = type.toLowerCase().replace(/;.*$/, '').trim();
  return /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(plain) && plain.length <= 100 ? plain : '';
}
