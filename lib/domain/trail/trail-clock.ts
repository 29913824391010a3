import * as z from 'zod/mini';
import type { TrailEvent } from './trail';

/** How often a clock was set back in a trail, and the first event that was written after that. */
export const setBackSchema = z.strictObject({
  count: z.int(),
  writer: z.string(),
  sequence: z.int(),
});
export type SetBack = z.infer<typeof setBackSchema>;

/** Computers set their clocks right all the time, by seconds: that is nothing to tell anybody. */
const toleratedMs = 60_000;

/**
 * Whether the clock was set back by more than a minute between an event and the next one of its chain. The order of the
 * two is certain all the same; which of their times is right is not.
 */
export function isSetBack(before: Pick<TrailEvent, 'at'>, next: Pick<TrailEvent, 'at'>): boolean {
  return Date.parse(before.at) - Date.parse(next.at) > toleratedMs;
}
