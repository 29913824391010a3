import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256, sha256OfFile, startSha256 } from '@/lib/domain/trail/sha256';

const reference = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256', () => {
  it.each([
    // FIPS 180-4 examples.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it('is Node’s for every length around its blocks, and for texts of any script', () => {
    for (let length = 0; length < 260; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
      expect(sha256(bytes)).toBe(reference(bytes));
    }
    expect(sha256('客戶合約 – ä 😀')).toBe(reference('客戶合約 – ä 😀'));
  });

  it('is Node’s for texts of every length around its blocks, and for long ones', () => {
    for (const letter of ['a', 'é', '客', '😀'])
      for (let length = 0; length < 140; length++) {
        const text = letter.repeat(length);
        expect(sha256(text)).toBe(reference(text));
      }
    for (const length of [8_191, 8_192, 8_193, 50_000]) {
      const text = '客'.repeat(length);
      expect(sha256(text)).toBe(reference(text));
      expect(sha256('after a long one')).toBe(reference('after a long one'));
    }
  });

  it('is the browser’s own for a file', async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => (index * 13) % 256);
    expect(await sha256OfFile(bytes)).toBe(sha256(bytes));
  });

  it('is the same however the bytes are cut', () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 31) % 256);
    for (const step of [1, 7, 63, 64, 65, 1_000]) {
      const hash = startSha256();
      for (let from = 0; from < bytes.length; from += step)
        hash.add(bytes.subarray(from, from + step));
      expect(hash.end()).toBe(reference(bytes));
    }
  });
});
