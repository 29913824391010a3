import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

/** A button that opens something right under it, and closes it again. */
export function Opener(props: {
  icon: IconName;
  label: string;
  closeLabel: string;
  open: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const { open } = props;
  return (
    <div class="stack">
      <div>
        <button
          class="button"
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={props.onToggle}
        >
          <Icon name={open ? 'close' : props.icon} />
          {open ? props.closeLabel : props.label}
        </button>
      </div>
      {open && <div id={id}>{props.children}</div>}
    </div>
  );
}
