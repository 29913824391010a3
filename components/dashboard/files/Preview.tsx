import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/lib/i18n';

/** What a file would do, and the question whether to go on; without `submit` there is nothing to agree to. */
export function Preview(props: {
  title: string;
  submit?: string | undefined;
  busy: boolean;
  onAgree: () => void;
  /** Absent while there is nothing to call off, or something else does it. */
  onCancel: (() => void) | undefined;
  children: ComponentChildren;
}): JSX.Element {
  const { t } = useWords();
  const { submit, busy } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="preview stack">
      <h3 ref={heading} tabIndex={-1}>
        {props.title}
      </h3>
      {props.children}
      <div class="row">
        {submit && (
          <button
            class="button button-primary"
            type="button"
            aria-disabled={busy}
            onClick={props.onAgree}
          >
            {busy ? t('common.saving') : submit}
          </button>
        )}
        {props.onCancel && (
          <button class="button" type="button" onClick={props.onCancel}>
            {submit ? t('common.cancel') : t('common.close')}
          </button>
        )}
      </div>
    </div>
  );
}
