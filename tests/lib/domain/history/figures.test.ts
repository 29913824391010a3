import { describe, expect, it } from 'vitest';
import {
  type FigureRow,
  figuresOf,
  figuresSchema,
  waitingGroup,
} from '@/lib/domain/history/figures';
import { recordStates } from '@/lib/domain/record/attestation';

const now = new Date('2026-11-22T12:00:00Z');

function row(changes: Partial<FigureRow> = {}): FigureRow {
  return {
    recordedAt: '2026-11-01T09:00:00.000Z',
    changedAt: '2026-11-20T09:00:00.000Z',
    state: 'recorded',
    scenario: 'existing-partner',
    ...changes,
  };
}

describe('figuresOf', () => {
  it('counts nothing of nothing, with every stage named', () => {
    expect(figuresOf([], now)).toEqual({
      all: 0,
      stages: {
        required: 0,
        pending: 0,
        'link-expired': 0,
        'ready-to-create': 0,
        'recorded-here': 0,
        done: 0,
        withdrawn: 0,
      },
      months: [],
      waiting: [],
    });
  });

  it('puts each state into exactly one stage', () => {
    const { all, stages } = figuresOf(
      recordStates.map((state) => row({ state })),
      now,
    );
    expect(all).toBe(recordStates.length);
    expect(stages).toEqual({
      required: 1,
      pending: 3,
      'link-expired': 1,
      'ready-to-create': 1,
      'recorded-here': 1,
      done: 3,
      withdrawn: 1,
    });
  });

  it('orders months from the oldest, and within one by scenario and stage', () => {
    const { months } = figuresOf(
      [
        row({ recordedAt: '2026-11-30T23:59:59.999Z', state: 'verified' }),
        row({ recordedAt: '2026-11-02T00:00:00.000Z', scenario: 'new-partner' }),
        row({ recordedAt: '2025-12-31T23:00:00.000Z' }),
        row(),
        row(),
      ],
      now,
    );
    expect(months).toEqual([
      { month: '2025-12', scenario: 'existing-partner', stage: 'recorded-here', count: 1 },
      { month: '2026-11', scenario: 'existing-partner', stage: 'recorded-here', count: 2 },
      { month: '2026-11', scenario: 'existing-partner', stage: 'done', count: 1 },
      { month: '2026-11', scenario: 'new-partner', stage: 'recorded-here', count: 1 },
    ]);
  });

  it('lets only open records wait', () => {
    const { waiting } = figuresOf(
      [
        row({ state: 'verified' }),
        row({ state: 'withdrawn' }),
        row({ state: 'refused', changedAt: '2024-01-01T00:00:00.000Z' }),
        row(),
        row({ changedAt: '2026-10-01T00:00:00.000Z' }),
        row({ changedAt: '2026-10-02T00:00:00.000Z' }),
      ],
      now,
    );
    expect(waiting).toEqual([
      { stage: 'required', group: 'more', count: 1 },
      { stage: 'recorded-here', group: '7', count: 1 },
      { stage: 'recorded-here', group: '90', count: 2 },
    ]);
  });

  it('answers in the form the request promises', () => {
    const figures = figuresOf(
      recordStates.map((state) => row({ state })),
      now,
    );
    expect(figuresSchema.parse(figures)).toEqual(figures);
  });
});

it.each([
  ['2026-11-22T12:00:00Z', '7'],
  ['2026-11-14T12:00:01Z', '7'],
  ['2026-11-14T12:00:00Z', '30'],
  ['2026-10-22T12:00:01Z', '30'],
  ['2026-10-22T12:00:00Z', '90'],
  ['2026-08-23T12:00:00Z', '365'],
  ['2025-11-22T12:00:00Z', '365'],
  ['2025-11-21T12:00:00Z', 'more'],
  ['2027-01-01T00:00:00Z', '7'],
] as const)('waiting since %s is in the group %s', (since, group) => {
  expect(waitingGroup(since, now)).toBe(group);
});
