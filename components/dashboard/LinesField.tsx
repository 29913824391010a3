import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { useWords } from '@/lib/i18n';
import type { StringKey } from '@/lib/strings';

/**
 * A list typed one a line. Lines that hold are handed on at once, tidied; the first that does not is named,
 * and stays in the box until it is put right.
 */
export function LinesField(props: {
  label: string;
  hint: string;
  lines: string[];
  /** The line as it is stored, or `undefined` when it is no such thing. */
  read: (line: string) => string | undefined;
  problem: StringKey;
  rows?: number;
  onLines: (lines: string[]) => void;
}): JSX.Element {
  const { t } = useWords();
  const [text, setText] = useState(unfinished.get(props.problem) ?? props.lines.join('\n'));
  // The list was changed elsewhere (undo, another window): what is stored is what is shown.
  const current = same(heldBy(text, props.read), props.lines) ? text : props.lines.join('\n');
  const wrong = linesIn(current).find((line) => props.read(line) === undefined);

  return (
    <Field
      label={props.label}
      hint={props.hint}
      rows={props.rows ?? 3}
      code
      value={current}
      problem={wrong === undefined ? undefined : t(props.problem, { line: wrong })}
      onInput={(value) => {
        setText(value);
        unfinished.set(props.problem, value);
        props.onLines(heldBy(value, props.read));
      }}
    />
  );
}

/** By kind of list, while the page lives: a line that is not whole yet outlives a panel that was folded meanwhile. */
const unfinished = new Map<StringKey, string>();

function same(one: string[], other: string[]): boolean {
  return one.join() === other.join();
}

function linesIn(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function heldBy(text: string, read: (line: string) => string | undefined): string[] {
  const held = linesIn(text).flatMap((line) => read(line) ?? []);
  return [...new Set(held)].slice(0, 200);
}
