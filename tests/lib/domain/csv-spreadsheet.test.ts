import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyAttestation } from '@/lib/domain/attestation';
import { readCsv } from '@/lib/domain/csv-reader';
import { csvHead, csvRows, plainText, textCell } from '@/lib/domain/history-csv';
import type { AttestationRecord } from '@/lib/domain/record';
import { hostileTexts } from './hostile-texts';

// What becomes of hostile texts in the programs that open our table: two readers of the format, and LibreOffice.

const texts = hostileTexts(10_000, 20261122);
const columns = ['number', 'evidenceNote', 'companyName', 'dateAgreed'] as const;

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

const table = (separator: ',' | ';' | '\t', byteOrderMark = true) => {
  const options = { separator, byteOrderMark, columns };
  return csvHead(options) + csvRows(texts.map(record), options);
};
/** Masking acceptance links is not at issue here: no hostile text holds one. */
const notes = (rows: string[][]) => rows.slice(1).map((cells) => plainText(cells[1] ?? ''));

it('names its columns and no separator in the first line', () => {
  for (const separator of [',', ';', '\t'] as const) {
    const head = csvHead({ separator, columns });
    expect(head).toBe(
      `\ufeff${['"Record number"', '"Evidence"', '"companyName"', '"dateAgreed"'].join(separator)}\r\n`,
    );
  }
});

it.each([',', ';', '\t'] as const)(
  'comes whole through two readers, with %j between its cells',
  (separator) => {
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
  },
);

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
    function converted(kind: string, ending: string): string {
      const input = '--infilter=CSV:44,34,76,1,,1033,false,true,false';
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
          join(folder, 'table.csv'),
        ],
        { stdio: 'pipe', timeout: 120_000 },
      );
      return readFileSync(join(folder, ending, `table.${ending}`), 'utf8');
    }

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

      const again = converted(
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false',
        'csv',
      );
      const read = readCsv(again, { separator: ',' });
      // It writes line ends within a cell in its own way, and several in a row not always as many.
      const lines = (text: string) => text.replace(/[\r\n]+/g, '\n');
      expect('rows' in read && notes(read.rows.map(({ cells }) => cells)).map(lines)).toEqual(
        texts.map(lines),
      );
    });
  },
);
