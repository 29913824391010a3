import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { csvRowOptionsSchema } from '../domain/csv/history-csv';
import { figuresSchema } from '../domain/history/figures';
import { countRows, listedRowsSchema, mostListedRows } from '../domain/history/listed-rows';
import { attestationSchema, recordStates } from '../domain/record/attestation';
import { draftSchema } from '../domain/record/draft';
import { actorSchema, attestationRecordSchema, recordQuerySchema } from '../domain/record/record';
import { recordAnswer } from './record-answer';

export const listDrafts = defineRequest('listDrafts', z.void(), z.array(draftSchema));

/**
 * Keep a draft: answered only after it is durable. Problems: `storage-full`, `already-saved` it has become a
 * record, `draft-gone` it was discarded or wiped.
 */
export const keepDraft = defineRequest('keepDraft', draftSchema, z.void());

export const discardDraft = defineRequest(
  'discardDraft',
  z.strictObject({ draftId: z.uuid() }),
  z.void(),
);

/**
 * Save a draft as a record, or as a correction when it corrects one. Durable before it answers; the
 * same `attemptId` again answers with the same record. Problems: `storage-full`, `trail-damaged`, `superseded` the
 * record was corrected or withdrawn meanwhile, `already-saved` the same attempt has saved something else.
 */
export const saveRecord = defineRequest(
  'saveRecord',
  z.strictObject({
    attemptId: z.uuid(),
    draftId: z.optional(z.uuid()),
    attestation: attestationSchema,
    reason: z.string().check(z.maxLength(2_000)),
    corrects: z.optional(z.strictObject({ recordId: z.uuid(), version: z.int() })),
    seen: attestationRecordSchema.shape.seen,
  }),
  recordAnswer,
);

/**
 * Write down that a record's state changed in the world. Withdrawing is the state `withdrawn` and the last move; that and setting back
 * to `recorded` need a note. Problems: `superseded` the record was withdrawn, or has moved since it had so many `moves`;
 * `reason-missing`, `incomplete` nobody is named, or the day is none or has begun nowhere.
 */
export const moveRecord = defineRequest(
  'moveRecord',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    /** How many moves the person has seen who decides this one. */
    moves: z.optional(z.int()),
    state: z.enum(recordStates),
    occurredOn: z.string().check(z.maxLength(10)),
    note: z.string().check(z.maxLength(10_000)),
    by: actorSchema,
  }),
  recordAnswer,
);

export const listRecords = defineRequest(
  'listRecords',
  recordQuerySchema,
  z.strictObject({ records: z.array(attestationRecordSchema), total: z.int(), all: z.int() }),
);

/** Records with a name like the text, the likest first: for when none has the words themselves. */
export const listNearlyNamed = defineRequest(
  'listNearlyNamed',
  z.strictObject({
    text: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.positive(), z.lte(50)),
  }),
  z.array(attestationRecordSchema),
);

/** Somebody is about to search: read what a search needs, so that the first key need not wait for it. */
export const prepareSearch = defineRequest('prepareSearch', z.void(), z.void());

/** Counts over all records, whatever the list is narrowed to: for the dashboard's cards and plots. */
export const readFigures = defineRequest('readFigures', z.void(), figuresSchema);

/** Some records by id, in the order asked for; those that are not there are left out. */
export const readRecords = defineRequest(
  'readRecords',
  z.strictObject({ recordIds: z.array(z.uuid()).check(z.maxLength(500)) }),
  z.array(attestationRecordSchema),
);

/**
 * Which records fit a list, in its order, from `offset` on. Parts that were listed at the same count of changes fit each other: no
 * record is in two of them or in none.
 */
export const listRows = defineRequest(
  'listRows',
  z.extend(recordQuerySchema, { limit: z.int().check(z.positive(), z.lte(mostListedRows)) }),
  z.strictObject({
    rows: listedRowsSchema,
    /** How many fit the list. */
    total: z.int(),
    /** The trail's count of changes. */
    changes: z.int(),
  }),
);

/** Lines of a table file, one for each of some records as it stands now; those that are gone are left out. */
export const readTable = defineRequest(
  'readTable',
  z.strictObject({
    rows: listedRowsSchema.check(z.refine((rows) => countRows(rows) <= 500)),
    options: csvRowOptionsSchema,
  }),
  z.array(z.string()),
);

/** Records of one customer, newest first: by tenant id, else by domain, else by signer's e-mail domain. */
export const findCustomer = defineRequest(
  'findCustomer',
  z.strictObject({
    customerTenantId: z.string(),
    customerDomain: z.string(),
    companyName: z.string(),
  }),
  z.array(attestationRecordSchema),
);
