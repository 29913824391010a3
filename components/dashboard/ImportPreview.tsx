import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BundleSummary } from '@/lib/domain/trail';
import { useWords } from '@/lib/i18n';

/** What an import would add and what is here already, and the question whether to go on. */
export function ImportPreview(props: {
  summary: BundleSummary;
  busy: boolean;
  onAgree: () => void;
  onCancel: () => void;
}): JSX.Element {
  const { t } = useWords();
  const { events, eventsAlreadyHere, records } = props.summary;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div class="preview stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('history.import.preview')}
      </h3>
      {events === 0 ? (
        <p>{t('history.import.nothing')}</p>
      ) : (
        <ul class="bullets">
          <li>{t('history.import.records', { count: records })}</li>
          <li>{t('history.import.events', { count: events })}</li>
          {eventsAlreadyHere > 0 && (
            <li>{t('history.import.here', { count: eventsAlreadyHere })}</li>
          )}
        </ul>
      )}
      <div class="row">
        {events > 0 && (
          <button
            class="button button-primary"
            type="button"
            aria-disabled={props.busy}
            onClick={props.onAgree}
          >
            {props.busy ? t('common.saving') : t('history.import.confirm')}
          </button>
        )}
        <button class="button" type="button" onClick={props.onCancel}>
          {events === 0 ? t('common.close') : t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
