import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export type Work = {
  /** From 0 to 1 while something runs. */
  share: number | undefined;
  error: unknown;
  stop: () => void;
  /** Show the error of work that has ended no longer. */
  forget: () => void;
  /** Begin, stopping whatever runs. What it throws is shown, but for having been stopped. */
  run: (task: (tools: WorkTools) => Promise<void>) => void;
};

export type WorkTools = { onShare: (share: number) => void; signal: AbortSignal };

/** Shown at most so often: a stream tells of its progress more often than a screen can show it. */
const pauseMs = 100;

/** Long work that says how far it has come, can be stopped, and stops with the page. */
export function useWork(): Work {
  const [state, setState] = useState<{ share?: number; error?: unknown }>({});
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const run = useCallback((task: (tools: WorkTools) => Promise<void>) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const isCurrent = () => running.current === own && !own.signal.aborted;
    let shown = 0;
    const onShare = (share: number) => {
      const now = performance.now();
      if (!isCurrent() || (now - shown < pauseMs && share < 1)) return;
      shown = now;
      setState({ share });
    };
    setState({ share: 0 });
    task({ onShare, signal: own.signal }).then(
      () => running.current === own && setState({}),
      (error) => running.current === own && setState(isStopped(error) ? {} : { error }),
    );
  }, []);

  const forget = useCallback(() => setState({}), []);

  return { share: state.share, error: state.error, stop, forget, run };
}

function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
