import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { askedFields, evidenceFields, type HandOff } from '@/lib/domain/hand-off';
import { useWords } from '@/lib/i18n';
import { codeFields, customerName, textOfField } from './labels';

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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const held = [...askedFields, ...evidenceFields].filter((field) => attestation[field]);

  return (
    <div class="preview stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('guide.handOff.import.title')}
      </h3>
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
      <div class="row">
        <button
          class="button button-primary"
          type="button"
          aria-disabled={props.busy}
          onClick={props.onAgree}
        >
          {props.busy ? t('common.saving') : t('guide.handOff.import.submit')}
        </button>
        <button class="button" type="button" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
