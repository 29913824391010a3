import { useCallback, useEffect, useRef } from 'preact/hooks';

const dwellMs = 600;

/**
 * Whether a click may have consequences. Framed in a page, that page could cover or fade this frame and
 * lead the person's click to it; so the watched element must have been wholly visible, without a gap, for
 * 600 ms (IntersectionObserver v2; measured: docs/decisions/002-framed-panel.md). Unframed it always may.
 */
export function useVisibleGate(): {
  watch: (element: HTMLElement | null) => void;
  mayAct: () => boolean;
} {
  const visibleSince = useRef<number | undefined>(undefined);
  const observer = useRef<IntersectionObserver | undefined>(undefined);
  const framed = window.top !== window;

  useEffect(() => () => observer.current?.disconnect(), []);

  const watch = useCallback(
    (element: HTMLElement | null) => {
      observer.current?.disconnect();
      if (!framed || !element) return;
      const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
        threshold: [0, 1],
        trackVisibility: true,
        delay: 100,
      };
      observer.current = new IntersectionObserver((entries) => {
        const last = entries.at(-1) as IntersectionObserverEntry & { isVisible?: boolean };
        const visible = last.intersectionRatio === 1 && last.isVisible !== false;
        visibleSince.current = visible ? (visibleSince.current ?? performance.now()) : undefined;
      }, options);
      observer.current.observe(element);
    },
    [framed],
  );

  return {
    watch,
    mayAct() {
      if (!framed) return true;
      const since = visibleSince.current;
      return since !== undefined && performance.now() - since >= dwellMs;
    },
  };
}
