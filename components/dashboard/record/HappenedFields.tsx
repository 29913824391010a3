import type { ComponentChildren, JSX } from 'preact';
import { Field } from '@/components/Field';
import { type RecordState, standingOf } from '@/lib/domain/record/attestation';
import { isBlank } from '@/lib/domain/record/record-tidy';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import type { Words } from '@/lib/words';

/** What happened to a record in the world, as somebody writes it down. */
export type Happened = {
  state: RecordState | '';
  occurredOn: string;
  note: string;
  /** Of whoever writes it down. */
  name: string;
};
export type HappenedProblems = Partial<Record<'state' | 'day' | 'name', string>>;

export function nothingHappenedYet({ recorderName }: Settings, today: string): Happened {
  return { state: '', occurredOn: today, note: '', name: recorderName };
}

/** What has to be mended before it can be written down; nothing where nothing has. */
export function problemsIn(happened: Happened, today: string, t: Words['t']): HappenedProblems {
  const { state, occurredOn, name } = happened;
  return {
    ...(state === '' && { state: t('history.move.problem.state') }),
    ...(occurredOn > today && { day: t('history.move.problem.future') }),
    ...(occurredOn === '' && { day: t('history.move.problem.noDay') }),
    ...(isBlank(name) && { name: t('history.move.problem.name') }),
  };
}

/** Which state, on which day, with what note, and by whom. `children` stand under the state. */
export function HappenedFields(props: {
  happened: Happened;
  states: readonly RecordState[];
  today: string;
  problems: HappenedProblems;
  onChange: (happened: Happened) => void;
  children?: ComponentChildren;
}): JSX.Element {
  const { t } = useWords();
  const { happened, today, problems } = props;
  const { state } = happened;
  const set = (change: Partial<Happened>) => props.onChange({ ...happened, ...change });
  return (
    <>
      <Field
        label={t('history.move.state')}
        required
        value={state}
        problem={problems.state}
        hint={state ? t(`history.standing.${standingOf[state]}`) : undefined}
        options={[
          { value: '', label: t('history.move.choose') },
          ...props.states.map((value) => ({ value, label: t(`record.state.${value}`) })),
        ]}
        onInput={(value) => set({ state: value as Happened['state'] })}
      />
      {props.children}
      <Field
        label={t('history.move.day')}
        type="date"
        required
        max={today}
        value={happened.occurredOn}
        problem={problems.day}
        onInput={(occurredOn) => set({ occurredOn })}
      />
      <Field
        label={t('history.move.note')}
        hint={t('history.move.noteHint')}
        rows={3}
        value={happened.note}
        onInput={(value) => set({ note: value.slice(0, 10_000) })}
      />
      <NameField value={happened.name} problem={problems.name} onInput={(name) => set({ name })} />
    </>
  );
}

/** Who writes something down: remembered once it was given. */
export function NameField(props: {
  value: string;
  problem: string | undefined;
  onInput: (name: string) => void;
  onDone?: () => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Field
      label={t('history.move.name')}
      required
      value={props.value}
      problem={props.problem}
      onInput={(value) => props.onInput(value.slice(0, 300))}
      onDone={props.onDone}
    />
  );
}
