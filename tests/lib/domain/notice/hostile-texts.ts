/** Numbers from 0 to 1 that look like chance and are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What spreadsheets run, take for a number or a date, or trip over. */
const pieces = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '−',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  '""',
  "'",
  '`',
  ',',
  ';',
  '|',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\u3000',
  '1',
  '007',
  '1e5',
  '2026',
  '3/4',
  '12:30',
  '€',
  '%',
  'TRUE',
  'Jan',
  'SUM(1,1)',
  'HYPERLINK("http://x.example","x")',
  "cmd|'/C calc'!A0",
  'DDE("cmd";"/C calc")',
  'WEBSERVICE("http://x.example")',
  '1+1',
  '$A$1',
  'A1',
  '#REF!',
  '{=1}',
  'sep=',
  '雲端',
  'Ünïcode',
  'العربية',
  '👩‍💻',
  'a',
  'Contoso',
  '<b>',
  '&amp;',
  '\\',
  '/',
];

/** So many texts, each of a few such pieces; the same in every run. */
export function hostileTexts(count: number, seed = 1): string[] {
  const random = chance(seed);
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 5) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join(''),
  );
}
