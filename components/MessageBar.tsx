import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** One thing to know, with its weight in shape and words as well as in colour. `live` says it to a screen reader. */
export function MessageBar(props: {
  tone: Tone;
  live?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const role = props.live ? (props.tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div class={`bar bar-${props.tone}`} role={role}>
      <Icon name={props.tone} />
      <div class="stack-tight">{props.children}</div>
    </div>
  );
}
