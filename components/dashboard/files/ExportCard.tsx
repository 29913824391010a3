import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { useWords } from '@/lib/i18n';
import { noteBackup } from '@/lib/requests';
import { narrowingOf } from '../history/take-list';
import { noFilters } from '../route';
import { useWork } from '../use-work';
import { Working } from '../Working';
import { type Exported, exportEverything } from './bundle-export';
import { CsvExportButton } from './CsvExport';

const { page: _page, ...all } = noFilters;
const everything = { kind: 'list', narrowing: narrowingOf(all) } as const;

/** The two ways out: everything as a file that can come back, and a table for people. */
export function ExportCard({ version }: { version: string }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="export">
      <h2 id="export">{t('history.backup.exportTitle')}</h2>
      <div class="grid-wide">
        <div class="export-way">
          <h3>{t('history.backup.jsonTitle')}</h3>
          <p>{t('history.backup.jsonAbout')}</p>
          <ExportEverything label={t('history.backup.json')} version={version} primary />
        </div>
        <div class="export-way">
          <h3>{t('history.backup.csvTitle')}</h3>
          <p>{t('history.backup.csvAbout')}</p>
          <div class="row">
            <CsvExportButton label={t('history.backup.csv')} source={everything} />
          </div>
        </div>
      </div>
    </section>
  );
}

/** Writes everything into a file, says how far it has come and where it went, and can be stopped. */
export function ExportEverything(props: {
  label: string;
  version: string;
  primary?: boolean;
}): JSX.Element {
  const { t } = useWords();
  const { label, version, primary } = props;
  const work = useWork();
  const [made, setMade] = useState<Exported>();
  const busy = work.share !== undefined;
  const begin = () => {
    if (busy) return;
    setMade(undefined);
    work.run(async (tools) => {
      const exported = await exportEverything({ version, now: new Date(), ...tools });
      setMade(exported);
      if (exported.isWhole) await noteBackup.ask();
    });
  };
  return (
    <>
      <div class="row">
        <button
          class={primary ? 'button button-primary' : 'button'}
          type="button"
          aria-disabled={busy}
          onClick={begin}
        >
          <Icon name="download" />
          {busy ? t('history.export.busy') : label}
        </button>
      </div>
      {busy && (
        <Working label={t('history.export.busy')} share={work.share ?? 0} onStop={work.stop} />
      )}
      <div class="stack" role="status">
        {made && (
          <div class="soft small">
            <p>{t('history.export.done', { file: made.file })}</p>
            {made.isWhole && <p>{t('evidence.export.mark')}</p>}
          </div>
        )}
        {made && !made.isWhole && (
          <MessageBar tone="warn">
            <p>{t('history.export.damaged')}</p>
          </MessageBar>
        )}
      </div>
      <Problem error={work.error} />
    </>
  );
}
