import type { JSX } from 'preact';
import { maskAcceptanceLinks, maskAddress } from '@/lib/domain/address/address-text';
import { type AttestationField, signerSchema } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { codeFields, type FieldGroup, fieldGroups, textOfField } from '../labels';

/** Everything the newest version says, field by field, and the page it was recorded from. */
export function RecordDetail({ record }: { record: AttestationRecord }): JSX.Element {
  const { t, instant } = useWords();
  const { seen } = record;
  return (
    <section class="card" aria-labelledby="detail">
      <h2 id="detail">{t('history.detail.title')}</h2>
      {(Object.keys(fieldGroups) as FieldGroup[]).map((group) => (
        <Group key={group} group={group} record={record} />
      ))}
      <div class="stack-tight">
        <h3>{t('history.detail.seen')}</h3>
        {seen ? (
          <>
            <blockquote lang={seen.language} dir="auto">
              {maskAcceptanceLinks(seen.quote)}
            </blockquote>
            <p class="small soft">{t('history.detail.seenAt', { at: instant(seen.at) })}</p>
            <p class="small mono soft" dir="ltr">
              {maskAddress(seen.address)}
            </p>
          </>
        ) : (
          <p class="soft">{t('history.detail.byHand')}</p>
        )}
      </div>
    </section>
  );
}

function Group(props: { group: FieldGroup; record: AttestationRecord }): JSX.Element {
  const { t } = useWords();
  const { group, record } = props;
  const erased =
    group === 'signer' &&
    (Object.keys(signerSchema.shape) as AttestationField[]).every(
      (field) => !record.current[field],
    );
  return (
    <div class="stack-tight">
      <h3>{t(`history.group.${group}`)}</h3>
      {erased ? (
        <p class="soft">{t('history.detail.noSigner')}</p>
      ) : (
        <dl class="facts">
          {fieldGroups[group].map((field) => (
            <Fact key={field} field={field} record={record} />
          ))}
        </dl>
      )}
    </div>
  );
}

function Fact(props: { field: AttestationField; record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const text = textOfField(props.field, props.record.current, words);
  return (
    <div>
      <dt>{t(`record.field.${props.field}`)}</dt>
      <dd>
        {text ? (
          <bdi dir={codeFields.includes(props.field) ? 'ltr' : 'auto'}>{text}</bdi>
        ) : (
          <span class="soft">{t('history.detail.empty')}</span>
        )}
      </dd>
    </div>
  );
}
