import { expect, it } from 'vitest';
import {
  type BackupMark,
  type BackupState,
  newSince,
  reminderFor,
} from '@/lib/domain/backup-reminder';

const day = (number: number, records: number, events = records): BackupMark => ({
  at: new Date(Date.UTC(2026, 10, number, 12)).toISOString(),
  records,
  events,
});

it.each<[string, BackupState, BackupMark, string]>([
  ['nothing recorded', {}, day(1, 0), 'none'],
  ['the first records', { since: day(1, 0) }, day(2, 19), 'none'],
  ['twenty and no backup ever', { since: day(1, 0) }, day(2, 20), 'records'],
  ['one record, thirty days', { since: day(1, 0) }, day(31, 1), 'days'],
  ['one record, not quite thirty days', { since: day(1, 0) }, day(30, 1), 'none'],
  ['nineteen more', { last: day(1, 100) }, day(5, 119), 'none'],
  ['twenty more', { last: day(1, 100) }, day(5, 120), 'records'],
  ['nothing new in a year', { last: day(1, 100) }, day(366, 100), 'none'],
  ['only corrections, thirty days', { last: day(1, 100, 100) }, day(31, 100, 101), 'days'],
  ['put off yesterday', { last: day(1, 0), putOff: day(9, 20) }, day(10, 39), 'none'],
  ['put off a week ago', { last: day(1, 0), putOff: day(2, 20) }, day(9, 21), 'records'],
  ['put off twenty records ago', { last: day(1, 0), putOff: day(2, 20) }, day(3, 40), 'records'],
  ['exported after it was put off', { last: day(5, 20), putOff: day(4, 20) }, day(6, 25), 'none'],
  [
    'exported after it was put off, twenty more',
    { last: day(5, 20), putOff: day(4, 20) },
    day(6, 40),
    'records',
  ],
  [
    'put off, wiped, twenty anew',
    { last: day(1, 100), putOff: day(2, 120) },
    day(3, 20),
    'records',
  ],
])('%s', (_what, state, now, expected) => {
  expect(reminderFor(state, now)).toBe(expected);
});

it('counts what is new, all of it after a wipe', () => {
  expect(newSince(undefined, day(1, 5))).toBe(5);
  expect(newSince(day(1, 5), day(2, 7))).toBe(2);
  expect(newSince(day(1, 50), day(2, 7))).toBe(7);
});
