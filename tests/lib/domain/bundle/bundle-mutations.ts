import { fingerprintOf } from '@/lib/domain/trail/fingerprint';
import { writerA } from '../trail/trail-sample';
import { sourceOf, textOf, wholeTrail } from './bundle-sample';
import { headsOf } from './bundle-text';

export type Mutation = { kind: string; bytes: Uint8Array; head: string };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An exported bundle with everything in it, and endlessly many single random changes to it. */
export async function mutations(seed: number) {
  const trail = await wholeTrail(6, [700, 900, 400]);
  const text = await textOf(sourceOf(trail));
  const whole = new TextEncoder().encode(text);
  const own = headsOf(trail.events).find(({ writer }) => writer === writerA)!;
  const head = fingerprintOf(own);
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const lines = text.split('\n').slice(0, -1);

  /** A line that is no bracket. */
  const anItem = () => 1 + below(lines.length - 2);
  const joined = (changed: string[]) => new TextEncoder().encode(`${changed.join('\n')}\n`);

  const kinds: Record<string, () => Uint8Array | undefined> = {
    'a bit of a byte': () => {
      const bytes = whole.slice();
      const at = below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << below(8));
      return bytes;
    },
    'a byte': () => {
      const bytes = whole.slice();
      const at = below(bytes.length);
      bytes[at] = (bytes[at]! + 1 + below(255)) % 256;
      return bytes;
    },
    'a byte dropped': () => {
      const at = below(whole.length);
      return Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 1)]);
    },
    'a byte added': () => {
      const at = below(whole.length + 1);
      return Uint8Array.from([...whole.subarray(0, at), below(256), ...whole.subarray(at)]);
    },
    'a line dropped': () => joined(lines.toSpliced(anItem(), 1)),
    'a line twice': () => {
      const at = anItem();
      return joined(lines.toSpliced(at, 0, lines[at]!));
    },
    'a line elsewhere': () => {
      const from = anItem();
      const [line] = lines.slice(from, from + 1);
      const without = lines.toSpliced(from, 1);
      const to = 1 + below(without.length - 2);
      return joined(without.toSpliced(to, 0, line!));
    },
    'two lines changed about': () => {
      const [one, other] = [anItem(), anItem()];
      return joined(lines.with(one, lines[other]!).with(other, lines[one]!));
    },
    'a digit or letter of a value': () => {
      const places = [...text.matchAll(/[a-z0-9](?=[^"]*")/gi)];
      const { index } = places[below(places.length)]!;
      const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';
      return new TextEncoder().encode(
        text.slice(0, index) + signs[below(signs.length)] + text.slice(index + 1),
      );
    },
    'two values changed about': () => {
      const at = anItem();
      const values = [...lines[at]!.matchAll(/"[^"]*"(?=[,}\]])/g)];
      const [one, other] = [values[below(values.length)], values[below(values.length)]];
      if (!one || !other || one.index >= other.index) return undefined;
      const line = lines[at]!;
      const between = line.slice(one.index + one[0].length, other.index);
      const rest = line.slice(other.index + other[0].length);
      return joined(lines.with(at, line.slice(0, one.index) + other[0] + between + one[0] + rest));
    },
    'the end cut off': () => whole.slice(0, below(whole.length)),
    'bytes of a file': () => {
      const found = [...text.matchAll(/"data":"([^"]*)"/g)];
      const { index, 1: data } = found[below(found.length)]!;
      const at = index + '"data":"'.length + below(data!.length);
      const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
      return new TextEncoder().encode(text.slice(0, at) + signs[below(64)] + text.slice(at + 1));
    },
  };
  const names = Object.keys(kinds);

  /** The next change; one that happens to change nothing is drawn again. */
  function next(): Mutation {
    for (;;) {
      const kind = names[below(names.length)]!;
      const bytes = kinds[kind]!();
      if (bytes && Buffer.compare(bytes, whole) !== 0) return { kind, bytes, head };
    }
  }

  return { whole, head, next };
}
