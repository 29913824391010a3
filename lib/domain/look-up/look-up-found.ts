import type { Said } from '../guide/guide';

/** `score` is 0 to 1, `reason` says why it is here. */
export type Found = { score: number; reason: Said };

/** What is costly to make and always the same is made at the first use. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
