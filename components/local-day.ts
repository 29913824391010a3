/** The calendar day at this computer, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * When a calendar day, or the one so many days after it, begins at this computer: milliseconds since 1970. Nothing
 * where there is no such day.
 */
export function dayBegins(day: string, after = 0): number | '' {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const midnight = new Date(2000, 0, 1);
  // Years below 100 are years of the last century to the constructor.
  midnight.setFullYear(year, month - 1, date + after);
  const time = midnight.getTime();
  return day === '' || Number.isNaN(time) ? '' : time;
}
