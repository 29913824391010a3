import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guessSeparator, readCsv, type Separator } from '@/lib/domain/csv/csv-reader';
import { chance } from '../notice/hostile-texts';

const cellsOf = (text: string, separator: Separator = ',') => {
  const read = readCsv(text, { separator });
  return 'rows' in read ? read.rows.map(({ cells }) => cells) : read.problem;
};

describe('reads a table file', () => {
  it.each<[string, string, string[][]]>([
    [
      'lines of every kind',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['a line end in quotes', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['a quotation mark in quotes', '"a ""b"" c"\n', [['a "b" c']]],
    ['a mark within a plain cell', 'a"b,c\n', [['a"b', 'c']]],
    ['what follows a closing mark', '"a"b,c\n', [['ab', 'c']]],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['a mark after the byte order mark', '\ufeff"a",b\n', [['a', 'b']]],
    ['empty cells', ',,\n"",x,\n', [['', 'x', '']]],
    ['rows of any length', 'a\nb,c,d\n', [['a'], ['b', 'c', 'd']]],
    ['a last line without an end', 'a,b', [['a', 'b']]],
    ['nothing', '', []],
    ['a separator at the very end', 'a,', [['a', '']]],
  ])('%s', (_what, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('counts rows as a spreadsheet does, empty ones too', () => {
    const read = readCsv('a\n\n"b\nc"\n,\nd\n', { separator: ',' });
    expect('rows' in read && read.rows.map(({ row }) => row)).toEqual([1, 3, 5]);
  });
});

describe('refuses', () => {
  it.each([
    ['a mark that is never closed', 'a,b\n"c,d\ne,f\n', 'quote-open', 2],
    ['more rows than asked for', 'a\nb\nc\nd\n', 'too-many-rows', 4],
    ['a cell that no form could hold', `a\n${'x'.repeat(200)}\n`, 'cell-too-long', 2],
  ])('%s', (_what, text, code, row) => {
    const read = readCsv(text, { separator: ',', mostRows: 3, longestCell: 100 });
    expect(read).toEqual({ problem: { code, row } });
  });
});

it('reads what another reader reads, whatever the table holds', () => {
  const random = chance(7);
  const parts = [
    'a',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '雲',
    '=1',
    "'",
    '🂡',
    '\u0000',
    'é',
  ];
  for (let round = 0; round < 1_000; round++) {
    const table = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
        Array.from(
          { length: Math.floor(random() * 6) },
          () => parts[Math.floor(random() * parts.length)],
        ).join(''),
      ),
    );
    for (const delimiter of [',', ';', '\t'] as const) {
      const text = Papa.unparse(table, { delimiter, quotes: random() < 0.5, newline: '\r\n' });
      const theirs = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' }).data;
      const filled = (rows: string[][]) =>
        rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
      expect(cellsOf(text, delimiter), JSON.stringify(text)).toEqual(filled(theirs));
    }
  }
});

it.each([
  ['quotes', '"'.repeat(2_000_001)],
  ['quotes and separators', '",'.repeat(1_000_000)],
  ['separators', ','.repeat(2_000_000)],
  ['line ends', '\r'.repeat(2_000_000)],
  ['one cell', 'x'.repeat(2_000_000)],
  ['zero bytes', '\0'.repeat(2_000_000)],
])('reads megabytes of nothing but %s to their end', (_what, text) => {
  const read = readCsv(text, { separator: ',', longestCell: 10_000_000 });
  expect('rows' in read || read.problem.code === 'quote-open').toBe(true);
  expect([',', ';', '\t']).toContain(guessSeparator(text));
});

it.each<[string, Separator]>([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1,5;2;3\n', ';'],
  ['a\tb\n1,2\t3\n', '\t'],
  ['"a, b";"c, d"\n"1, 2";"3"\n', ';'],
  ['Company;Note\nX;"one, two, three, four"\n', ';'],
  ['one column\nonly\n', ','],
  ['', ','],
  ['sep=;\na;b\n', ';'],
  [`a;b\n1;"${'x'.repeat(200_000)}`, ';'],
])('guesses the separator of %j…', (text, expected) => {
  expect(guessSeparator(text)).toBe(expected);
});
