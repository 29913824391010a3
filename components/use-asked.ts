import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Change, watchChanges } from '@/lib/changes';

export type Asked<T> = {
  value?: T;
  error?: unknown;
  /** The value answers an earlier question: good enough to look at, not to act on. */
  isStale: boolean;
  again: () => void;
};

/**
 * Ask the background something now, when `key` changes, and whenever one of `changes` happens.
 * An answer that comes after a newer question is dropped. The old value stays while asking again.
 */
export function useAsked<T>(
  ask: () => Promise<T>,
  key: string,
  changes: readonly Change[] = [],
): Asked<T> {
  const [state, setState] = useState<{ value?: T; error?: unknown; key?: string }>({});
  const latest = useRef(0);
  const current = useRef({ ask, key });
  current.current = { ask, key };

  const again = useCallback(() => {
    const turn = ++latest.current;
    const { ask: asking, key: asked } = current.current;
    asking().then(
      (value) => turn === latest.current && setState({ value, key: asked }),
      (error) => turn === latest.current && setState((before) => ({ ...before, error })),
    );
  }, []);

  const watched = changes.join();
  // Listens before it asks, or a change between the two is missed.
  useLayoutEffect(() => {
    const stop = new AbortController();
    watchChanges(watched.split(',') as Change[], again, stop.signal);
    return () => stop.abort();
  }, [watched, again]);
  // Not after the next frame, as an effect would: somebody waits for the answer.
  useLayoutEffect(again, [key, again]);

  const { key: answered, ...rest } = state;
  return { ...rest, isStale: answered !== key, again };
}
