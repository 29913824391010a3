// What the slots of an order are sorted by, end to end, each followed by a line break: a hundred thousand texts of
// their own take several times the memory, and as much longer to be read from the disk.

export type OrderKeys = { text: string; ends: Uint32Array };

/** Keys of an order, from its first slot on; no key holds a line break. */
export function orderKeys(keys: readonly string[]): OrderKeys {
  const ends = new Uint32Array(keys.length);
  let end = 0;
  for (const [rank, key] of keys.entries()) {
    end += key.length + 1;
    ends[rank] = end;
  }
  return { text: keys.map((key) => `${key}\n`).join(''), ends };
}

export function keyAt({ text, ends }: OrderKeys, rank: number): string {
  return text.slice(rank === 0 ? 0 : ends[rank - 1], ends[rank]! - 1);
}

/** A key, or those of a stretch of ranks. */
export type KeyPart = string | readonly [from: number, until: number];

/** Keys of another order, so many: of stretches of this one, and others between them. */
export function joinedKeys(
  { text, ends }: OrderKeys,
  parts: readonly KeyPart[],
  count: number,
): OrderKeys {
  const next: string[] = [];
  const nextEnds = new Uint32Array(count);
  let rank = 0;
  let end = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      next.push(`${part}\n`);
      end += part.length + 1;
      nextEnds[rank++] = end;
      continue;
    }
    const [from, until] = part;
    const start = from === 0 ? 0 : ends[from - 1]!;
    next.push(text.slice(start, ends[until - 1]));
    for (let one = from; one < until; one++) nextEnds[rank++] = end + ends[one]! - start;
    end += ends[until - 1]! - start;
  }
  return { text: next.join(''), ends: nextEnds };
}
