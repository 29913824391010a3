export type ByteLine = {
  /** Without the line feed that ends it. */
  bytes: Uint8Array;
  /** The stream ended before the line did. */
  cut: boolean;
};

/**
 * The lines of a stream of bytes, which may come in pieces of any size. What follows the last line feed is a line that
 * is cut, unless it is empty. A line longer than `longest` bytes is given as that many and one: nobody can want it
 * whole, and a file without any line feed must not fill the memory.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<ByteLine> {
  let kept: Uint8Array[] = [];
  let length = 0;
  const keep = (bytes: Uint8Array) => {
    const room = longest + 1 - length;
    if (bytes.length === 0 || room <= 0) return;
    const part = bytes.subarray(0, room);
    kept.push(part);
    length += part.length;
  };
  const take = (): Uint8Array => {
    const [only] = kept;
    const line = kept.length === 1 && only ? only : joined(kept, length);
    kept = [];
    length = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, at));
      yield { bytes: take(), cut: false };
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield { bytes: take(), cut: true };
}

const lineFeed = 0x0a;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
