import { useEffect } from 'preact/hooks';
import { moveDock } from '@/lib/requests';

/** Time enough to read that the notice has gone. */
const foldAfterMs = 6_000;

/**
 * Fold the panel away once while `idle`: nothing stands on the page, and nobody works in the panel. Whoever is in
 * it (the frame has the focus, or the pointer rests on it) is waited for; whoever opens it again keeps it.
 */
export function useFold(idle: boolean): void {
  useEffect(() => {
    if (!idle) return;
    const timer = setInterval(async () => {
      if (document.hasFocus() || document.querySelector(':hover')) return;
      // Where the worker died over it, the next round asks again.
      await moveDock.ask({ action: 'fold' }).then(
        () => clearInterval(timer),
        () => undefined,
      );
    }, foldAfterMs);
    return () => clearInterval(timer);
  }, [idle]);
}
