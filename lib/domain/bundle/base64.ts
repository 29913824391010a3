/** Bytes as base64 text with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 32_768)
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(text);
}

/**
 * The bytes of a base64 text. Throws a TypeError for a text that is not exactly what `toBase64` makes: the last
 * sign can carry bits that stand for nothing, so two texts could else hold the same bytes.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
    throw new TypeError('expected base64 with its padding');
  const tail = text.slice(-4);
  if (btoa(atob(tail)) !== tail) throw new TypeError('expected base64 and no bits beyond it');
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
