import { describe, expect, it } from 'vitest';
import { emptyAttestation, type RecordState, recordStates } from '@/lib/domain/record/attestation';
import {
  type Claim,
  claimsOf,
  correctionsIn,
  localMoment,
  pageStyle,
  paperFor,
  sealsOf,
} from '@/lib/domain/record/certificate';
import type { AttestationRecord, RecordMove } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { writerA, writerB } from '../trail/trail-sample';

const by = { name: 'Robin', role: 'admin-agent' };
const move = (state: RecordState): RecordMove => ({
  at: '2026-11-22T10:00:00.000Z',
  offsetMinutes: 60,
  by,
  state,
  occurredOn: '',
  note: state,
});

describe('what is said of Microsoft', () => {
  it.each<[RecordState[], string[]]>([
    [[], []],
    [['link-created', 'customer-accepted'], []],
    [['agreement-created'], ['filed']],
    [['direct-accepted'], ['filed']],
    [
      ['agreement-created', 'verified'],
      ['filed', 'verified'],
    ],
    [['verified'], ['verified']],
    [
      ['agreement-created', 'verified', 'link-expired'],
      ['filed before link-expired', 'verified before link-expired'],
    ],
    [['agreement-created', 'link-created', 'customer-accepted'], ['filed before link-created']],
    [
      ['verified', 'customer-accepted', 'agreement-created'],
      ['filed', 'verified before customer-accepted'],
    ],
    // A mark that was undone: the record says again what it said before it.
    [
      ['agreement-created', 'verified', 'agreement-created'],
      ['filed', 'verified before agreement-created'],
    ],
    [
      ['direct-accepted', 'recorded', 'withdrawn'],
      ['filed before recorded', 'closed'],
    ],
    [
      ['agreement-created', 'withdrawn'],
      ['filed', 'closed'],
    ],
    [['refused'], ['closed']],
    [['refused', 'link-created'], []],
    [['refused', 'direct-accepted'], ['filed']],
    [['refused', 'verified'], ['verified']],
    [
      ['refused', 'direct-accepted', 'agreement-created', 'verified'],
      ['filed', 'verified'],
    ],
  ])('%j says %j', (states, expected) => {
    const { filed, verified, closed } = claimsOf({ moves: states.map(move) });
    const claim = (name: string, one: Claim | undefined) =>
      one ? [one.setBack ? `${name} before ${one.setBack.state}` : name] : [];
    const named = [...claim('filed', filed), ...claim('verified', verified)];
    expect([...named, ...(closed ? ['closed'] : [])]).toEqual(expected);
  });

  it('keeps who said it, whatever was noted later', () => {
    const moves = (['agreement-created', 'verified', 'customer-accepted'] as const).map(move);
    const { filed, verified } = claimsOf({ moves });
    expect(filed).toEqual({ said: moves[0], setBack: moves[2] });
    expect(verified).toEqual({ said: moves[1], setBack: moves[2] });
  });

  it('never says that a state is filed which only we keep', () => {
    for (const state of recordStates) {
      const { filed } = claimsOf({ moves: [move(state)] });
      expect(filed !== undefined, state).toBe(
        state === 'agreement-created' || state === 'direct-accepted',
      );
    }
  });
});

it('names what each correction changed, and nothing of the first version', () => {
  const first = { ...emptyAttestation, lastName: 'Doe', companyName: 'A' };
  const second = { ...first, lastName: 'Dow' };
  const versions = [first, second].map((attestation, at) => ({
    version: at + 1,
    at: '2026-11-22T10:00:00.000Z',
    offsetMinutes: 60,
    by,
    reason: '',
    attestation,
  }));
  const record = { versions } as AttestationRecord;
  expect(correctionsIn(record, 1)).toEqual([]);
  expect(correctionsIn(record, 2)).toEqual([{ field: 'lastName', before: 'Doe', after: 'Dow' }]);
  expect(correctionsIn(record, 3)).toEqual([]);
});

it.each([
  [480, '2026-11-22T17:05:00.000Z', 'UTC+08:00'],
  [-210, '2026-11-22T05:35:00.000Z', 'UTC\u221203:30'],
  [0, '2026-11-22T09:05:00.000Z', 'UTC+00:00'],
  [900, '2026-11-23T00:05:00.000Z', 'UTC+15:00'],
])('tells the writer’s own time at %i minutes from UTC', (offset, clock, zone) => {
  expect(localMoment('2026-11-22T09:05:00.000Z', offset)).toEqual({ clock, zone });
});

