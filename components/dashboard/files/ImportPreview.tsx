import type { JSX } from 'preact';
import type { BundleSummary } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { BroughtBack } from './BroughtBack';
import { Preview } from './Preview';

/** What an import would add and what is here already, and the question whether to go on. */
export function ImportPreview(props: {
  summary: BundleSummary;
  busy: boolean;
  onAgree: () => void;
  onCancel: (() => void) | undefined;
}): JSX.Element {
  const { t } = useWords();
  const { events, eventsAlreadyHere, records } = props.summary;

  return (
    <Preview
      title={t('history.import.preview')}
      submit={events > 0 ? t('history.import.confirm') : undefined}
      busy={props.busy}
      onAgree={props.onAgree}
      onCancel={props.onCancel}
    >
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
      <BroughtBack summary={props.summary} />
    </Preview>
  );
}
