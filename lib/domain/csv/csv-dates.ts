import { isDay } from '../record/attestation-problems';

/** In which order a date's numbers stand where only its writer knows. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * A day as people write it, as `YYYY-MM-DD`; `undefined` when it is no day in this order. The time of day, if any, is left
 * out: the day is the customer's own. Years of the Republic of China (民國112年, 112/3/4) become those of the common era.
 * @example readDay('4.3.2026', 'dmy') // '2026-03-04'
 */
export function readDay(raw: string, order: DateOrder): string | undefined {
  const text = plain(raw);
  const [first, second, third] = numbersOf(text) ?? namedMonth(text) ?? [];
  if (!first || !second || !third) return undefined;
  const turned = isYear(first) ? 'ymd' : order;
  const places = {
    ymd: [first, second, third],
    dmy: [third, second, first],
    mdy: [third, first, second],
  };
  const [year, month, day] = places[turned];
  const full = fullYear(year!);
  return full === undefined ? undefined : dayOf(full, Number(month), Number(day));
}

/**
 * The orders in which all of these can be days; empty texts do not count. Several: only a person can say which is
 * meant. None: they were not written in one order.
 */
export function ordersThatFit(texts: readonly string[]): DateOrder[] {
  const given = texts.filter((text) => text.trim() !== '');
  return dateOrders.filter((order) => given.every((text) => readDay(text, order) !== undefined));
}

/** Whether these can be days in several orders that mean different days, with the first that shows it. */
export function ambiguousDay(texts: readonly string[]): string | undefined {
  const orders = ordersThatFit(texts);
  // When they fit no one order, it must be asked as well: some rows will then be refused.
  const asked = orders.length > 0 ? orders : dateOrders;
  if (asked.length < 2) return undefined;
  return texts.find((text) => {
    const days = asked.map((order) => readDay(text, order)).filter((day) => day !== undefined);
    return new Set(days).size > 1;
  });
}

/** Without the time of day, in ASCII digits. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .trim()
    .replace(/^'/, '')
    .replace(/^民國\s*/, 'R')
    .replace(/(?:T|\s+)(?:上午|下午)?\s*\d{1,2}:\d{2}.*$/u, '')
    .trim();
}

function numbersOf(text: string): string[] | undefined {
  const found = /^(R?\d{1,4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,4})\s*日?\.?$/.exec(
    text,
  );
  return found?.slice(1);
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day with its month in English letters: told by the letters, whatever the order. */
function namedMonth(text: string): string[] | undefined {
  const found =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]+([a-z]{3,9})\.?[\s\-./,]+(\d{4}|\d{2})$/i.exec(text) ??
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (!found) return undefined;
  const [, one, two, year] = found;
  const [name, day] = /\d/.test(one!) ? [two!, one!] : [one!, two!];
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const full = fullYear(year!);
  return month > 0 && full !== undefined ? [String(full), String(month), day] : undefined;
}

function isYear(text: string): boolean {
  return /^R?\d{3,4}$/.test(text) || text.startsWith('R');
}

/** Years of two digits are of this century; of three, or after 民國, of the Republic of China. */
function fullYear(text: string): number | undefined {
  const number = Number(text.replace('R', ''));
  if (text.startsWith('R') || text.length === 3) return number + 1911;
  if (text.length === 2) return number + 2000;
  return text.length === 4 ? number : undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : undefined;
}
