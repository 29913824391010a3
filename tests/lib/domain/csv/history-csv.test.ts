import { describe, expect, it } from 'vitest';
import { csvColumns, csvHead, csvRows, plainText, textCell } from '@/lib/domain/csv/history-csv';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';

const by = { name: 'Robin', role: 'admin-agent' };

function record(given: Partial<AttestationRecord['current']> = {}): AttestationRecord {
  const current = { ...emptyAttestation, dateAgreed: '2026-11-20', ...given };
  const at = '2026-11-22T09:05:07.123Z';
  return {
    recordId: '00000000-0000-4000-8000-000000000001',
    number: 'CS-000001',
    writer: '00000000-0000-4000-8000-000000000002',
    recordedAt: at,
    changedAt: at,
    state: 'recorded',
    current,
    versions: [{ version: 1, at, offsetMinutes: 0, by, reason: '', attestation: current }],
    moves: [],
    files: [],
    erasures: [],
  };
}

/** A reader of RFC 4180 that shares nothing with the writer. */
function parse(text: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (inside && sign === '"' && text[i + 1] === '"') cell += text[i++];
    else if (sign === '"') inside = !inside;
    else if (!inside && sign === separator) {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (!inside && sign === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      i++;
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

it('begins with the byte order mark, and every line ends with CRLF', () => {
  const text = csvHead() + csvRows([record()]);
  expect(text.startsWith('\ufeff"Record number","State"')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(3);
  expect(csvHead({ byteOrderMark: false })).not.toContain('\ufeff');
});

it('uses the separator that was asked for, and names for codes', () => {
  const options = {
    separator: ';' as const,
    names: { 'state.recorded': 'Recorded here', 'scenario.recorded': 'of another column' },
  };
  const [, row] = parse(csvHead(options) + csvRows([record()], options), ';');
  expect(row).toHaveLength(csvColumns.length);
  expect(row).toContain('Recorded here');
});

it('writes days and moments as Excel reads them', () => {
  const [row] = parse(csvRows([record()]));
  expect(row).toContain('2026-11-20');
  expect(row).toContain('2026-11-22 09:05:07');
});

it('keeps Microsoft’s field names as headers', () => {
  const [head] = parse(csvHead({ byteOrderMark: false }));
  for (const name of ['firstName', 'lastName', 'email', 'phoneNumber', 'dateAgreed', 'companyName'])
    expect(head).toContain(name);
});

describe('guards what a spreadsheet would not take for text', () => {
  it.each([
    '=1+1',
    '+49 30 123',
    '-2',
    '@SUM(A1)',
    '  =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u3000=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\ufeff=1',
    '\u200b=1',
    '"=1',
    '−1',
    '﹣1',
    '007',
    '1e5',
    '1-2',
    '3/4',
    '12:30',
    '3 PM',
    '5 %',
    '€ 5',
    '1-Mar',
    'TRUE',
    "'quoted",
    '\u0000=1',
    '\u200b1e5',
    '1e5+',
    '2026+%',
    '\u202e12:30',
    '４２',
  ])('%j', (text) => {
    expect(textCell(text)).toMatch(/^"'/);
  });

  it.each([
    '',
    'Contoso',
    'a=b',
    'lea@contoso.example',
    '3com.example',
    'T-4711',
    '11111111-2222-4333-8444-555555555555x',
    'März',
  ])('leaves %j alone', (text) => {
    expect(textCell(text)).toBe(`"${text}"`);
  });
});

it('gives back every text, however nasty', () => {
  const signs = [
    '=',
    '+',
    '-',
    '@',
    '"',
    "'",
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    ' ',
    '\u3000',
    '＝',
    '０',
    '7',
    'e',
    'a',
    '漢',
    'א',
    '\ufeff',
    '😀',
    '|',
  ];
  let seed = 20261122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const texts = Array.from({ length: 10_000 }, () =>
    Array.from({ length: random(9) }, () => signs[random(signs.length)]).join(''),
  );
  const rows = parse(csvRows(texts.map((evidenceNote) => record({ evidenceNote }))));
  const column = csvColumns.indexOf('evidenceNote');
  expect(rows).toHaveLength(texts.length);
  for (const [i, row] of rows.entries()) {
    expect(plainText(row[column]!)).toBe(texts[i]);
    expect(row[column]!.replace(/[\s\p{C}\p{Z}"]/gu, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
  }
});

it('hands over no acceptance link, wherever an older record has one', () => {
  const link =
    'https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001';
  const old = record({ evidenceNote: link, reference: link });
  old.versions[0]!.reason = link;
  old.moves.push({
    at: old.changedAt,
    offsetMinutes: 0,
    by,
    state: 'link-created',
    occurredOn: '',
    note: link,
  });
  const rows = csvRows([old]);
  expect(rows).not.toContain('deadbeef');
  expect(rows.match(/•••/g)).toHaveLength(4);
});
