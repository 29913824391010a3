import type { Words } from '@/lib/words';

/** Texts longer than this may go on over the end of a page: else half of it would stay empty. */
export const longText = 400;

/** An instant in UTC, to the second: a print is read in other places than it was made. */
export function momentUtc(iso: string, { language }: Pick<Words, 'language'>): string {
  return `${clockTime(iso, language)} UTC`;
}

/** What a clock showed that stood at UTC, without saying so. What is no instant comes back unchanged. */
export function clockTime(iso: string, language: string): string {
  if (Number.isNaN(Date.parse(iso))) return iso;
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return format.format(new Date(iso));
}
