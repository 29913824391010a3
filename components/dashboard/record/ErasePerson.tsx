import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { MessageBar } from '@/components/MessageBar';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import { keptTextsNaming } from '@/lib/domain/record/erase-texts';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { isBlank } from '@/lib/domain/record/record-tidy';
import { useWords } from '@/lib/i18n';
import { eraseRecord, listEvidence } from '@/lib/requests';
import { ModalForm } from '../ModalForm';
import { NameField } from './HappenedFields';
import type { RecordFormProps } from './MoveRecord';

/** Erase a record's person for good: first what goes and what stays, then asked once more. */
export function ErasePerson(props: RecordFormProps): JSX.Element {
  const { t } = useWords();
  const { record, settings } = props;
  const [attemptId] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<'what' | 'sure'>('what');
  const [fileIds, setFileIds] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [name, setName] = useState(settings.recorderName);
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();
  const noName = isBlank(name) ? t('history.move.problem.name') : undefined;

  const submit = () => {
    setTried(true);
    if (noName) return;
    if (step === 'what') return setStep('sure');
    void act(async () => {
      const by = { name: name.trim(), role: settings.role };
      const { recordId } = record;
      await eraseRecord.ask({ attemptId, recordId, fileIds, reason: reason.trim(), by });
      if (!settings.recorderName) await props.change({ recorderName: by.name });
      props.onDone(t('evidence.erase.done'));
    });
  };

  return (
    <ModalForm
      key={step}
      title={t(step === 'what' ? 'evidence.erase.title' : 'evidence.erase.sure')}
      submit={t(step === 'what' ? 'evidence.erase.goOn' : 'evidence.erase.submit')}
      danger={step === 'sure'}
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {step === 'what' ? (
        <>
          <What record={record} />
          <FileChoice record={record} chosen={fileIds} onChoose={setFileIds} />
          <Field
            label={t('evidence.erase.reason')}
            hint={t('evidence.erase.reasonHint')}
            rows={2}
            value={reason}
            onInput={(value) => setReason(value.slice(0, 2_000))}
          />
          <NameField value={name} problem={tried ? noName : undefined} onInput={setName} />
        </>
      ) : (
        <>
          <p>{t('evidence.erase.sureBody', { number: record.number })}</p>
          {fileIds.length > 0 && <p>{t('evidence.erase.sureFiles', { count: fileIds.length })}</p>}
          <p>{t('evidence.erase.elsewhere')}</p>
        </>
      )}
    </ModalForm>
  );
}

function What({ record }: { record: AttestationRecord }): JSX.Element {
  const { t } = useWords();
  const naming = keptTextsNaming(record);
  return (
    <>
      <div class="stack-tight">
        <h3>{t('evidence.erase.goes')}</h3>
        <ul class="facts-list">
          <li>{t('evidence.erase.goes.person', { count: record.versions.length })}</li>
          <li>{t('evidence.erase.goes.drafts')}</li>
          <li>{t('evidence.erase.goes.search')}</li>
        </ul>
      </div>
      <div class="stack-tight">
        <h3>{t('evidence.erase.stays')}</h3>
        <ul class="facts-list">
          <li>{t('evidence.erase.stays.case')}</li>
          <li>{t('evidence.erase.stays.trail')}</li>
          <li>{t('evidence.erase.stays.others')}</li>
          <li>{t('evidence.erase.elsewhere')}</li>
        </ul>
      </div>
      {naming.length > 0 && (
        <MessageBar tone="warn">
          <p>{t('evidence.erase.naming', { count: naming.length })}</p>
          <ul class="facts-list">
            {naming.map(({ place, text }) => (
              <li key={place + text}>
                {t(`evidence.erase.place.${place}`)}: <bdi>{maskAcceptanceLinks(text)}</bdi>
              </li>
            ))}
          </ul>
        </MessageBar>
      )}
    </>
  );
}

function FileChoice(props: {
  record: AttestationRecord;
  chosen: string[];
  onChoose: (fileIds: string[]) => void;
}): JSX.Element | null {
  const { t } = useWords();
  const { record, chosen, onChoose } = props;
  const { recordId } = record;
  const { value = [] } = useAsked(() => listEvidence.ask({ recordId }), recordId);
  const names = new Map(value.map(({ fileId, name }) => [fileId, name]));
  const files = record.files.flatMap(({ fileId, erased }) => {
    const name = names.get(fileId);
    return name && !erased ? [{ fileId, name }] : [];
  });
  if (files.length === 0) return null;
  return (
    <fieldset class="choice-list">
      <legend class="strong">{t('evidence.erase.files')}</legend>
      <p class="hint">{t('evidence.erase.filesHint')}</p>
      {files.map(({ fileId, name }) => (
        <label class="check" key={fileId}>
          <input
            type="checkbox"
            checked={chosen.includes(fileId)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, fileId]
                  : chosen.filter((one) => one !== fileId),
              )
            }
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
