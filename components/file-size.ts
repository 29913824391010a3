/** A number of bytes as people read it, in the largest unit that keeps it above one. */
export function fileSize(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const unitDisplay = power === 0 ? 'long' : 'short';
  const style = { style: 'unit', unit: units[power]!, unitDisplay } as const;
  const digits = power === 0 ? 0 : 1;
  return (bytes / 1024 ** power).toLocaleString(language, {
    ...style,
    maximumFractionDigits: digits,
  });
}
