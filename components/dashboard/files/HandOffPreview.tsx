import type { JSX } from 'preact';
import { askedFields, evidenceFields, type HandOff } from '@/lib/domain/letters/hand-off';
import { useWords } from '@/lib/i18n';
import { codeFields, customerName, textOfField } from '../labels';
import { Preview } from './Preview';

/** What a hand-off file holds and who made it, and the question whether to make a draft of it. */
export function HandOffPreview(props: {
  pack: HandOff;
  busy: boolean;
  onAgree: () => void;
  onCancel: () => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { attestation, madeAt, recordNumber } = props.pack;
  const held = [...askedFields, ...evidenceFields].filter((field) => attestation[field]);

  return (
    <Preview
      title={t('guide.handOff.import.title')}
      submit={t('guide.handOff.import.submit')}
      busy={props.busy}
      onAgree={props.onAgree}
      onCancel={props.onCancel}
    >
      <div class="stack-tight">
        <p class="strong">
          <bdi>{customerName(attestation, words)}</bdi>
        </p>
        <p>
          {t('guide.handOff.import.madeBy', {
            name: attestation.recordedBy || t('history.story.nobody'),
            at: words.instant(madeAt),
          })}
        </p>
        {recordNumber && <p>{t('guide.handOff.import.number', { number: recordNumber })}</p>}
      </div>
      <dl class="facts">
        {held.map((field) => (
          <div key={field}>
            <dt>{t(`record.field.${field}`)}</dt>
            <dd>
              <bdi dir={codeFields.includes(field) ? 'ltr' : 'auto'}>
                {textOfField(field, attestation, words)}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('guide.handOff.import.about')}</p>
    </Preview>
  );
}
