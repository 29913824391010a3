import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '@/lib/domain/bundle/base64';

it('is Node’s for every length, and comes back as it was', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 41 + length) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
});

it('holds more than one call’s worth of bytes', () => {
  const bytes = new Uint8Array(100_000).fill(255);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

it.each([
  'A',
  'AA',
  'AAA',
  'AA=',
  'AB==',
  'AAB=',
  'A===',
  'AAAA====',
  ' AAAA',
  'AAAA\n',
  'AA-_',
  '=AAA',
])('refuses what is not exactly its own text: %j', (text) => {
  expect(() => fromBase64(text)).toThrow(TypeError);
});
