import * as z from 'zod/mini';

// The browser's own digest is asynchronous and takes a whole value at once: an IndexedDB transaction ends while
// one waits for it, and a file of any size could not be read in pieces. So this is FIPS 180-4, section 6.2.

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256(input: string | Uint8Array): string {
  if (typeof input === 'string' && input.length <= longestShort) return sha256OfShort(input);
  const hash = startSha256();
  hash.add(typeof input === 'string' ? utf8.encode(input) : input);
  return hash.end();
}

/** Characters of a text that is hashed where it is encoded: getting memory for each text takes longer than hashing it. */
const longestShort = 8_192;
// A character is three bytes at most; a mark, the length and what fills the last block come after.
const short = new Uint8Array(longestShort * 3 + 128);
const shortState = new Int32Array(8);

function sha256OfShort(text: string): string {
  const { written } = utf8.encodeInto(text, short);
  const length = Math.ceil((written + 9) / 64) * 64;
  short.fill(0, written, length);
  putEnd(short, written, length, written);
  shortState.set(initial);
  for (let from = 0; from < length; from += 64) compress(shortState, short, from);
  return hexOf(shortState);
}

/** What follows the last byte: a mark, and in the last eight bytes how many bits there were. */
function putEnd(bytes: Uint8Array, at: number, end: number, total: number): void {
  bytes[at] = 0x80;
  const high = Math.floor(total / 0x2000_0000);
  const low = (total << 3) >>> 0;
  for (let place = 0; place < 4; place++) {
    bytes[end - 8 + place] = high >>> (24 - 8 * place);
    bytes[end - 4 + place] = low >>> (24 - 8 * place);
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(state: Int32Array): string {
  let text = '';
  for (const word of state)
    for (let shift = 24; shift >= 0; shift -= 8) text += hex[(word >>> shift) & 255];
  return text;
}

/** SHA-256 of a whole file: the browser's own, which is ten times as fast. Not to be waited for within a transaction. */
export async function sha256OfFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type RunningHash = {
  /** More bytes, in order. */
  add: (bytes: Uint8Array) => void;
  /** The digest of all that was added. Nothing may be added after it. */
  end: () => string;
};

/** A SHA-256 over bytes that come in pieces. */
export function startSha256(): RunningHash {
  const state = Int32Array.from(initial);
  const block = new Uint8Array(64);
  let filled = 0;
  let total = 0;

  function add(bytes: Uint8Array): void {
    total += bytes.length;
    let from = 0;
    if (filled > 0) {
      from = Math.min(64 - filled, bytes.length);
      block.set(bytes.subarray(0, from), filled);
      filled += from;
      if (filled < 64) return;
      compress(state, block, 0);
      filled = 0;
    }
    for (; from + 64 <= bytes.length; from += 64) compress(state, bytes, from);
    block.set(bytes.subarray(from));
    filled = bytes.length - from;
  }

  function end(): string {
    const padding = new Uint8Array(filled < 56 ? 64 - filled : 128 - filled);
    putEnd(padding, 0, padding.length, total);
    add(padding);
    return hexOf(state);
  }

  return { add, end };
}

/** The words of the block at hand: nothing comes between two lines of a hash. */
const words = new Int32Array(64);

function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
  const w = words;
  for (let i = 0, at = from; i < 16; i++, at += 4)
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

const utf8 = new TextEncoder();

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++)
  if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/** The first 32 bits of the fractional part of a root of a prime: where the standard takes its numbers from. */
const fraction = (root: number) => ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
