import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { useAct } from '@/components/use-act';
import { type RecordState, recordStates, standingOf } from '@/lib/domain/attestation';
import type { AttestationRecord } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { moveRecord } from '@/lib/requests';
import { localDay } from './local-day';
import { ModalForm } from './ModalForm';

export type RecordFormProps = {
  record: AttestationRecord;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  onClose: () => void;
  /** It is kept; `said` tells the person so. */
  onDone: (said: string) => void;
};

/** Write down that something happened to a record in the world: which state, on which day, with what note. */
export function MoveRecord(props: RecordFormProps): JSX.Element {
  const { t } = useWords();
  const { record, settings } = props;
  const [attemptId] = useState(() => crypto.randomUUID());
  const [today] = useState(() => localDay(new Date()));
  const [state, setState] = useState<RecordState | ''>('');
  const [occurredOn, setOccurredOn] = useState(today);
  const [note, setNote] = useState('');
  const [name, setName] = useState(settings.recorderName);
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();

  const problems = {
    state: state === '' ? t('history.move.problem.state') : undefined,
    day:
      occurredOn === ''
        ? t('history.move.problem.noDay')
        : occurredOn > today
          ? t('history.move.problem.future')
          : undefined,
    name: name.trim() === '' ? t('history.move.problem.name') : undefined,
  };
  const shown: Partial<typeof problems> = tried ? problems : {};

  const submit = () => {
    setTried(true);
    if (state === '' || problems.day || problems.name) return;
    void act(async () => {
      const by = { name: name.trim(), role: settings.role };
      await moveRecord.ask({ attemptId, recordId: record.recordId, state, occurredOn, note, by });
      if (!settings.recorderName) await props.change({ recorderName: by.name });
      props.onDone(t('history.move.done'));
    });
  };

  return (
    <ModalForm
      title={t('history.move.title')}
      submit={t('history.move.submit')}
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p class="soft">{t('history.move.about')}</p>
      <Field
        label={t('history.move.state')}
        required
        value={state}
        problem={shown.state}
        hint={state ? t(`history.standing.${standingOf[state]}`) : undefined}
        options={[
          { value: '', label: t('history.move.choose') },
          ...recordStates.filter(canMoveTo(record)).map((value) => ({
            value,
            label: t(`record.state.${value}`),
          })),
        ]}
        onInput={(value) => setState(value as RecordState | '')}
      />
      <Field
        label={t('history.move.day')}
        type="date"
        required
        max={today}
        value={occurredOn}
        problem={shown.day}
        onInput={setOccurredOn}
      />
      <Field
        label={t('history.move.note')}
        hint={t('history.move.noteHint')}
        rows={3}
        value={note}
        onInput={(value) => setNote(value.slice(0, 10_000))}
      />
      <Field
        label={t('history.move.name')}
        required
        value={name}
        problem={shown.name}
        onInput={(value) => setName(value.slice(0, 300))}
      />
    </ModalForm>
  );
}

/** Any state but where it is, its beginning, and withdrawing, which has a form of its own. */
function canMoveTo(record: AttestationRecord): (state: RecordState) => boolean {
  return (state) => state !== record.state && state !== 'recorded' && state !== 'withdrawn';
}
