import type { Words } from '@/lib/words';

/** A number of bytes as people read it, in the largest unit that keeps it above one. */
export function fileSize(bytes: number, { t, language }: Words): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  // Chromium knows no Chinese word for these.
  if (power === 0) return t('common.bytes', { count: bytes });
  return (bytes / 1024 ** power).toLocaleString(language, {
    style: 'unit',
    unit: units[power]!,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
}
