import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { localDay } from '@/components/local-day';
import { useAct } from '@/components/use-act';
import { isBlank } from '@/lib/domain/record/record-tidy';
import { useWords } from '@/lib/i18n';
import { moveRecord } from '@/lib/requests';
import { ModalForm } from '../ModalForm';
import { NameField } from './HappenedFields';
import type { RecordFormProps } from './MoveRecord';

/** Take a record back, with a reason. It stays readable and in the trail. */
export function WithdrawRecord(props: RecordFormProps): JSX.Element {
  const { t } = useWords();
  const { record, settings } = props;
  const [attemptId] = useState(() => crypto.randomUUID());
  const [moves] = useState(record.moves.length);
  const [reason, setReason] = useState('');
  const [name, setName] = useState(settings.recorderName);
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();
  const noReason = isBlank(reason) ? t('history.withdraw.problem.reason') : undefined;
  const noName = isBlank(name) ? t('history.move.problem.name') : undefined;

  const submit = () => {
    setTried(true);
    if (noReason || noName) return;
    void act(async () => {
      const by = { name: name.trim(), role: settings.role };
      await moveRecord.ask({
        attemptId,
        recordId: record.recordId,
        moves,
        state: 'withdrawn',
        occurredOn: localDay(new Date()),
        note: reason.trim(),
        by,
      });
      if (!settings.recorderName) await props.change({ recorderName: by.name });
      props.onDone(t('history.withdraw.done'));
    });
  };

  return (
    <ModalForm
      title={t('history.withdraw.title')}
      submit={t('history.withdraw.submit')}
      danger
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>{t('history.withdraw.about')}</p>
      <Field
        label={t('history.withdraw.reason')}
        required
        rows={3}
        value={reason}
        problem={tried ? noReason : undefined}
        onInput={(value) => setReason(value.slice(0, 10_000))}
      />
      <NameField value={name} problem={tried ? noName : undefined} onInput={setName} />
    </ModalForm>
  );
}
