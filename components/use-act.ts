import { useCallback, useRef, useState } from 'preact/hooks';

export type Act = {
  busy: boolean;
  error: unknown;
  /** Run a task unless one is running; what it throws is shown by `Problem`. Answers whether it succeeded. */
  act: (task: () => Promise<void>) => Promise<boolean>;
};

/** One thing a person can set going from a surface, its waiting and its failure. */
export function useAct(): Act {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: undefined,
  });
  const running = useRef(false);

  const act = useCallback(async (task: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, error: undefined });
    try {
      await task();
      setState({ busy: false, error: undefined });
      return true;
    } catch (error) {
      setState({ busy: false, error });
      return false;
    } finally {
      running.current = false;
    }
  }, []);

  return { ...state, act };
}
