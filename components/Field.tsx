import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '@/lib/i18n';
import { Icon } from './Icon';

export type FieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** It was left, or Enter was pressed in it: nothing is half typed. */
  onDone?: (() => void) | undefined;
  required?: boolean;
  /** What is wrong and must be put right before saving. */
  problem?: string | undefined;
  /** What is only unusual. */
  warning?: string | undefined;
  hint?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'date' | 'search';
  /** `left-to-right` for what is never translated: ids, addresses, numbers. */
  code?: boolean;
  rows?: number;
  /** Choices of a list; the value must be one of them. */
  options?: { value: string; label: string }[];
  suggestions?: string[];
  name?: string;
  /** The most characters that can be kept; the browser cuts off what is longer, and the field says so. */
  maxLength?: number;
  max?: string | undefined;
  autoComplete?: string;
  /** Where the text is in another language than the page: its tag and direction. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
};

/** A labelled input, text area or list that says in words what is wrong or unusual. */
export function Field(props: FieldProps): JSX.Element {
  const id = useId();
  const { label, value, required, problem, hint, rows, options, suggestions } = props;
  const { t } = useWords();
  const isFull = props.maxLength !== undefined && value.length >= props.maxLength;
  const warning = isFull ? t('form.cutOff', { max: props.maxLength ?? 0 }) : props.warning;
  const saysSomething = problem ?? warning ?? hint;
  const shared = {
    id,
    class: 'input',
    value,
    name: props.name,
    maxLength: options ? undefined : props.maxLength,
    lang: props.lang,
    dir: props.dir,
    'aria-invalid': problem !== undefined,
    'aria-required': required === true,
    'aria-describedby': saysSomething === undefined ? undefined : `${id}-hint`,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.onInput(event.currentTarget.value),
    onBlur: props.onDone,
    onKeyDown:
      props.onDone &&
      ((event: KeyboardEvent) => {
        // Enter within an input method only ends a word.
        if (event.key === 'Enter' && !event.isComposing) props.onDone?.();
      }),
  };

  return (
    <div class="field">
      <label for={id}>
        {label}
        {required && (
          <span class="required" aria-hidden="true">
            {' *'}
          </span>
        )}
      </label>
      {options ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...shared} dir={props.dir ?? 'auto'} rows={rows} />
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          max={props.max}
          dir={
            props.dir ??
            (props.code || props.type === 'email' || props.type === 'tel' ? 'ltr' : 'auto')
          }
          spellcheck={false}
          autoComplete={props.autoComplete ?? 'off'}
          list={suggestions?.length ? `${id}-list` : undefined}
        />
      )}
      {suggestions && suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {saysSomething !== undefined && (
        <Hint
          id={`${id}-hint`}
          tone={problem !== undefined ? 'bad' : warning !== undefined ? 'warn' : undefined}
        >
          {saysSomething}
        </Hint>
      )}
    </div>
  );
}

function Hint(props: {
  id: string;
  tone: 'bad' | 'warn' | undefined;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <p id={props.id} class={props.tone ? `hint hint-${props.tone}` : 'hint'}>
      {props.tone && <Icon name={props.tone} size={14} />}
      <span>{props.children}</span>
    </p>
  );
}
