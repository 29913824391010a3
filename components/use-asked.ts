import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Change, watchChanges } from '@/lib/changes';

export type Asked<T> = { value?: T; error?: unknown; again: () => void };

/**
 * Ask the background something now, when `key` changes, and whenever one of `changes` happens.
 * An answer that comes after a newer question is dropped. The old value stays while asking again.
 */
export function useAsked<T>(
  ask: () => Promise<T>,
  key: string,
  changes: readonly Change[] = [],
): Asked<T> {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  const latest = useRef(0);
  const current = useRef(ask);
  current.current = ask;

  const again = useCallback(() => {
    const turn = ++latest.current;
    current.current().then(
      (value) => turn === latest.current && setState({ value }),
      (error) => turn === latest.current && setState((before) => ({ ...before, error })),
    );
  }, []);

  useEffect(again, [key, again]);
  const watched = changes.join();
  useEffect(() => {
    const stop = new AbortController();
    watchChanges(watched.split(',') as Change[], again, stop.signal);
    return () => stop.abort();
  }, [watched, again]);

  return { ...state, again };
}
