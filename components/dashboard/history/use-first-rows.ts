import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** More rows than a screen shows. */
const screenful = 20;

/**
 * A list that somebody has just asked for: its first rows at once, all of them with the frame after. A list is never taken
 * away under somebody who has scrolled into it or works in it: that one is whole from the start.
 */
export function useFirstRows<Row>(
  rows: readonly Row[],
  body: RefObject<HTMLElement | null>,
): readonly Row[] {
  const [whole, setWhole] = useState<readonly Row[]>([]);
  const isWhole = whole === rows || rows.length <= screenful || isUsed(body.current);
  useEffect(() => {
    if (whole === rows) return;
    // An effect may run before the frame it follows: the rest waits until that has been drawn.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setWhole(rows));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [rows, whole]);
  return isWhole ? rows : rows.slice(0, screenful);
}

function isUsed(body: HTMLElement | null): boolean {
  return isScrolled || (body?.contains(document.activeElement) ?? false);
}

// Noted when it happens: whoever asks while rows are made has the browser lay out the page twice, 50 ms each.
let isScrolled = false;
document.addEventListener(
  'scroll',
  () => {
    isScrolled = (document.scrollingElement?.scrollTop ?? 0) > 0;
  },
  { passive: true },
);
