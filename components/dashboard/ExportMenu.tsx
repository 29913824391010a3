import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { useWords } from '@/lib/i18n';
import { exportTable } from './exports';
import { Problem } from './Problem';
import type { HistoryFilters } from './route';
import { useAct } from './use-act';

/** Export exactly the records that the list shows, over all its pages. */
export function ExportMenu(props: {
  filters: Omit<HistoryFilters, 'page'>;
  shown: number;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { busy, error, act } = useAct();
  const [file, setFile] = useState('');
  const none = props.shown === 0;

  return (
    <>
      <button
        class="button"
        type="button"
        aria-disabled={busy || none}
        onClick={() => {
          if (none) return;
          void act(async () => setFile(await exportTable(props.filters, words, new Date())));
        }}
      >
        <Icon name="download" />
        {busy ? t('history.export.busy') : t('history.export.shown', { count: props.shown })}
      </button>
      <span class="soft small command-note" role="status">
        {file && t('history.export.done', { file })}
      </span>
      <Problem error={error} />
    </>
  );
}
