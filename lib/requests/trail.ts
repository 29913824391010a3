import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { writerHeadSchema } from '../domain/bundle-items';
import { actorSchema, attestationRecordSchema } from '../domain/record';
import { checkpointSchema, trailEventSchema, trailPersonSchema } from '../domain/trail';
import { checkCursorSchema, trailReportSchema } from '../domain/trail-report';

/** Whether the trail is whole: checked against its own links and against the witness kept elsewhere. */
export const checkTrail = defineRequest('checkTrail', z.void(), trailReportSchema);

/**
 * The same check in parts that keep nobody else waiting, so that a page can show how far it has come (`checked` of
 * `all` events) and stop it by not asking again: ask with the answer's cursor until there is a report.
 */
export const checkTrailOn = defineRequest(
  'checkTrailOn',
  z.strictObject({ cursor: z.optional(checkCursorSchema) }),
  z.strictObject({
    checked: z.int(),
    all: z.int(),
    cursor: z.optional(checkCursorSchema),
    report: z.optional(trailReportSchema),
  }),
);

/** A slice of the trail for export, in order of writer and sequence, after the given place. */
export const readTrail = defineRequest(
  'readTrail',
  z.strictObject({
    after: z.optional(z.tuple([z.string(), z.int()])),
    limit: z.int().check(z.lte(1_000)),
  }),
  z.strictObject({
    events: z.array(trailEventSchema),
    people: z.array(trailPersonSchema),
    last: z.boolean(),
  }),
);

/** Where all chains begin and end: for exports, prints and checks. `writer` is this installation. */
export const readTrailEnds = defineRequest(
  'readTrailEnds',
  z.void(),
  z.strictObject({
    writer: z.uuid(),
    heads: z.array(writerHeadSchema),
    checkpoints: z.array(checkpointSchema),
  }),
);

/** One record with everything that was written of it, and where this installation's chain ends. */
export const readRecordTrail = defineRequest(
  'readRecordTrail',
  z.strictObject({ recordId: z.uuid() }),
  z.strictObject({
    record: z.optional(attestationRecordSchema),
    /** As they happened. */
    events: z.array(trailEventSchema),
    /** Times of those before which the clock had been set back (lib/domain/trail-clock.ts). */
    setBack: z.array(z.string()),
    head: z.strictObject({ writer: z.string(), sequence: z.int(), hash: z.string() }),
  }),
);

/** Delete every record, draft and event of this installation. */
export const wipeTrail = defineRequest(
  'wipeTrail',
  z.strictObject({ confirm: z.literal('wipe') }),
  z.void(),
);

const months = z.int().check(z.positive(), z.lte(1_200));

const retentionAnswer = z.strictObject({
  records: z.int(),
  events: z.int(),
  /** As old, and has to stay: a younger record stands before it in its chain (lib/domain/retention.ts). */
  held: z.int(),
  /** When the last of those that would go was last changed; empty when none would. */
  until: z.string(),
  /** The moment before which a record must have been last changed. */
  before: z.string(),
  /** The state of the trail in which this was found. */
  changes: z.int(),
});

/** What would go if everything that was last changed more than so many months ago were deleted. Changes nothing. */
export const readRetention = defineRequest(
  'readRetention',
  z.strictObject({ months }),
  retentionAnswer,
);

/** Delete exactly what was shown, for good. Problems: `trail-changed` something was written meanwhile, `trail-damaged`. */
export const pruneTrail = defineRequest(
  'pruneTrail',
  z.strictObject({ before: z.iso.datetime(), changes: z.int(), by: actorSchema }),
  z.strictObject({ records: z.int(), events: z.int() }),
);
