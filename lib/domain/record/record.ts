import * as z from 'zod/mini';
import { attestationSchema, recordStates, scenarios } from './attestation';
import { evidenceFileSchema } from './evidence';
import { stages } from './stage';

/** Who did something: a name and a role as they stood then. */
export const actorSchema = z.strictObject({
  name: z.string().check(z.maxLength(300)),
  role: z.string().check(z.maxLength(40)),
});
export type Actor = z.infer<typeof actorSchema>;

/**
 * Who wrote something down, and when: UTC, and the writer’s offset from it in minutes (east is positive). What is taken in has
 * bounds for it (lib/domain/trail/trail.ts); what lies here from before it had is shown.
 */
const written = { at: z.iso.datetime(), offsetMinutes: z.int(), by: actorSchema };

/** One version of a record's content. Version 1 is the first; each correction adds one. */
export const recordVersionSchema = z.strictObject({
  version: z.int(),
  ...written,
  /** Why it was corrected. Of version 1: from which table file it was imported, else empty. */
  reason: z.string(),
  attestation: attestationSchema,
});
export type RecordVersion = z.infer<typeof recordVersionSchema>;

/** One change of state, newest last. `occurredOn` is the day it happened in the world, `at` when it was written. */
export const recordMoveSchema = z.strictObject({
  ...written,
  state: z.enum(recordStates),
  occurredOn: z.string(),
  note: z.string(),
});
export type RecordMove = z.infer<typeof recordMoveSchema>;

const { nameDigest: _, ...fileShape } = evidenceFileSchema.shape;
/** One evidence file, in the order in which they were attached. Its name is asked for beside it (`listEvidence`). */
export const recordFileSchema = z.strictObject({
  ...written,
  ...fileShape,
  /** The file and its name were deleted; what it was is still known. */
  erased: z.boolean(),
});
export type RecordFile = z.infer<typeof recordFileSchema>;

/** One erasure: how many versions lost their signer by it, and how many files went. */
export const recordErasureSchema = z.strictObject({
  ...written,
  people: z.int(),
  files: z.int(),
  reason: z.string(),
});
export type RecordErasure = z.infer<typeof recordErasureSchema>;

/** The current state of a record: its events folded. */
export const attestationRecordSchema = z.strictObject({
  recordId: z.uuid(),
  /** Human-sized name, `CS-000042`: the first event's place in its writer's chain. */
  number: z.string(),
  writer: z.uuid(),
  recordedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  state: z.enum(recordStates),
  current: attestationSchema,
  versions: z.array(recordVersionSchema),
  moves: z.array(recordMoveSchema),
  files: z.array(recordFileSchema),
  erasures: z.array(recordErasureSchema),
  /** The sentence and addresses it was recorded from; absent for a case reported by phone or mail. */
  seen: z.optional(
    z.strictObject({
      quote: z.string(),
      language: z.string(),
      address: z.string(),
      at: z.string(),
    }),
  ),
});
export type AttestationRecord = z.infer<typeof attestationRecordSchema>;

/** What a list of records can be sorted by. */
export const recordSorts = [
  'recordedAt',
  'changedAt',
  'companyName',
  'signer',
  'dateAgreed',
  'scenario',
  'state',
] as const;
export type RecordSort = (typeof recordSorts)[number];

/**
 * Which records to list, and in which order. Empty values do not filter. `from` is the first
 * millisecond since 1970 that `recordedAt` may be, `until` the first after it that it may not: which days they are is for
 * the viewer's own calendar to say.
 */
export const recordQuerySchema = z.strictObject({
  text: z._default(z.string().check(z.maxLength(500)), ''),
  scenario: z._default(z.enum(['', ...scenarios]), ''),
  state: z._default(z.enum(['', ...recordStates]), ''),
  stage: z._default(z.enum(['', ...stages]), ''),
  from: z._default(z.union([z.literal(''), z.int()]), ''),
  until: z._default(z.union([z.literal(''), z.int()]), ''),
  sort: z._default(z.enum(recordSorts), 'recordedAt'),
  order: z._default(z.enum(['ascending', 'descending']), 'descending'),
  offset: z._default(z.int().check(z.nonnegative()), 0),
  limit: z._default(z.int().check(z.positive(), z.lte(500)), 50),
});
export type RecordQuery = z.infer<typeof recordQuerySchema>;
