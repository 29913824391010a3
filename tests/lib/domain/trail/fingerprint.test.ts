import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  headToNote,
  isFingerprintOf,
  readFingerprint,
} from '@/lib/domain/trail/fingerprint';

const head = { sequence: 42, hash: '9f3a11bc77d012ef'.padEnd(64, '0') };

it('names a place by its number and the beginning of its hash', () => {
  expect(fingerprintOf(head)).toBe('42-9f3a-11bc-77d0-12ef');
});

it('is noted of the own chain, or of the longest while there is none of one’s own', () => {
  const heads = [
    { ...head, writer: 'a' },
    { ...head, writer: 'b', sequence: 50 },
  ];
  expect(headToNote(heads, 'a')?.writer).toBe('a');
  expect(headToNote(heads, 'c')?.writer).toBe('b');
  expect(headToNote([], 'a')).toBeUndefined();
});

describe('a fingerprint that was copied', () => {
  it.each([
    ['42-9f3a-11bc-77d0-12ef'],
    [' 42 9F3A 11BC 77D0 12EF '],
    ['#42 9f3a11bc77d012ef'],
    ['42–9f3a–11bc–77d0–12ef'],
    [`42-${head.hash}`],
  ])('is read: %s', (text) => {
    const fingerprint = readFingerprint(text)!;
    expect(fingerprint.sequence).toBe(42);
    expect(isFingerprintOf(fingerprint, head)).toBe(true);
    expect(isFingerprintOf(fingerprint, { ...head, sequence: 43 })).toBe(false);
    expect(isFingerprintOf(fingerprint, { ...head, hash: '0'.repeat(64) })).toBe(false);
  });

  it.each([
    [''],
    ['42'],
    ['9f3a-11bc-77d0-12ef'],
    ['42-9f3a-11bc-77d0'],
    ['42-9f3a-11bc-77d0-12eg'],
  ])('is refused: %j', (text) => {
    expect(readFingerprint(text)).toBeUndefined();
  });
});
