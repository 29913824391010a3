import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import type { HistoryFilters } from '../route';
import { CsvExportButton } from './CsvExport';

/** Export exactly the records that the list shows, over all its pages. */
export function ExportMenu(props: {
  filters: Omit<HistoryFilters, 'page'>;
  shown: number;
}): JSX.Element {
  const { t } = useWords();
  return (
    <CsvExportButton
      label={t('history.export.shown', { count: props.shown })}
      source={{ kind: 'list', narrowing: props.filters }}
      disabled={props.shown === 0}
    />
  );
}
