import * as z from 'zod/mini';
import { type RecordState, type Scenario, scenarios } from '../record/attestation';
import { openStages, type Stage, stageOf, stages } from '../record/stage';

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

/** What is known of a record when the figures are drawn up. Instants are ISO strings in UTC. */
export type FigureRow = {
  recordedAt: string;
  changedAt: string;
  state: RecordState;
  scenario: Scenario;
  /** How many records are like this; one unless given. */
  count?: number;
};

const dayMs = 24 * 60 * 60 * 1_000;

/** Count all records once, by stage, by the month they were made in, and the open ones by how long they wait at `now`. */
export function figuresOf(rows: Iterable<FigureRow>, now: Date): Figures {
  const byStage = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
  const months = new Map<string, Figures['months'][number]>();
  const waiting = new Map<string, Figures['waiting'][number]>();
  let all = 0;

  for (const row of rows) {
    const stage = stageOf[row.state];
    const month = row.recordedAt.slice(0, 7);
    const { scenario, count = 1 } = row;
    all += count;
    byStage[stage] += count;
    counted(months, count, `${month} ${scenario} ${stage}`, () => ({
      month,
      scenario,
      stage,
      count: 0,
    }));
    if (isOpen(stage)) {
      const group = waitingGroup(row.changedAt, now);
      counted(waiting, count, `${stage} ${group}`, () => ({ stage, group, count: 0 }));
    }
  }

  return {
    all,
    stages: byStage,
    months: [...months.values()].sort(
      (a, b) =>
        compare(a.month, b.month) ||
        scenarios.indexOf(a.scenario) - scenarios.indexOf(b.scenario) ||
        stages.indexOf(a.stage) - stages.indexOf(b.stage),
    ),
    waiting: [...waiting.values()].sort(
      (a, b) =>
        stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
        waitingGroups.indexOf(a.group) - waitingGroups.indexOf(b.group),
    ),
  };
}

/**
 * The group of a wait that began at `since`. A clock that was moved back makes no negative wait: it has just begun.
 * @example waitingGroup('2026-11-01T00:00:00Z', new Date('2026-11-08T23:59:00Z')) // '7': seven whole days
 */
export function waitingGroup(since: string, now: Date): WaitingGroup {
  const days = Math.floor((now.getTime() - Date.parse(since)) / dayMs);
  if (days <= 7) return '7';
  if (days <= 30) return '30';
  if (days <= 90) return '90';
  return days <= 365 ? '365' : 'more';
}

/** Whether somebody still has something to do at this stage. */
export function isOpen(stage: Stage): stage is OpenStage {
  return openStages.some((open) => open === stage);
}

/** A stage in which somebody still has something to do. */
export type OpenStage = (typeof openStages)[number];

function counted<Cell extends { count: number }>(
  cells: Map<string, Cell>,
  more: number,
  key: string,
  empty: () => Cell,
): void {
  const cell = cells.get(key) ?? empty();
  cell.count += more;
  cells.set(key, cell);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
