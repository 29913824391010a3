import type { Words } from '@/lib/words';

/** A period (lib/domain/history/figure-series.ts) by its whole name, as a sentence has it. */
export function periodName(period: string, { t, language }: Words): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  if (part.startsWith('Q')) return t('board.figures.quarter', { year, quarter: part.slice(1) });
  return monthFormat(language, { month: 'long', year: 'numeric' }).format(dateOf(period));
}

/** The lines for a period under an axis: the year only where one begins, and at the first. */
export function periodTick(period: string, isFirst: boolean, { language }: Words): string[] {
  const [year = '', part] = period.split('-');
  if (part === undefined) return [year];
  const begins = isFirst || part === '01' || part === 'Q1';
  const name = part.startsWith('Q')
    ? part
    : monthFormat(language, { month: 'short' }).format(dateOf(period));
  return begins ? [name, year] : [name];
}

function monthFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
}

function dateOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
