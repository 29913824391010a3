// What the slots of an order are sorted by, end to end, each followed by a line break: a hundred thousand texts of
// their own take several times the memory, and as much longer to be read from the disk.

export type OrderKeys = { text: string; ends: Uint32Array };

/** Keys of an order, from its first slot on; no key holds a line break. */
export function orderKeys(keys: readonly string[]): OrderKeys {
  return keysIn(keys.length === 0 ? '' : `${keys.join('\n')}\n`, keys.length);
}

/** The keys of a text as `OrderKeys` has it, when it holds so many. */
export function keysIn(text: string, count: number): OrderKeys {
  const ends = new Uint32Array(count);
  for (let rank = 0, end = 0; rank < count; rank++) {
    end = text.indexOf('\n', end) + 1;
    ends[rank] = end;
  }
  return { text, ends };
}

export function keyAt({ text, ends }: OrderKeys, rank: number): string {
  return text.slice(rank === 0 ? 0 : ends[rank - 1], ends[rank]! - 1);
}

/** Keys of another order: those of stretches of ranks of this one, and others between them. */
export function joinedKeys(
  { text, ends }: OrderKeys,
  parts: readonly (string | readonly [from: number, until: number])[],
  count: number,
): OrderKeys {
  const startOf = (rank: number) => (rank === 0 ? 0 : ends[rank - 1]!);
  const next = parts.map((part) =>
    typeof part === 'string' ? `${part}\n` : text.slice(startOf(part[0]), startOf(part[1])),
  );
  return keysIn(next.join(''), count);
}
