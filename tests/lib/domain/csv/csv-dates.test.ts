import { describe, expect, it } from 'vitest';
import { ambiguousDay, type DateOrder, ordersThatFit, readDay } from '@/lib/domain/csv/csv-dates';

it.each<[string, DateOrder, string | undefined]>([
  ['2026-03-04', 'dmy', '2026-03-04'],
  ['2026/3/4', 'mdy', '2026-03-04'],
  ['2026-11-20 23:30:00', 'dmy', '2026-11-20'],
  ['2026-11-20T23:30:00Z', 'dmy', '2026-11-20'],
  ['3/4/2026', 'dmy', '2026-04-03'],
  ['3/4/2026', 'mdy', '2026-03-04'],
  ['4.3.2026', 'dmy', '2026-03-04'],
  ['04-03-26', 'dmy', '2026-03-04'],
  ['26/03/04', 'ymd', '2026-03-04'],
  ['3/4/2026 5:07 PM', 'mdy', '2026-03-04'],
  ['2026/3/4 下午 05:07:00', 'dmy', '2026-03-04'],
  ['2026年3月4日', 'mdy', '2026-03-04'],
  ['民國115年3月4日', 'mdy', '2026-03-04'],
  ['115/03/04', 'mdy', '2026-03-04'],
  ['４/３/２０２６', 'dmy', '2026-03-04'],
  ['4 Mar 2026', 'mdy', '2026-03-04'],
  ['March 4, 2026', 'dmy', '2026-03-04'],
  ['4-Mar-26', 'ymd', '2026-03-04'],
  ["'2026-03-04", 'ymd', '2026-03-04'],
  ['13/4/2026', 'mdy', undefined],
  ['31/2/2026', 'dmy', undefined],
  ['2026-02-29', 'ymd', undefined],
  ['2028-02-29', 'ymd', '2028-02-29'],
  ['3/4', 'dmy', undefined],
  ['yesterday', 'dmy', undefined],
  ['45678', 'dmy', undefined],
  ['4 Foo 2026', 'dmy', undefined],
  ['', 'dmy', undefined],
  ['3/4/202', 'dmy', '2113-04-03'],
])('reads %j in the order %s', (text, order, day) => {
  expect(readDay(text, order)).toBe(day);
});

describe('asks only where the writer alone knows', () => {
  it.each<[string[], DateOrder[], string | undefined]>([
    [['2026-03-04', '2026/11/5'], ['ymd', 'dmy', 'mdy'], undefined],
    [['3/4/2026', '13/4/2026'], ['dmy'], undefined],
    [['3/4/2026', '4/13/2026'], ['mdy'], undefined],
    [['3/4/2026', '5/6/2026', ''], ['dmy', 'mdy'], '3/4/2026'],
    [['4/4/2026', '5/6/2026'], ['dmy', 'mdy'], '5/6/2026'],
    [['4/4/2026'], ['dmy', 'mdy'], undefined],
    [['13/4/2026', '4/13/2026', '3/4/2026'], [], '3/4/2026'],
    [['2026-03-04', '3/4/2026'], ['dmy', 'mdy'], '3/4/2026'],
    [[], ['ymd', 'dmy', 'mdy'], undefined],
  ])('%j', (texts, orders, asked) => {
    expect(ordersThatFit(texts)).toEqual(orders);
    expect(ambiguousDay(texts)).toBe(asked);
  });
});
