import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type RowKeys = {
  body: RefObject<HTMLTableSectionElement | null>;
  /** The row that Tab leads to: arrow keys move it. */
  current: number;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
};

/**
 * One stop for Tab in a list of `count` rows: up and down move to the same control of another row, Home and End to the
 * first and the last. With Shift, `onExtend` is told of the row that was moved to. A focus that goes with its
 * row comes back to the row that has taken its place.
 */
export function useRowKeys(
  count: number,
  keys: string,
  {
    onExtend,
    onOpen,
  }: { onExtend: (from: number, to: number) => void; onOpen: (at: number) => void },
): RowKeys {
  const body = useRef<HTMLTableSectionElement>(null);
  const [wanted, setWanted] = useState(0);
  const hadFocus = useRef(false);
  const current = Math.max(0, Math.min(wanted, count - 1));

  const control = (at: number, name: string) => {
    const row = body.current?.querySelectorAll('tr')[at];
    return row?.querySelector<HTMLElement>(name) ?? row?.querySelector<HTMLElement>('[data-key]');
  };
  useLayoutEffect(() => {
    const lost = hadFocus.current && document.activeElement === document.body;
    if (lost) control(current, '[data-key="choose"]')?.focus();
  }, [keys, current]);

  const rowOf = (target: EventTarget | null) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    return row ? [...body.current!.querySelectorAll('tr')].indexOf(row) : -1;
  };

  return {
    body,
    current,
    onFocusIn(event) {
      hadFocus.current = true;
      const at = rowOf(event.target);
      if (at >= 0) setWanted(at);
    },
    onFocusOut({ target, relatedTarget }) {
      // An element that is taken away loses the focus too, and that is the one case to mend.
      setTimeout(() => {
        if (relatedTarget || (target as Element).isConnected)
          hadFocus.current = body.current?.contains(document.activeElement) ?? false;
      });
    },
    onKeyDown(event) {
      const target = event.target as HTMLElement;
      const at = rowOf(target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Enter' && target.dataset.key === 'choose') {
        event.preventDefault();
        onOpen(at);
        return;
      }
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(to, count - 1));
      setWanted(next);
      control(next, `[data-key="${target.dataset.key ?? ''}"]`)?.focus();
      if (event.shiftKey) onExtend(at, next);
    },
  };
}
