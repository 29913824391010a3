import type { Head } from './trail-chain';

/** How many hexadecimal digits of a hash a fingerprint shows: as many as a person will compare. */
const shownDigits = 16;

/** What a fingerprint says: an event's place in its chain and the beginning of its hash. */
export type Fingerprint = { sequence: number; digits: string };

/**
 * The short form of a place in a chain, for people to note elsewhere: since each event's hash covers the one
 * before it, it stands for the event and all before it. Fit for a file's name.
 * @example fingerprintOf({ sequence: 42, hash: '9f3a11bc77d012ef…' }) // '42-9f3a-11bc-77d0-12ef'
 */
export function fingerprintOf({ sequence, hash }: Head): string {
  const groups = hash.slice(0, shownDigits).match(/.{4}/g) ?? [];
  return [sequence, ...groups].join('-');
}

/**
 * A fingerprint as people copy it: in any case, with spaces, dashes or nothing between its groups, but with the
 * place set apart. `undefined` when the text is none; a whole hash of 64 digits after the place is one too.
 * @example readFingerprint(' 42 9F3A 11BC 77D0 12EF ') // { sequence: 42, digits: '9f3a11bc77d012ef' }
 */
export function readFingerprint(text: string): Fingerprint | undefined {
  const found = /^\s*#?(\d{1,15})[\s\-–—·:]+([0-9a-f\s\-–—]+)$/i.exec(text);
  const digits = found?.[2]?.replace(/[\s\-–—]/g, '').toLowerCase() ?? '';
  if (!found || (digits.length !== shownDigits && digits.length !== 64)) return undefined;
  return { sequence: Number(found[1]), digits };
}

/** Whether an event is the one that a fingerprint names. */
export function isFingerprintOf({ sequence, digits }: Fingerprint, event: Head): boolean {
  return event.sequence === sequence && event.hash.startsWith(digits);
}

/**
 * The end that is worth noting: that of this installation's own chain or, while it has written nothing (as after a
 * restore), of the longest one. `undefined` when there is none.
 */
export function headToNote<One extends Head & { writer: string }>(
  heads: readonly One[],
  writer: string,
): One | undefined {
  const longest = heads.toSorted((one, other) => other.sequence - one.sequence)[0];
  return heads.find((head) => head.writer === writer) ?? longest;
}
