import { describe, expect, it } from 'vitest';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import { keptTextsNaming } from '@/lib/domain/record/erase-texts';
import {
  fileProblem,
  maxFileBytes,
  maxFiles,
  nameDigest,
  shownType,
  tidyFileName,
} from '@/lib/domain/record/evidence';
import type { AttestationRecord } from '@/lib/domain/record/record';

describe('a file’s name as it is kept', () => {
  it.each([
    ['C:\\fakepath\\signed.pdf', 'signed.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['evil\u202efdp.exe', 'evilfdp.exe'],
    ['客戶 合約.pdf', '客戶 合約.pdf'],
    ['a<b>:c?.txt', 'a_b__c_.txt'],
    ['  \u0000 ', 'file'],
    ['', 'file'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(251)}.pdf`],
    ['half \ud800.png', 'half \ufffd.png'],
  ])('%j is %j', (given, kept) => {
    expect(tidyFileName(given)).toBe(kept);
  });
});

it.each([
  [0, [], 'file-empty'],
  [1, [], undefined],
  [maxFileBytes, [], undefined],
  [maxFileBytes + 1, [], 'file-too-large'],
  [maxFileBytes, Array(4).fill(maxFileBytes), undefined],
  [1, Array(5).fill(maxFileBytes), 'record-too-large'],
  [1, Array(maxFiles).fill(1), 'too-many-files'],
])('a file of %d bytes beside %j', (bytes, kept, problem) => {
  expect(fileProblem(bytes, kept)).toBe(problem);
});

it.each([
  ['89504e470d0a1a0a0000', 'image/png'],
  ['ffd8ffe000104a46', 'image/jpeg'],
  ['474946383961', 'image/gif'],
  ['5249464600000000574542505650', 'image/webp'],
  ['255044462d312e34', 'application/pdf'],
  // <svg, <html, PK, and nothing at all
  ['3c737667', undefined],
  ['3c21646f6374797065', undefined],
  ['504b0304', undefined],
  ['', undefined],
])('bytes that begin with %s are shown as %s', (hex, type) => {
  expect(shownType(Uint8Array.from(Buffer.from(hex, 'hex')))?.type).toBe(type);
});

it('binds a name by a digest that nobody can guess without its salt', () => {
  expect(nameDigest('a.pdf', '0'.repeat(64))).not.toBe(nameDigest('a.pdf', '1'.repeat(64)));
  expect(nameDigest('a.pdf', '0'.repeat(64))).not.toBe(nameDigest('b.pdf', '0'.repeat(64)));
});

describe('texts that stay and name the person', () => {
  const at = { at: '2026-11-22T10:00:00.000Z', offsetMinutes: 0, by: { name: 'R', role: 'other' } };
  const record = (given: Partial<typeof emptyAttestation>, note = '') =>
    ({
      versions: [
        {
          ...at,
          version: 1,
          reason: '',
          attestation: { ...emptyAttestation, firstName: 'Ann', lastName: 'Lee', ...given },
        },
      ],
      moves: [{ ...at, state: 'refused', occurredOn: '', note }],
      erasures: [],
    }) as unknown as AttestationRecord;

  it.each([
    ['Mail of Ann Lee', 1],
    ['ANN said yes', 1],
    ['planned for May', 0],
    ['', 0],
  ])('%j', (evidenceNote, count) => {
    expect(keptTextsNaming(record({ evidenceNote }))).toHaveLength(count);
  });

  it('also in a note, and where words have no spaces', () => {
    const named = record({ firstName: '怡君', lastName: '陳', evidenceNote: '' }, '已與怡君通電話');
    expect(keptTextsNaming(named)).toEqual([{ place: 'note', text: '已與怡君通電話' }]);
  });
});
