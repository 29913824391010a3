import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '@/lib/domain/settings';

export type Saving = {
  /** The settings as this page shows them: what was chosen here, also before it is stored. */
  shown: Settings;
  status: 'idle' | 'saving' | 'saved' | 'failed';
  error: unknown;
  save: (changes: Partial<Settings>) => void;
  /** Take the last change back; absent when there is none. */
  undo: (() => void) | undefined;
};

/**
 * Settings that store themselves as they are chosen, one change after the other, so that an older one
 * never overwrites a newer one. What is on its way wins over what the background last said.
 */
export function useSaving(
  stored: Settings,
  change: (changes: Partial<Settings>) => Promise<void>,
): Saving {
  const [state, setState] = useState<{
    mine: Partial<Settings>;
    status: Saving['status'];
    error?: unknown;
  }>({ mine: {}, status: 'idle' });
  const [before, setBefore] = useState<Partial<Settings>>();
  const queue = useRef<Promise<void>>(Promise.resolve());
  const onTheirWay = useRef(0);
  const { mine, status } = state;
  const shown = { ...stored, ...mine };

  const send = useCallback(
    (changes: Partial<Settings>) => {
      onTheirWay.current++;
      setState(({ mine }) => ({ mine: { ...mine, ...changes }, status: 'saving' }));
      queue.current = queue.current.then(async () => {
        const failed = await change(changes).then(
          () => undefined,
          (error: unknown) => ({ error }),
        );
        onTheirWay.current--;
        if (failed) setState(({ mine }) => ({ mine, status: 'failed', ...failed }));
        else if (onTheirWay.current === 0) setState(({ mine }) => ({ mine, status: 'saved' }));
      });
    },
    [change],
  );

  // What the background has come to say is believed again, so that another window may choose too. Until
  // then an older answer must not overwrite what is being typed.
  useEffect(() => {
    setState((now) => {
      const names = Object.keys(now.mine) as (keyof Settings)[];
      const waiting = names.filter((name) => String(stored[name]) !== String(now.mine[name]));
      if (onTheirWay.current > 0 || waiting.length === names.length) return now;
      return { ...now, mine: Object.fromEntries(waiting.map((name) => [name, now.mine[name]])) };
    });
  }, [stored, status]);

  const save = (changes: Partial<Settings>) => {
    const names = Object.keys(changes) as (keyof Settings)[];
    // A text that is still being typed is one change, whose undo goes back to before the first letter.
    const goesOn = before !== undefined && names.every((name) => name in before);
    if (!goesOn) setBefore(Object.fromEntries(names.map((name) => [name, shown[name]])));
    send(changes);
  };

  const undo =
    before &&
    (() => {
      setBefore(undefined);
      send(before);
    });

  return { shown, status, error: state.error, save, undo };
}
