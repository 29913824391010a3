import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { mailFor } from '@/lib/domain/letters/customer-letter';
import {
  askedFields,
  evidenceFields,
  handOff,
  handOffJson,
  handOffText,
  handOffTodo,
  missingIn,
} from '@/lib/domain/letters/hand-off';
import {
  type Attestation,
  type AttestationField,
  standingOf,
} from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { tidyAttestation } from '@/lib/domain/record/record-tidy';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { Copied } from './Copied';
import { download } from './dashboard/download';
import { codeFields, textOfField } from './dashboard/labels';
import { exportName } from './export-name';
import { Icon } from './Icon';
import './letters.css';
import { MailLink } from './MailLink';
import { MarkHandedOver } from './MarkHandedOver';
import { MessageBar } from './MessageBar';
import { useCopy } from './use-copy';

export type HandOffProps = {
  /** A record that is kept, or else a draft's fields as they stand. */
  collected: AttestationRecord | Attestation;
  settings: Settings;
  /** Whether a draft is under way for what is not a record; else it is only what the page or a look-up tells. */
  isDraft?: boolean;
};

/** What a reseller hands to its provider: the filled request, the evidence and the checklist, as text and as a file. */
export function HandOff({ collected, settings, isDraft = true }: HandOffProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { outcome, copy } = useCopy();
  const [saved, setSaved] = useState('');
  const record = 'recordId' in collected ? collected : undefined;
  const attestation = tidyAttestation(record ? record.current : (collected as Attestation));
  const missing = missingIn(attestation);

  const pack = () => handOff(attestation, new Date().toISOString(), record?.number);
  const text = handOffText(pack(), settings.providerName, words.say);
  const mail = {
    subject: t('guide.handOff.subject', { company: attestation.companyName }),
    body: text,
  };
  const saveFile = async () => {
    const what = record ? `hand-off-${record.number}` : 'hand-off';
    const name = await exportName(what, new Date(), 'json');
    download(name, 'application/json', [handOffJson(pack())]);
    setSaved(name);
  };

  return (
    <div class="hand-off stack">
      <p class="small soft">{t('guide.handOff.about')}</p>
      {!record && isDraft && <p class="small soft">{t('guide.handOff.fromDraft')}</p>}
      {missing.length > 0 ? (
        <MessageBar tone="warn">
          <p>{t('guide.handOff.stillMissing', { fields: namesOf(missing, words) })}</p>
        </MessageBar>
      ) : (
        <MessageBar tone="good">
          <p>{t('guide.handOff.complete')}</p>
        </MessageBar>
      )}
      <h3>{t('guide.handOff.customer')}</h3>
      <Lines fields={askedFields} attestation={attestation} missing={missing} />
      <h3>{t('guide.handOff.evidence')}</h3>
      <Lines fields={evidenceFields} attestation={attestation} missing={missing} />
      <h3>{t('guide.handOff.todo')}</h3>
      <ol class="checklist">
        {handOffTodo.map((id) => (
          <li key={id}>{t(`guide.handOff.todo.${id}`)}</li>
        ))}
      </ol>
      <div class="row">
        <button class="button button-primary" type="button" onClick={() => copy(text)}>
          <Icon name="copy" />
          {t('guide.handOff.copyText')}
        </button>
        <button class="button" type="button" onClick={saveFile}>
          <Icon name="download" />
          {t('guide.handOff.saveFile')}
        </button>
        <MailLink email={settings.providerEmail} letter={mail} copy={copy} />
        <Copied outcome={outcome} />
      </div>
      {!mailFor(settings.providerEmail, mail).withBody && (
        <p class="small soft">{t('guide.letter.tooLong')}</p>
      )}
      <div role="status">
        {saved && (
          <MessageBar tone="good">
            <p>{t('guide.handOff.saved', { name: saved })}</p>
          </MessageBar>
        )}
      </div>
      {record && standingOf[record.state] === 'kept-here' && (
        <MarkHandedOver record={record} settings={settings} />
      )}
    </div>
  );
}

function Lines(props: {
  fields: readonly AttestationField[];
  attestation: Attestation;
  missing: readonly AttestationField[];
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { attestation, missing } = props;
  const shown = props.fields.filter((field) => attestation[field] || missing.includes(field));
  return (
    <dl class="paper">
      {shown.map((field) => (
        <div key={field}>
          <dt>{t(`record.field.${field}`)}</dt>
          {missing.includes(field) ? (
            <dd class="missing">{t('guide.handOff.missing')}</dd>
          ) : (
            <dd>
              <bdi dir={codeFields.includes(field) ? 'ltr' : 'auto'}>
                {textOfField(field, attestation, words)}
              </bdi>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function namesOf(
  fields: readonly AttestationField[],
  { t, language }: Pick<ReturnType<typeof useWords>, 't' | 'language'>,
): string {
  const names = fields.map((field) => t(`record.field.${field}`));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
