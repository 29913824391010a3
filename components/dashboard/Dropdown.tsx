import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '@/components/Icon';

/** A button that lays something over the page under it. Escape, a click elsewhere and Tab past its end close it. */
export function Dropdown(props: {
  icon: IconName;
  label: string;
  /** What is laid open; `close` gives the focus back to the button. */
  children: (close: () => void) => ComponentChildren;
}): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && target.isConnected && !frame.current?.contains(target))
        setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    frame.current?.addEventListener('keydown', leave, { signal: stop.signal });
    document.addEventListener('pointerdown', elsewhere, { signal: stop.signal });
    document.addEventListener('focusin', elsewhere, { signal: stop.signal });
    return () => stop.abort();
  }, [open]);

  return (
    <div class="dropdown" ref={frame}>
      <button
        class="button"
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={props.icon} />
        {props.label}
        <Icon name="chevron" size={12} />
      </button>
      {open && (
        <div class="dropdown-panel stack" id={id}>
          {props.children(close)}
        </div>
      )}
    </div>
  );
}
