import * as z from 'zod/mini';
import { caseSchema, recordStates, signerSchema } from '../record/attestation';
import { evidenceFileSchema } from '../record/evidence';
import { actorSchema, attestationRecordSchema } from '../record/record';
import { hashSchema as hash } from './sha256';

const dayMinutes = 24 * 60;

const linkShape = {
  format: z.literal(1),
  /** The installation that wrote it: each has a chain of its own. */
  writer: z.uuid(),
  /** Place in the writer's chain, from 1. It is part of the database key, so the database refuses a fork. */
  sequence: z.int().check(z.positive()),
  previousHash: hash,
  hash,
  /** UTC, and the writer's offset from it in minutes (east is positive). */
  at: z.iso.datetime(),
  offsetMinutes: z.int().check(z.gte(-dayMinutes), z.lte(dayMinutes)),
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
export const trailEventSchema = eventSchema(linkShape);

/** The same as it may lie here since before offsets had bounds: it is shown, and no longer taken in. */
export const keptEventSchema = eventSchema({ ...linkShape, offsetMinutes: z.int() });

function eventSchema(
  link: Omit<typeof linkShape, 'offsetMinutes'> & { offsetMinutes: z.ZodMiniNumber },
) {
  return z.discriminatedUnion('kind', [
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
    z.strictObject({ ...link, kind: z.literal('attached'), file: evidenceFileSchema }),
    // Data beside the chain was deleted: the digests that stood for people, and files with their names.
    z.strictObject({
      ...link,
      kind: z.literal('erased'),
      signers: z.array(hash),
      fileIds: z.array(z.uuid()),
      reason: z.string().check(z.maxLength(2_000)),
    }),
  ]);
}

export type TrailEvent = z.infer<typeof trailEventSchema>;

/** The digest of the person an event names, if it names one. */
export function signerOf(event: TrailEvent): string | undefined {
  return event.kind === 'recorded' || event.kind === 'corrected' ? event.signer : undefined;
}

/** What events say was erased: digests of people, and ids of files. None of it may come back with an import. */
export function erasedBy(events: Iterable<TrailEvent>): {
  signers: Set<string>;
  fileIds: Set<string>;
} {
  const erased = { signers: new Set<string>(), fileIds: new Set<string>() };
  for (const event of events) {
    if (event.kind !== 'erased') continue;
    for (const signer of event.signers) erased.signers.add(signer);
    for (const fileId of event.fileIds) erased.fileIds.add(fileId);
  }
  return erased;
}

/**
 * What replaces the events that were pruned from the beginning of a chain: the chain goes on after it. `events` and
 * `records` count what was pruned over all times.
 */
export const checkpointSchema = z.strictObject({
  writer: z.uuid(),
  /** The last event that was pruned. */
  sequence: z.int().check(z.positive()),
  hash,
  /** When and by whom it was last pruned. */
  at: z.iso.datetime(),
  by: actorSchema,
  events: z.int().check(z.positive()),
  records: z.int().check(z.nonnegative()),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** The personal data an event's `signer` digest stands for. Deleting it (with its salt) leaves the chain whole. */
export const trailPersonSchema = z.strictObject({
  digest: hash,
  salt: hash,
  signer: signerSchema,
});
export type TrailPerson = z.infer<typeof trailPersonSchema>;

/** What an import did, or would do. */
export const bundleSummarySchema = z.strictObject({
  events: z.int(),
  eventsAlreadyHere: z.int(),
  records: z.int(),
  people: z.int(),
  /** Records that were erased here and get a person whom no erasure names: how many, and the first of them. */
  broughtBack: z.optional(
    z.strictObject({
      count: z.int(),
      records: z.array(z.strictObject({ recordId: z.uuid(), number: z.string() })),
    }),
  ),
});
export type BundleSummary = z.infer<typeof bundleSummarySchema>;
