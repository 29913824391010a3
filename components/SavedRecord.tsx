import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { Icon } from './Icon';

/** Shown only after the record is durable: what was kept, and what that does not do. */
export function SavedRecord(props: {
  record: AttestationRecord;
  onAnother?: () => void;
}): JSX.Element {
  const { record } = props;
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone: the heading takes it and is read out.
  useEffect(() => title.current?.focus(), []);

  return (
    <section class="card saved">
      <Icon name="good" size={32} />
      <h2 ref={title} tabIndex={-1}>
        {t('panel.saved.title', { number: record.number })}
      </h2>
      <p dir="auto">{record.current.companyName}</p>
      <p class="soft">{t('panel.saved.body')}</p>
      <div class="row">
        <a
          class="button button-primary"
          href={`/dashboard.html#/record/${record.recordId}`}
          target="_blank"
          rel="noopener"
        >
          {t('panel.saved.open')}
        </a>
        {props.onAnother && (
          <button class="button" type="button" onClick={props.onAnother}>
            {t('panel.saved.another')}
          </button>
        )}
      </div>
    </section>
  );
}
