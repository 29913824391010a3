import * as z from 'zod/mini';
import { caseSchema, recordStates, signerSchema } from './attestation';
import { actorSchema, attestationRecordSchema } from './record';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const link = {
  format: z.literal(1),
  /** The installation that wrote it: each has a chain of its own. */
  writer: z.uuid(),
  /** Place in the writer's chain, from 1. It is part of the database key, so the database refuses a fork. */
  sequence: z.int().check(z.positive()),
  previousHash: hash,
  hash,
  /** UTC, and the writer's offset from it in minutes (east is positive). */
  at: z.iso.datetime(),
  offsetMinutes: z.int(),
  by: actorSchema,
  recordId: z.uuid(),
  attemptId: z.uuid(),
};

const content = {
  version: z.int().check(z.positive()),
  case: caseSchema,
  /** Salted digest of the signer: binds a person to the event without keeping the person in it. */
  signer: hash,
  reason: z.string().check(z.maxLength(2_000)),
};

/** One thing that happened, linked to the one before it. The hash covers everything but itself. */
export const trailEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...link,
    kind: z.literal('recorded'),
    ...content,
    seen: attestationRecordSchema.shape.seen,
  }),
  z.strictObject({ ...link, kind: z.literal('corrected'), ...content }),
  z.strictObject({
    ...link,
    kind: z.literal('moved'),
    state: z.enum(recordStates),
    occurredOn: z.string().check(z.maxLength(10)),
    note: z.string().check(z.maxLength(10_000)),
  }),
]);
export type TrailEvent = z.infer<typeof trailEventSchema>;

/** The personal data an event's `signer` digest stands for. Deleting it (with its salt) leaves the chain whole. */
export const trailPersonSchema = z.strictObject({
  digest: hash,
  salt: hash,
  signer: signerSchema,
});
export type TrailPerson = z.infer<typeof trailPersonSchema>;

/** A file of an export: what stands beside the chain for an event that attached it. `data` is base64. */
export const stagedFileSchema = z.strictObject({
  fileId: z.uuid(),
  name: z.string().check(z.maxLength(300)),
  salt: hash,
  data: z.string(),
});
export type StagedFile = z.infer<typeof stagedFileSchema>;

/** What an import did, or would do. */
export const bundleSummarySchema = z.strictObject({
  events: z.int(),
  eventsAlreadyHere: z.int(),
  records: z.int(),
  people: z.int(),
});
export type BundleSummary = z.infer<typeof bundleSummarySchema>;
