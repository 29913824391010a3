import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { localDay } from '@/components/local-day';
import { useAct } from '@/components/use-act';
import { type RecordState, recordStates } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { moveRecord } from '@/lib/requests';
import { ModalForm } from '../ModalForm';
import { HappenedFields, nothingHappenedYet, problemsIn } from './HappenedFields';

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
  // As it stood when the person decided: the page behind follows what others do meanwhile.
  const [moves] = useState(record.moves.length);
  const [today] = useState(() => localDay(new Date()));
  const [happened, setHappened] = useState(() => nothingHappenedYet(settings, today));
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();
  const problems = problemsIn(happened, today, t);

  const submit = () => {
    setTried(true);
    const { name, state, ...rest } = happened;
    if (state === '' || Object.keys(problems).length > 0) return;
    void act(async () => {
      const by = { name: name.trim(), role: settings.role };
      await moveRecord.ask({ attemptId, recordId: record.recordId, moves, state, ...rest, by });
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
      <HappenedFields
        happened={happened}
        states={recordStates.filter(canMoveTo(record))}
        today={today}
        problems={tried ? problems : {}}
        onChange={setHappened}
      />
    </ModalForm>
  );
}

/** Any state but where it is, its beginning, and withdrawing, which has a form of its own. */
function canMoveTo(record: AttestationRecord): (state: RecordState) => boolean {
  return (state) => state !== record.state && state !== 'recorded' && state !== 'withdrawn';
}
