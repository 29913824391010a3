import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import {
  draftFileSchema,
  fileNameSchema,
  fileOrigins,
  filePieceSchema,
  maxFiles,
} from '../domain/record/evidence';
import { actorSchema } from '../domain/record/record';
import { hashSchema } from '../domain/trail/sha256';
import { recordAnswer } from './record-answer';

const evidenceName = z.strictObject({ fileId: z.uuid(), name: z.string() });

/** A file whose pieces were sent. `sha256` is what the page read. */
const sentFile = {
  fileId: z.uuid(),
  sha256: hashSchema,
  name: z.string().check(z.maxLength(1_000)),
  type: z.string().check(z.maxLength(300)),
  origin: z.enum(fileOrigins),
};

/**
 * Hand over a piece of a file that is to be kept, in order. It is kept in memory and of no effect until
 * `attachFile` or `keepDraftFile`: when the worker dies meanwhile, that answers `pieces-missing` and the file is sent again.
 */
export const sendPiece = defineRequest('sendPiece', filePieceSchema, z.void());

/**
 * Keep a file whose pieces were sent as evidence of a record: durable before it answers.
 * Problems: `file-empty`, `file-too-large`, `record-too-large`, `too-many-files`, `pieces-missing`, `superseded` the
 * record was withdrawn, `record-missing`, `already-saved`, `storage-full`, `trail-damaged`.
 */
export const attachFile = defineRequest(
  'attachFile',
  z.strictObject({
    ...sentFile,
    attemptId: z.uuid(),
    recordId: z.uuid(),
    by: actorSchema,
  }),
  recordAnswer,
);

/**
 * Keep a file whose pieces were sent with a form that is not saved yet: durable before it answers. Saving the draft
 * makes it evidence of the record, discarding the draft deletes it. Problems as of `attachFile`, and `draft-gone`.
 */
export const keepDraftFile = defineRequest(
  'keepDraftFile',
  z.strictObject({ ...sentFile, draftId: z.uuid() }),
  z.void(),
);

/** The files that are kept with a draft. */
export const listDraftFiles = defineRequest(
  'listDraftFiles',
  z.strictObject({ draftId: z.uuid() }),
  z.array(draftFileSchema),
);

export const dropDraftFile = defineRequest(
  'dropDraftFile',
  z.strictObject({ draftId: z.uuid(), fileId: z.uuid() }),
  z.void(),
);

/** The names of a record's files that are here: those that were erased, or never came with an import, are not. */
export const listEvidence = defineRequest(
  'listEvidence',
  z.strictObject({ recordId: z.uuid() }),
  z.array(evidenceName),
);

/** A file's name with its salt, for an export; none when the file is not here. */
export const readFileName = defineRequest(
  'readFileName',
  z.strictObject({ fileId: z.uuid() }),
  z.strictObject({ file: z.optional(fileNameSchema) }),
);

/** A piece of a file's bytes. Problem `file-gone`: it is not here. */
export const readPiece = defineRequest(
  'readPiece',
  z.strictObject({ fileId: z.uuid(), part: z.int().check(z.nonnegative()) }),
  filePieceSchema,
);

/**
 * Erase a record's person from all its versions, and chosen files, for good (lib/store/erase.ts). Problems:
 * `nothing-to-erase`, `record-missing`, `already-saved`, `storage-full`, `trail-damaged`.
 */
export const eraseRecord = defineRequest(
  'eraseRecord',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    fileIds: z.array(z.uuid()).check(z.maxLength(maxFiles)),
    reason: z.string().check(z.maxLength(2_000)),
    by: actorSchema,
  }),
  recordAnswer,
);
