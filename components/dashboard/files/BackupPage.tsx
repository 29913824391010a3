import type { JSX } from 'preact';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { PageHead } from '../PageHead';
import type { Route } from '../route';
import { RetentionCard } from '../settings/RetentionCard';
import { WipeCard } from '../settings/WipeCard';
import { BackupCard } from './BackupCard';
import { ExportCard } from './ExportCard';
import { ImportCard } from './ImportCard';

/** What leaves this browser and comes into it, and how to delete everything. */
export function BackupPage(props: {
  version: string;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  go: (route: Route) => void;
}): JSX.Element {
  const { t } = useWords();
  const { version } = props;
  return (
    <>
      <PageHead title={t('history.backup.title')} about={t('history.backup.about')} />
      <BackupCard />
      <ExportCard version={version} />
      <ImportCard settings={props.settings} go={props.go} />
      <ImportTableCard />
      <CheckFileCard />
      <RetentionCard settings={props.settings} change={props.change} />
      <WipeCard version={version} />
    </>
  );
}

/** The way to the page on which a table of any make becomes records. */
function ImportTableCard(): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="import-table">
      <h2 id="import-table">{t('import.openTitle')}</h2>
      <p>{t('import.openAbout')}</p>
      <div>
        <a class="button" href="#/import">
          {t('import.open')}
        </a>
      </div>
    </section>
  );
}

/** The way to the page on which any exported file can be checked. */
function CheckFileCard(): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="check-file">
      <h2 id="check-file">{t('evidence.verify.title')}</h2>
      <p>{t('evidence.verify.about')}</p>
      <div>
        <a class="button" href="#/verify">
          {t('evidence.verify.open')}
        </a>
      </div>
    </section>
  );
}
