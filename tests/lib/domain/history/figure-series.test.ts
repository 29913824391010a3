import { expect, it } from 'vitest';
import { periodsOf, ticksTo, waitsOf } from '@/lib/domain/history/figure-series';
import type { Figures } from '@/lib/domain/history/figures';

const row = (month: string, count = 1, more: Partial<Figures['months'][number]> = {}) =>
  ({ month, scenario: 'existing-partner', stage: 'pending', count, ...more }) as const;

it('draws nothing of nothing', () => {
  expect(periodsOf([], 'stage').periods).toEqual([]);
});

it('has a bar for a month without a record', () => {
  const { unit, periods } = periodsOf([row('2025-11', 2), row('2026-02')], 'stage');
  expect(unit).toBe('month');
  expect(periods.map(({ period, total }) => [period, total])).toEqual([
    ['2025-11', 2],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 1],
  ]);
});

it.each([
  [
    'stage',
    [
      ['pending', 3],
      ['done', 4],
    ],
  ],
  [
    'scenario',
    [
      ['existing-partner', 5],
      ['new-partner', 2],
    ],
  ],
] as const)('divides by %s', (by, counts) => {
  const months = [
    row('2026-11', 1),
    row('2026-11', 2, { scenario: 'new-partner' }),
    row('2026-11', 4, { stage: 'done' }),
  ];
  const [period] = periodsOf(months, by).periods;
  expect([...period!.counts]).toEqual(counts);
  expect(period!.total).toBe(7);
});

it.each([
  ['2025-01', '2026-12', 'month', 24, '2025-01'],
  ['2025-01', '2027-01', 'quarter', 9, '2025-Q1'],
  ['2021-02', '2026-12', 'quarter', 24, '2021-Q1'],
  ['2021-01', '2027-01', 'year', 7, '2021'],
] as const)('takes bars that can be read: %s to %s by the %s', (first, last, unit, bars, name) => {
  const drawn = periodsOf([row(first), row(last)], 'stage');
  expect(drawn.unit).toBe(unit);
  expect(drawn.periods.length).toBe(bars);
  expect(drawn.periods[0]!.period).toBe(name);
  expect(drawn.periods.reduce((sum, { total }) => sum + total, 0)).toBe(2);
});

it('has every group of waits, also an empty one', () => {
  const waits = waitsOf([
    { stage: 'pending', group: '7', count: 3 },
    { stage: 'required', group: '7', count: 1 },
    { stage: 'pending', group: 'more', count: 2 },
  ]);
  expect(waits.map(({ group, total }) => [group, total])).toEqual([
    ['7', 4],
    ['30', 0],
    ['90', 0],
    ['365', 0],
    ['more', 2],
  ]);
  expect(waits[0]!.counts.get('required')).toBe(1);
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [37, [0, 10, 20, 30, 40]],
  [100, [0, 20, 40, 60, 80, 100]],
  [101, [0, 50, 100, 150]],
  [99_999, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
])('marks an axis up to %i at %j', (highest, ticks) => {
  expect(ticksTo(highest)).toEqual(ticks);
});
