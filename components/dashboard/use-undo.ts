import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Something that was just done and can be taken back. */
export type Undoable = {
  /** What was done, in a sentence. */
  said: string;
  /** What undoing does, where that is not plain. */
  about?: string;
  /** Take it back; answers with a sentence that says so. */
  undo: () => Promise<string>;
};

export type Undo = {
  offered: Undoable | undefined;
  /** What was said last: what was done, or that it was taken back. */
  said: string;
  busy: boolean;
  error: unknown;
  offer: (done: Undoable) => void;
  undo: () => void;
  dismiss: () => void;
  /** While somebody looks at the offer it does not go by itself. */
  hold: (isHeld: boolean) => void;
};

/** How long an offer stays by itself. */
export const offeredMs = 15_000;

type State = Pick<Undo, 'offered' | 'said' | 'busy' | 'error'>;
const nothing: State = { offered: undefined, said: '', busy: false, error: undefined };

/** The last thing that can be taken back, for a while. A newer one takes the place of an older one. */
export function useUndo(): Undo {
  const [state, setState] = useState<State>(nothing);
  const [held, setHeld] = useState(false);
  const latest = useRef(state);
  latest.current = state;
  const dismiss = useCallback(() => setState(nothing), []);
  const offer = useCallback(
    (offered: Undoable) => setState({ ...nothing, offered, said: offered.said }),
    [],
  );

  const undo = useCallback(() => {
    const { offered, busy } = latest.current;
    if (!offered || busy) return;
    setState((before) => ({ ...before, busy: true }));
    offered.undo().then(
      (said) => setState({ ...nothing, said }),
      (error) => setState((before) => ({ ...before, busy: false, error })),
    );
  }, []);

  const isGoing = state.said !== '' && !state.busy && state.error === undefined && !held;
  useEffect(() => {
    if (!isGoing) return;
    const timer = setTimeout(dismiss, offeredMs);
    return () => clearTimeout(timer);
  }, [isGoing, state.said, state.offered, dismiss]);

  useEffect(() => {
    const stop = new AbortController();
    const listen = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      if (!isUndo || event.shiftKey || event.altKey || isTyping(event.target)) return;
      if (!latest.current.offered) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', listen, { signal: stop.signal });
    return () => stop.abort();
  }, [undo]);

  return { ...state, offer, undo, dismiss, hold: setHeld };
}

/** Where letters are typed the browser's own undo is meant, and in a dialog nothing behind it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches('input:not([type=checkbox], [type=radio]), textarea, select, dialog *');
}
