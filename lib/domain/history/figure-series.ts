import type { Scenario } from '../record/attestation';
import type { Stage } from '../record/stage';
import { type Figures, type OpenStage, type WaitingGroup, waitingGroups } from './figures';

/** How much time one bar stands for: the shortest with which there are not too many bars to read. */
export type PeriodUnit = 'month' | 'quarter' | 'year';

/** One bar: its period (`2026-11`, `2026-Q4` or `2026`), what it is made of, and the sum. */
export type Period<Part extends string> = {
  period: string;
  counts: Map<Part, number>;
  total: number;
};

const mostBars = 24;
const monthsIn: Record<PeriodUnit, number> = { month: 1, quarter: 3, year: 12 };

/**
 * Records over time, divided by stage or by scenario: a bar for every period from the first to the last, also
 * for those without a record. Nothing when there are no records.
 */
export function periodsOf(
  months: Figures['months'],
  by: 'stage' | 'scenario',
): { unit: PeriodUnit; periods: Period<Stage | Scenario>[] } {
  const numbers = months.map(({ month }) => monthNumber(month));
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const unit = unitFor(first, last);
  const periods = new Map<string, Period<Stage | Scenario>>();
  for (let month = first; month <= last; month++) {
    const period = periodName(month, unit);
    if (!periods.has(period)) periods.set(period, { period, counts: new Map(), total: 0 });
  }
  for (const row of months) {
    const into = periods.get(periodName(monthNumber(row.month), unit))!;
    into.counts.set(row[by], (into.counts.get(row[by]) ?? 0) + row.count);
    into.total += row.count;
  }
  return { unit, periods: [...periods.values()] };
}

/** Open records by how long they have been waiting: every group, also those without a record. */
export function waitsOf(
  waiting: Figures['waiting'],
): { group: WaitingGroup; counts: Map<OpenStage, number>; total: number }[] {
  return waitingGroups.map((group) => {
    const rows = waiting.filter((row) => row.group === group);
    return {
      group,
      counts: new Map(rows.map(({ stage, count }) => [stage, count])),
      total: rows.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

/**
 * Round numbers for an axis from 0 to at least `highest`, at most six of them and always whole.
 * @example ticksTo(37) // [0, 10, 20, 30, 40]
 */
export function ticksTo(highest: number): number[] {
  const rough = Math.max(1, highest / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => power * factor >= rough)!;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

function unitFor(first: number, last: number): PeriodUnit {
  const spans = (unit: PeriodUnit) =>
    Math.floor(last / monthsIn[unit]) - Math.floor(first / monthsIn[unit]) + 1;
  return spans('month') <= mostBars ? 'month' : spans('quarter') <= mostBars ? 'quarter' : 'year';
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function periodName(number: number, unit: PeriodUnit): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  const month = number % 12;
  if (unit === 'year') return year;
  if (unit === 'quarter') return `${year}-Q${Math.floor(month / 3) + 1}`;
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}
