import * as z from 'zod/mini';
import { setBackSchema } from './trail-clock';

/** What a check of the trail has found. */
export const trailReportSchema = z.strictObject({
  events: z.int(),
  records: z.int(),
  /** Hash of the last event of this installation's own chain. */
  head: z.string(),
  /** When the first event was written; with a problem, when the trail was last known to be whole (or empty). */
  since: z.string(),
  /**
   * A break (lib/domain/trail/trail-chain.ts) · `person-changed`, `person-missing` a signer's data is not what the event was
   * made with, or gone though nobody erased it · `file-changed`, `file-missing` the same of an evidence file ·
   * `record-changed` the event cannot be found as it should · or damage (lib/store/trail.ts).
   */
  problem: z.optional(z.strictObject({ code: z.string(), writer: z.string(), sequence: z.int() })),
  /** Absent when no clock was ever set back. */
  setBack: z.optional(setBackSchema),
});
export type TrailReport = z.infer<typeof trailReportSchema>;

/** How far a check has come: after which event, and what was seen until there. */
export const checkCursorSchema = z.strictObject({
  writer: z.string(),
  sequence: z.int(),
  hash: z.string(),
  /** When that event was written; empty before the first one. */
  at: z.string(),
  since: z.string(),
  checked: z.int(),
  setBack: z.optional(setBackSchema),
});
export type CheckCursor = z.infer<typeof checkCursorSchema>;