it.each([9e15, -9e15, 1441, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'shows an event in UTC whose offset %d no clock can have',
  (offset) => {
    const at = '2026-11-22T09:05:00.000Z';
    expect(localMoment(at, offset)).toEqual({ clock: at, zone: 'UTC' });
  },
);

it.each(['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', 'yesterday', ''])(
  'does not throw for the moment %j',
  (at) => {
    for (const offset of [1440, -1440, 0, 9e15])
      expect(localMoment(at, offset).zone).toMatch(/^UTC/);
  },
);

describe('the seals', () => {
  const at = '2026-11-22T10:00:00.000Z';
  const event = (sequence: number, writer = writerA) =>
    ({ writer, sequence, at, hash: String(sequence).repeat(64) }) as TrailEvent;
  const seal = (writer: string, sequence: number, fingerprint: string) => ({
    writer,
    sequence,
    at,
    fingerprint,
  });

  it('are the record’s newest event and the end of every chain that tells of it', () => {
    const events = [event(1, writerB), event(3)];
    const chains = [
      { writer: writerA, newest: event(7) },
      { writer: writerB, newest: event(2, writerB) },
    ];
    expect(sealsOf({ events, writer: writerA, chains })).toEqual({
      record: seal(writerA, 3, '3-3333-3333-3333-3333'),
      chains: [
        { writer: writerA, isOwn: true, seal: seal(writerA, 7, '7-7777-7777-7777-7777') },
        { writer: writerB, isOwn: false, seal: seal(writerB, 2, '2-2222-2222-2222-2222') },
      ],
    });
  });

  it('invent none for a chain whose end cannot be read', () => {
    const seals = sealsOf({ events: [event(1)], writer: writerA, chains: [{ writer: writerA }] });
    expect(seals.chains).toEqual([{ writer: writerA, isOwn: true }]);
  });

  it('are asked for in vain without events', () => {
    expect(() => sealsOf({ events: [], writer: writerA, chains: [] })).toThrow('got none');
  });
});

it.each([
  ['en-US', 'letter'],
  ['en_CA', 'letter'],
  ['es-MX', 'letter'],
  ['en-GB', 'a4'],
  ['zh-TW', 'a4'],
  ['zh-Hant-TW', 'a4'],
  ['en', 'a4'],
  ['', 'a4'],
])('prints in %j on %s', (language, paper) => {
  expect(paperFor(language)).toBe(paper);
});

describe('the style of the printed page', () => {
  const foot = { start: 'CS-000001 · 1-aa', pages: 'Page {1} of {2}' };
  it('names the paper that was chosen', () => {
    expect(pageStyle('a4', foot, 'ltr')).toContain('size: A4 portrait');
    expect(pageStyle('letter', foot, 'ltr')).toContain('size: letter portrait');
  });
  it('counts the pages in the order of the language', () => {
    expect(pageStyle('a4', foot, 'ltr')).toContain('"Page " counter(page) " of " counter(pages);');
    const turned = { ...foot, pages: '{2}, {1}' };
    expect(pageStyle('a4', turned, 'ltr')).toContain('counter(pages) "\\2c  " counter(page);');
  });
  it('turns its foot round where people read from right to left', () => {
    expect(pageStyle('a4', foot, 'ltr')).toMatch(/@bottom-left { content: "CS/);
    expect(pageStyle('a4', foot, 'rtl')).toMatch(/@bottom-right { content: "CS/);
  });
  it.each(['"} body { display: none } x {"', 'a\\', 'a\nb', '</style>', '雲端', '\u200f'])(
    'cannot be ended by %j',
    (start) => {
      const style = pageStyle('a4', { ...foot, start }, 'ltr');
      const content = /@bottom-left { content: "([^"]*)";/.exec(style)?.[1] ?? '"';
      expect(content).toMatch(/^(?:[a-z0-9 ]|\\[0-9a-f]+ )*$/i);
      expect(style).not.toContain('<');
    },
  );
});
