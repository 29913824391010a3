/** The character sets that a table file may be in. Excel in Taiwan saves Big5, elsewhere in the West Windows-1252. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The character set that a file was most likely written in. `sure` when the file says so itself or can be nothing else.
 * `preferred` are the reader's languages: bytes that are no UTF-8 are Big5 or Windows-1252, which only they can tell.
 */
export function guessEncoding(
  bytes: Uint8Array,
  preferred: readonly string[],
): { encoding: Encoding; sure: boolean } {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return { encoding: 'utf-8', sure: true };
  if (one === 0xff && two === 0xfe) return { encoding: 'utf-16le', sure: true };
  if (one === 0xfe && two === 0xff) return { encoding: 'utf-16be', sure: true };
  const isUtf8 = isValid(bytes, 'utf-8');
  // Latin text in UTF-16 is valid UTF-8 as well, but then every other byte is zero. Between Han signs only commas,
  // digits and ends of lines have one.
  const utf16 = likelyUtf16(bytes.subarray(0, 4_096), isUtf8 ? 1 / 3 : 1 / 20);
  if (utf16) return { encoding: utf16, sure: false };
  if (isUtf8) return { encoding: 'utf-8', sure: true };
  const readsChinese = preferred.some((language) => /^zh\b/i.test(language));
  return { encoding: readsChinese && isMostlyBig5(bytes) ? 'big5' : 'windows-1252', sure: false };
}

/**
 * UTF-16 where this share of the units has a zero byte on one side, and far fewer on the other. A zero here and there
 * is none: some programs leave one in a cell.
 */
function likelyUtf16(bytes: Uint8Array, share: number): Encoding | undefined {
  const zeros = (side: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const least = Math.max(1, (bytes.length / 2) * share);
  if (odd >= least && even * 4 < odd) return 'utf-16le';
  if (even >= least && odd * 4 < even) return 'utf-16be';
  return undefined;
}

/** A file's text. What is no character in this set becomes U+FFFD, which `brokenCharacters` counts. */
export function textIn(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** How many characters could not be read: most likely the character set is another one. */
export function brokenCharacters(text: string): number {
  return text.split('\ufffd').length - 1;
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Western text has few bytes that are pairs of Big5, and those seldom follow each other. */
function isMostlyBig5(bytes: Uint8Array): boolean {
  const text = textIn(bytes.subarray(0, 100_000), 'big5');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 2 * brokenCharacters(text);
}
