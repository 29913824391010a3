import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** One of a few, each with a sentence that explains it, as radio buttons. */
export function Choices<T extends string>(props: {
  label: string;
  hint?: string;
  value: T;
  options: { value: T; label: string; about?: string }[];
  onChoose: (value: T) => void;
}): JSX.Element {
  const id = useId();
  return (
    <fieldset class="choice-list">
      <legend class="strong">{props.label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.options.map(({ value, label, about }) => (
        <div class="choice" key={value}>
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            checked={props.value === value}
            aria-describedby={about && `${id}-${value}-about`}
            onChange={() => props.onChoose(value)}
          />
          <div>
            <label for={`${id}-${value}`}>{label}</label>
            {about && (
              <p class="small soft" id={`${id}-${value}-about`}>
                {about}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
