import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import {
  importRowSchema,
  longestSource,
  mostImportRows,
  rowFindingSchema,
} from '../domain/csv/import-row';
import { fileNameSchema, filePieceSchema } from '../domain/record/evidence';
import { actorSchema } from '../domain/record/record';
import {
  bundleSummarySchema,
  checkpointSchema,
  trailEventSchema,
  trailPersonSchema,
} from '../domain/trail/trail';

/** Import events that were exported elsewhere or before a wipe: all of it or nothing. `dryRun` only counts. */
export const importTrail = defineRequest(
  'importTrail',
  z.strictObject({
    events: z.array(trailEventSchema),
    people: z.array(trailPersonSchema),
    dryRun: z.boolean(),
  }),
  bundleSummarySchema,
);

/** Most events and people in one part of an import. */
export const importPartLimit = 1_000;

/**
 * Hand over a part of an import, numbered from 0: kept when answered, of no effect until `finishImport`. All in the
 * order of an export: checkpoints first, events by writer and place, each person and file name in the part of its event,
 * a file's pieces after its name (they may go on in the next parts). The same part again replaces itself, so a page that
 * is not sure asks again. Checked on arrival as far as one part can be, down to every hash: problems `import-…`.
 */
export const stageImport = defineRequest(
  'stageImport',
  z.strictObject({
    importId: z.uuid(),
    part: z.int().check(z.nonnegative()),
    events: z.array(trailEventSchema).check(z.maxLength(importPartLimit)),
    people: z.array(trailPersonSchema).check(z.maxLength(importPartLimit)),
    checkpoints: z.optional(z.array(checkpointSchema)),
    files: z.optional(z.array(fileNameSchema)),
    pieces: z.optional(z.array(filePieceSchema)),
  }),
  z.void(),
);

/**
 * Add all `parts` of an import in one transaction, merged by writer and place: all of it or nothing. `dryRun` only
 * counts and keeps the parts for the real one. It goes on between two answers: ask again until there is a `summary`; until
 * then `share` (0 to 1) says how far it has come. Problems `import-…` as for a whole file, `import-missing-part` when one has
 * not arrived. One that was added already, as by a worker that has died since, is answered with its summary.
 */
export const finishImport = defineRequest(
  'finishImport',
  z.strictObject({
    importId: z.uuid(),
    parts: z.int().check(z.nonnegative()),
    dryRun: z.boolean(),
  }),
  z.strictObject({ share: z.number(), summary: z.optional(bundleSummarySchema) }),
);

/**
 * Throw the parts of an import away: it was stopped or refused. One that is being finished is undone to the last event, and
 * answered without `added`; where it was too late for that, `added` says what it has added.
 */
export const dropImport = defineRequest(
  'dropImport',
  z.strictObject({ importId: z.uuid() }),
  z.strictObject({ added: z.optional(bundleSummarySchema) }),
);

/** What would happen to rows of a table file; nothing is written. In the order of the rows. */
export const previewRows = defineRequest(
  'previewRows',
  z.strictObject({ rows: z.array(importRowSchema).check(z.maxLength(500)) }),
  z.array(rowFindingSchema),
);

/**
 * Import rows of a table file as records: all of them or none, in one transaction that is durable when this answers.
 * Rows that are here already, or stand among these twice, are added once: asking twice imports once. Problems:
 * `incomplete` a row would be refused by the form, `storage-full`, `trail-damaged`.
 */
export const importRows = defineRequest(
  'importRows',
  z.strictObject({
    rows: z.array(importRowSchema).check(z.maxLength(mostImportRows)),
    /** What each record says of where it comes from, up to its row: `Imported from customers.csv, row {0}`. */
    provenance: z.string().check(z.maxLength(longestSource + 80)),
    by: actorSchema,
  }),
  z.strictObject({ added: z.int(), alreadyHere: z.int() }),
);
