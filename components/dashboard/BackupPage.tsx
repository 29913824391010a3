import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { ExportCard } from './ExportCard';
import { ImportCard } from './ImportCard';
import { PageHead } from './PageHead';
import { WipeCard } from './WipeCard';

/** What leaves this browser and comes into it, and how to delete everything. */
export function BackupPage({ version }: { version: string }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('history.backup.title')} about={t('history.backup.about')} />
      <ExportCard version={version} />
      <ImportCard />
      <WipeCard version={version} />
    </>
  );
}
