import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { fileNameSchema, fileOrigins, filePieceSchema, maxFiles } from '../domain/evidence';
import { actorSchema } from '../domain/record';
import { hashSchema } from '../domain/sha256';
import { recordAnswer } from './record-answer';

const evidenceName = z.strictObject({ fileId: z.uuid(), name: z.string() });

/**
 * Hand over a piece of a file that is to be attached, in order. It is kept in memory and of no effect until
 * `attachFile`: when the worker dies meanwhile, that answers `pieces-missing` and the file is sent again.
 */
export const sendPiece = defineRequest('sendPiece', filePieceSchema, z.void());

/**
 * Keep a file whose pieces were sent as evidence of a record: durable before it answers. `sha256` is what the page read.
 * Problems: `file-empty`, `file-too-large`, `record-too-large`, `too-many-files`, `pieces-missing`, `superseded` the
 * record was withdrawn, `record-missing`, `already-saved`, `storage-full`, `trail-damaged`.
 */
export const attachFile = defineRequest(
  'attachFile',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    fileId: z.uuid(),
    sha256: hashSchema,
    name: z.string().check(z.maxLength(1_000)),
    type: z.string().check(z.maxLength(300)),
    origin: z.enum(fileOrigins),
    by: actorSchema,
  }),
  recordAnswer,
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
