import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { useWords } from '@/lib/i18n';
import { CsvExportButton } from './CsvExport';
import { exportEverything } from './exports';
import { Problem } from './Problem';
import { noFilters } from './route';
import { useAct } from './use-act';

const { page: _page, ...narrowing } = noFilters;
const everything = { kind: 'list', narrowing } as const;

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
          <ExportButton
            label={t('history.backup.json')}
            primary
            run={() => exportEverything(version, new Date())}
          />
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

/** Makes a file and says where it went. `run` answers with the file's name. */
export function ExportButton(props: {
  label: string;
  primary?: boolean;
  run: () => Promise<string>;
}): JSX.Element {
  const { t } = useWords();
  const { busy, error, act } = useAct();
  const [file, setFile] = useState('');
  return (
    <>
      <div class="row">
        <button
          class={props.primary ? 'button button-primary' : 'button'}
          type="button"
          aria-disabled={busy}
          onClick={() => void act(async () => setFile(await props.run()))}
        >
          <Icon name="download" />
          {busy ? t('history.export.busy') : props.label}
        </button>
      </div>
      <p class="soft small" role="status">
        {file && t('history.export.done', { file })}
      </p>
      <Problem error={error} />
    </>
  );
}
