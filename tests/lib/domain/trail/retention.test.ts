import { describe, expect, it } from 'vitest';
import { planRetention, type RetainedEvent, retentionLimit } from '@/lib/domain/trail/retention';

/** Events of one chain: `A1` is record A, last digit the day of January on which it was written. */
function chain(writer: string, events: string): RetainedEvent[] {
  return events.split(' ').map((one, index) => ({
    writer,
    sequence: index + 1,
    hash: `${writer}${index + 1}`,
    recordId: one[0]!,
    at: `2026-01-${one.slice(1).padStart(2, '0')}T10:00:00.000Z`,
  }));
}

const before = '2026-01-10T00:00:00.000Z';

describe('what may go', () => {
  it.each<[string, string[], { cuts: number[]; records: number; held: number; until: string }]>([
    ['nothing is old', ['A11 B12'], { cuts: [], records: 0, held: 0, until: '' }],
    ['the beginning', ['A1 B2 C11'], { cuts: [2], records: 2, held: 0, until: '02' }],
    ['not behind a younger one', ['A11 B2 C3 D12'], { cuts: [], records: 0, held: 2, until: '' }],
    ['not what was changed since', ['A1 B2 A11'], { cuts: [], records: 0, held: 1, until: '' }],
    [
      'up to what was changed since',
      ['A1 B2 C3 B11'],
      { cuts: [1], records: 1, held: 1, until: '01' },
    ],
    ['never the last event', ['A1 B2'], { cuts: [1], records: 1, held: 1, until: '01' }],
    [
      'never half of the last record',
      ['A1 B2 C3 C4'],
      { cuts: [2], records: 2, held: 1, until: '02' },
    ],
    ['two chains', ['A1 X11', 'B2 C3 Y11'], { cuts: [1, 2], records: 3, held: 0, until: '03' }],
    [
      'a record of two chains goes from both or from none',
      ['A1 B2 X11', 'B3 Y11 B4'],
      { cuts: [1], records: 1, held: 1, until: '01' },
    ],
    [
      'what stays in one chain makes others stay in the next',
      ['X11 A1', 'A2 B3 Y11', 'B1 C2 Z11'],
      { cuts: [], records: 0, held: 3, until: '' },
    ],
  ])('%s', (_name, chains, { cuts, records, held, until }) => {
    const events = chains.flatMap((one, index) => chain('uvw'[index]!, one));
    const plan = planRetention(events, before);
    expect(plan.prefixes.map(({ sequence }) => sequence)).toEqual(cuts);
    expect(plan).toMatchObject({ records, held });
    expect(plan.until.slice(8, 10)).toBe(until);
    expect(plan.events).toBe(cuts.reduce((sum, one) => sum + one, 0));
  });

  it('is nothing of an empty trail', () => {
    expect(planRetention([], before)).toEqual({
      prefixes: [],
      records: 0,
      events: 0,
      held: 0,
      until: '',
    });
  });
});

it.each([
  ['2026-11-22T10:00:00.000Z', 12, '2025-11-22T10:00:00.000Z'],
  ['2026-11-30T10:00:00.000Z', 9, '2026-02-28T10:00:00.000Z'],
  ['2028-03-31T00:00:00.000Z', 1, '2028-02-29T00:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 1, '2025-12-15T00:00:00.000Z'],
])('from %s, %d months before is %s', (now, months, limit) => {
  expect(retentionLimit(now, months)).toBe(limit);
});
