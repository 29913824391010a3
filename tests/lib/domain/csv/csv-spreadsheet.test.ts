import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '@/lib/domain/csv/csv-reader';
import { csvHead, csvRows, plainText, textCell } from '@/lib/domain/csv/history-csv';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { hostileTexts } from '../notice/hostile-texts';

// What becomes of hostile texts in the programs that open our table: two readers of the format, and LibreOffice.

const texts = hostileTexts(10_000, 20261122);
const columns = ['number', 'evidenceNote', 'companyName', 'dateAgreed', 'recordedAt'] as const;

function record(evidenceNote: string, at: number): AttestationRecord {
  const current = {
    ...emptyAttestation,
    evidenceNote,
    companyName: evidenceNote,
    dateAgreed: '2026-11-20',
  };
  const instant = '2026-11-22T09:05:07.123Z';
  const written = { at: instant, offsetMinutes: 0, by: { name: 'Robin', role: 'other' } };
  return {
    recordId: '00000000-0000-4000-8000-000000000001',
    number: `CS-${String(at).padStart(6, '0')}`,
    writer: '00000000-0000-4000-8000-000000000002',
    recordedAt: instant,
    changedAt: instant,
    state: 'recorded',
    current,
    versions: [{ version: 1, ...written, reason: '', attestation: current }],
    moves: [],
    files: [],
    erasures: [],
  };
}

const separators = [',', ';', '\t'] as const;
const table = (separator: (typeof separators)[number], byteOrderMark = true, held = texts) => {
  const options = { separator, byteOrderMark, columns };
  return csvHead(options) + csvRows(held.map(record), options);
};

/** What people write, and what must stay as they wrote it. */
const written = [
  '雲端科技股份有限公司',
  '台北市信義區，「測試」；第一行\n第二行',
  'Müller & Søn, “Ærø”; naïve — €',
  'مرحبا, שלום; नमस्ते 😀',
  'He said "no"; then, "yes"',
  '"',
  '"quoted"',
  'one\ntwo',
  'one\r\ntwo, three;\tfour',
  '007',
  '0049301234567',
  '+49 30 1234567',
  '00000000-0000-0000-0000-000000000000',
  '1234567890123456789',
  '1e5',
  '12,50',
  '2026-01-05',
  '1/2',
  'TRUE',
  ...['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'].flatMap((sign) => [
    `${sign}1+1`,
    `${sign}SUM(1;1)`,
    `${sign}HYPERLINK("http://x.example","雲")`,
  ]),
];
/** Masking acceptance links is not at issue here: no hostile text holds one. */
const notes = (rows: string[][]) => rows.slice(1).map((cells) => plainText(cells[1] ?? ''));

it('names its columns and no separator in the first line', () => {
  for (const separator of separators) {
    const head = csvHead({ separator, columns });
    expect(head).toBe(
      `\ufeff${['"Record number"', '"Evidence"', '"companyName"', '"dateAgreed"', '"Recorded (UTC)"'].join(separator)}\r\n`,
    );
  }
});

it.each(separators)('comes whole through two readers, with %j between its cells', (separator) => {
  const text = table(separator);
  const ours = readCsv(text, { separator });
  expect('rows' in ours && notes(ours.rows.map(({ cells }) => cells))).toEqual(texts);
  const theirs = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(theirs.errors).toEqual([]);
  expect(notes(theirs.data)).toEqual(texts);
});

it('leaves the apostrophes of others alone', () => {
  for (const name of ["'t Hooft BV", "'s-Hertogenbosch Cloud", "O'Neill"]) {
    expect(plainText(name)).toBe(name);
    expect(plainText(textCell(name).slice(1, -1))).toBe(name);
  }
});

const soffice = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));

describe.skipIf(!soffice)(
  soffice ? 'in LibreOffice' : 'in LibreOffice (skipped: soffice is not installed here)',
  () => {
    const folder = soffice ? mkdtempSync(join(tmpdir(), 'countersign-csv-')) : '';
    afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

    /** Opened with everything that looks like a number or a formula being taken for one, and saved as `kind`. */
    function converted(kind: string, ending: string, separator = ',', name = 'table'): string {
      const input = `--infilter=CSV:${separator.charCodeAt(0)},34,76,1,,1033,false,true,false`;
      execFileSync(
        soffice!,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          input,
          '--convert-to',
          kind,
          '--outdir',
          join(folder, ending),
          join(folder, `${name}.csv`),
        ],
        { stdio: 'pipe', timeout: 120_000 },
      );
      return readFileSync(join(folder, ending, `${name}.${ending}`), 'utf8');
    }

    const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';
    // It writes line ends within a cell in its own way, and several in a row not always as many.
    const lines = (text: string) => text.replace(/[\r\n]+/g, '\n');

    beforeAll(() => writeFileSync(join(folder, 'table.csv'), table(',')));

    it('keeps all texts, and runs no formula', { timeout: 180_000 }, () => {
      const flat = converted('fods', 'fods');
      expect(flat.match(/table:formula=/g)).toBeNull();
      const rows = [...flat.matchAll(/<table:table-row[^>]*>[\s\S]*?<\/table:table-row>/g)];
      expect(rows.length).toBeGreaterThanOrEqual(texts.length);
      // The day alone is no text: it is a day, as it should be.
      const types = new Set(
        [...flat.matchAll(/office:value-type="(\w+)"/g)].map(([, type]) => type),
      );
      expect([...types].sort()).toEqual(['date', 'string']);

      const again = converted(asCsv, 'csv');
      const read = readCsv(again, { separator: ',' });
      expect('rows' in read && notes(read.rows.map(({ cells }) => cells)).map(lines)).toEqual(
        texts.map(lines),
      );
    });

    it.each(
      separators.flatMap((separator) => [[separator, true] as const, [separator, false] as const]),
    )(
      'reads each text as it was written and each day as a day, with %j between cells, byte order mark: %s',
      { timeout: 180_000 },
      (separator, byteOrderMark) => {
        const name = `written-${separator.charCodeAt(0)}-${byteOrderMark}`;
        writeFileSync(join(folder, `${name}.csv`), table(separator, byteOrderMark, written));
        const flat = converted('fods', 'fods', separator, name);
        expect(flat.match(/table:formula=/g)).toBeNull();
        const days = [...flat.matchAll(/office:date-value="([^"]+)"/g)].map(([, day]) => day);
        expect(days).toEqual(written.flatMap(() => ['2026-11-20', '2026-11-22T09:05:07']));

        const again = readCsv(converted(asCsv, 'csv', separator, name), { separator: ',' });
        const rows = 'rows' in again ? again.rows.map(({ cells }) => cells) : [];
        expect(rows[0]?.slice(0, 2)).toEqual(['Record number', 'Evidence']);
        expect(notes(rows).map(lines)).toEqual(written.map(lines));
      },
    );
  },
);
