import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { writerHeadSchema } from '../domain/bundle/bundle-items';
import { bundleSliceSchema } from '../domain/bundle/bundle-slice';
import { actorSchema, attestationRecordSchema } from '../domain/record/record';
import { checkpointSchema, keptEventSchema } from '../domain/trail/trail';
import { checkCursorSchema, trailReportSchema } from '../domain/trail/trail-report';

const trailPlace = z.tuple([z.string(), z.int()]);

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

/**
 * A part of the trail for an exported file, in order of writer and place: what comes after the given place, up to where the
 * chains ended when the export began. Without an `end` it was the last part.
 */
export const readTrail = defineRequest(
  'readTrail',
  z.strictObject({ after: z.optional(trailPlace), heads: z.array(writerHeadSchema) }),
  z.strictObject({ slice: bundleSliceSchema, end: z.optional(trailPlace) }),
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

/** One record with everything that was written of it, and where the chains end in which that lies. */
export const readRecordTrail = defineRequest(
  'readRecordTrail',
  z.strictObject({ recordId: z.uuid() }),
  z.strictObject({
    record: z.optional(attestationRecordSchema),
    /** As they happened. */
    events: z.array(keptEventSchema),
    /** How many more there are that cannot be read. */
    unread: z.int(),
    /** Times of those before which the clock had been set back (lib/domain/trail/trail-clock.ts). */
    setBack: z.array(z.string()),
    /** This installation. */
    writer: z.string(),
    /** Its own first. A chain whose newest event cannot be read has none. */
    chains: z.array(
      z.strictObject({
        writer: z.string(),
        newest: z.optional(z.strictObject({ sequence: z.int(), hash: z.string(), at: z.string() })),
      }),
    ),
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
  /** As old, and has to stay: a younger record stands before it in its chain (lib/domain/trail/retention.ts). */
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
