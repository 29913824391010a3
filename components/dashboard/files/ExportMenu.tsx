import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import type { Narrowing } from '../history/take-list';
import { CsvExportButton } from './CsvExport';

/** Export exactly the records that the list shows, over all its pages. */
export function ExportMenu(props: { narrowing: Narrowing; shown: number }): JSX.Element {
  const { t } = useWords();
  return (
    <CsvExportButton
      label={t('history.export.shown', { count: props.shown })}
      source={{ kind: 'list', narrowing: props.narrowing }}
      disabled={props.shown === 0}
    />
  );
}
