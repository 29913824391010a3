import * as z from 'zod/mini';
import { scenarios } from './attestation';
import { openStages, stages } from './stage';

const count = z.int().check(z.nonnegative());

/** How long an open record has been waiting, in whole days since its last change: the upper end of each group. */
export const waitingGroups = ['7', '30', '90', '365', 'more'] as const;
export type WaitingGroup = (typeof waitingGroups)[number];

/** Counts over all records, for the cards and the plots of the dashboard. */
export const figuresSchema = z.strictObject({
  all: count,
  stages: z.record(z.enum(stages), count),
  /** Records by the month (`YYYY-MM`, UTC) in which they were made: only what is not zero, oldest month first. */
  months: z.array(
    z.strictObject({
      month: z.string(),
      scenario: z.enum(scenarios),
      stage: z.enum(stages),
      count,
    }),
  ),
  /** Open records by how long they have been waiting: only what is not zero. */
  waiting: z.array(
    z.strictObject({ stage: z.enum(openStages), group: z.enum(waitingGroups), count }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;
