import type { JSX } from 'preact';
import { Icon, type IconName } from './Icon';

/** A button that is only a picture to the eye; its label is read out and shown on hover. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick: () => unknown;
}): JSX.Element {
  return (
    <button
      class="button button-subtle button-icon"
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={() => void props.onClick()}
    >
      <Icon name={props.icon} size={18} />
    </button>
  );
}
