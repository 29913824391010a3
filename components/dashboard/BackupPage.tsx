import type { JSX } from 'preact';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { ExportCard } from './ExportCard';
import { ImportCard } from './ImportCard';
import { PageHead } from './PageHead';
import type { Route } from './route';
import { WipeCard } from './WipeCard';

/** What leaves this browser and comes into it, and how to delete everything. */
export function BackupPage(props: {
  version: string;
  settings: Settings;
  go: (route: Route) => void;
}): JSX.Element {
  const { t } = useWords();
  const { version } = props;
  return (
    <>
      <PageHead title={t('history.backup.title')} about={t('history.backup.about')} />
      <ExportCard version={version} />
      <ImportCard settings={props.settings} go={props.go} />
      <WipeCard version={version} />
    </>
  );
}
