import Papa from 'papaparse';
import { expect, it } from 'vitest';
import {
  type CheckedRow,
  countOutcomes,
  readTable,
  refusedTable,
  rowsToImport,
} from '@/components/dashboard/files/csv-import';
import { codesOfWords } from '@/components/dashboard/files/import-words';
import { mostImportRows } from '@/lib/domain/csv/import-row';
import { contoso } from '../../../lib/store/setup';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['a;b\n1;2\n', { separator: ';', headers: ['a', 'b'], rows: [{ row: 2, cells: ['1', '2'] }] }],
  ['sep=;\na;b\n1;2\n', { separator: ';', headers: ['a', 'b'] }],
  ['a,b\n1,2,3\n', { headers: ['a', 'b', ''] }],
])('reads %j', (text, expected) => {
  expect(readTable(bytes(text), 'x.csv', {}, ['en'])).toMatchObject({ table: expected });
});

it('reads a file without names of columns when told so', () => {
  const read = readTable(bytes('1,2\n3,4\n'), 'x.csv', { hasHeader: false }, ['en']);
  expect(read).toMatchObject({ table: { headers: ['', ''], rows: [{ row: 1 }, { row: 2 }] } });
});

it.each([
  ['only a header', 'a,b\n', 'empty'],
  ['nothing', '', 'blank'],
  ['nothing but ends of lines', '\ufeff\r\n\r\n', 'blank'],
  ['an export of ours', '{"format":"countersign-trail","version":1}', 'json'],
  ['an open quotation mark', 'a\n"b\n', 'quote-open'],
  ['too many rows', `a\n${'b\n'.repeat(mostImportRows + 1)}`, 'too-many-rows'],
])('refuses %s', (_what, text, code) => {
  expect(readTable(bytes(text), 'x.csv', {}, ['en'])).toMatchObject({ problem: { code } });
});

it.each([
  ['an open quotation mark', 'a,b\n"c,d\n', true],
  ['a cell longer than any field', `a\n${'b'.repeat(100_001)}\n`, true],
  ['only a header', 'a,b\n', true],
  ['nothing', '', false],
  ['too many rows', `a\n${'b\n'.repeat(mostImportRows + 1)}`, false],
])('says whether another way of reading may help: %s', (_what, text, may) => {
  expect('source' in readTable(bytes(text), 'x.csv', {}, ['en'])).toBe(may);
});

it('takes as many rows as it says', () => {
  const read = readTable(bytes(`a\n${'b\n'.repeat(mostImportRows)}`), 'x.csv', {}, ['en']);
  expect('table' in read && read.table.rows).toHaveLength(mostImportRows);
});

function checked(outcome: CheckedRow['outcome'], cells: string[], row = 2): CheckedRow {
  const imported = { row, attestation: contoso, state: 'recorded' as const };
  return { row, cells, outcome, imported, notes: [], problems: [], same: '', isErased: false };
}

it('counts outcomes, and imports what is new', () => {
  const rows = (['new', 'warned', 'here', 'twice', 'refused', 'new'] as const).map((one) =>
    checked(one, []),
  );
  expect(countOutcomes(rows)).toEqual({ new: 2, warned: 1, here: 1, twice: 1, refused: 1 });
  expect(rowsToImport(rows)).toHaveLength(3);
});

it('gives refused rows back as they were, with the reason, and runs no formula', () => {
  const table = { headers: ['Company', 'Note'], separator: ';' as const, hasHeader: true };
  const rows = [
    checked('refused', ["'t Hooft", '=1+1']),
    checked('new', ['x', 'y']),
    checked('refused', ["'=2", '']),
  ];
  const text = refusedTable(table, rows, 'Why', () => 'because');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(Papa.parse(text, { delimiter: ';', skipEmptyLines: true }).data).toEqual([
    ['Company', 'Note', 'Why'],
    ["''t Hooft", "'=1+1", 'because'],
    ["'=2", '', 'because'],
  ]);
});

it.each([
  ['scenario', 'Scenario 2: new partner', 'new-partner'],
  ['scenario', '情境 2：新合作夥伴', 'new-partner'],
  ['scenario', 'new-partner', 'new-partner'],
  ['acceptedHow', ' E-MAIL ', 'e-mail'],
  ['acceptedHow', '電子郵件', 'e-mail'],
  ['state', 'Agreement created', 'agreement-created'],
  ['recorderRole', 'Admin agent', 'admin-agent'],
  ['country', 'germany', 'DE'],
  ['country', '台灣', 'TW'],
  ['country', 'de', 'DE'],
  ['language', 'DE-de', 'de-DE'],
  ['country', 'Atlantis', undefined],
  ['state', 'whatever', undefined],
] as const)('knows the %s that %j stands for', (field, words, code) => {
  expect(codesOfWords()(field, words)).toBe(code);
});
