import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '@/lib/i18n';
import './guide.css';

/** A field for an acceptance link: its characters stay dots until the person asks to see them. */
export function SecretField(props: {
  label: string;
  hint: string;
  warning?: string | undefined;
  value: string;
  onInput: (value: string) => void;
}): JSX.Element {
  const id = useId();
  const [shown, setShown] = useState(false);
  const { warning } = props;
  const shared = {
    id,
    class: 'input secret-input',
    dir: 'ltr',
    autoComplete: 'off',
    spellcheck: false,
    value: props.value,
    'aria-describedby': `${id}-hint`,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {/* A password box keeps it from eyes and from screen readers; it is nobody's password, so nothing stores it. */}
      {shown ? <input type="text" {...shared} /> : <input type="password" {...shared} />}
      <p id={`${id}-hint`} class={warning ? 'hint hint-warn' : 'hint'}>
        {warning ?? props.hint}
      </p>
      {props.value !== '' && (
        <ShowSecret shown={shown} onToggle={() => setShown(!shown)} why={!shown} />
      )}
    </div>
  );
}

/** "Show link", with the reason why it is masked; "Hide link" once it is shown. */
export function ShowSecret(props: {
  shown: boolean;
  /** Whether the reason stands beside the button. */
  why: boolean;
  onToggle: () => void;
}): JSX.Element {
  const { t } = useWords();
  const id = useId();
  return (
    <div class="secret">
      {props.why && (
        <p id={id} class="hint">
          {t('guide.secret.why')}
        </p>
      )}
      <button
        class="link-button"
        type="button"
        aria-describedby={props.why ? id : undefined}
        onClick={props.onToggle}
      >
        {t(props.shown ? 'guide.secret.hide' : 'guide.secret.show')}
      </button>
    </div>
  );
}

/** An acceptance link that was pasted into a look-up: masked until asked for, and never on paper. */
export function MaskedLink(props: { masked: string; link: string | undefined }): JSX.Element {
  const [shown, setShown] = useState(false);
  const { link, masked } = props;
  return (
    <div class="secret">
      <p class="mono small" dir="ltr">
        {shown ? (
          <>
            <span class="secret-shown">{link}</span>
            <span class="secret-on-paper" aria-hidden="true">
              {masked}
            </span>
          </>
        ) : (
          masked
        )}
      </p>
      {link !== undefined && <ShowSecret shown={shown} why onToggle={() => setShown(!shown)} />}
    </div>
  );
}
