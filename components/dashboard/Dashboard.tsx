import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageProps } from '@/components/mount';
import { useWords } from '@/lib/i18n';
import { CertificatePage } from './certificate/CertificatePage';
import { BackupPage } from './files/BackupPage';
import { CsvImportPage } from './files/CsvImportPage';
import './board.css';
import './dashboard.css';
import { DraftPage } from './drafts/DraftPage';
import './form.css';
import { HistoryPage } from './history/HistoryPage';
import './lists.css';
import { FiguresPage } from './figures/FiguresPage';
import { VerifyPage } from './files/VerifyPage';
import { PageHead } from './PageHead';
import { RecordPage } from './record/RecordPage';
import { addressOf, noFilters, type Route } from './route';
import { Shell } from './Shell';
import { SettingsPage } from './settings/SettingsPage';
import { UndoBar } from './UndoBar';
import { useKeeping } from './use-keeping';
import { useRoute } from './use-route';
import { useUndo } from './use-undo';

/** The full page: history, one record, a draft, export and import, settings. `version` is the product's. */
export function Dashboard(props: PageProps & { version: string }): JSX.Element {
  const { settings, change, version } = props;
  const { route, go } = useRoute();
  useKeeping();
  const undo = useUndo();
  const [saved, setSaved] = useState('');
  const list = useRef<Route>({ name: 'history', filters: noFilters });
  useEffect(() => {
    if (route.name === 'history') list.current = route;
  }, [route]);
  // Back to the list as it was left. Its search text is in no address, so the link is followed by hand.
  const goUp = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(list.current);
  };
  const up = { href: addressOf(list.current), onClick: goUp };

  return (
    <Shell current={route.name}>
      {route.name === 'history' && (
        <HistoryPage
          settings={settings}
          change={change}
          filters={route.filters}
          columns={route.columns}
          go={go}
          onUndoable={undo.offer}
        />
      )}
      {route.name === 'figures' && <FiguresPage by={route.by} go={go} />}
      {route.name === 'record' && (
        <RecordPage
          key={route.recordId}
          recordId={route.recordId}
          justSaved={saved === route.recordId}
          settings={settings}
          change={change}
          go={go}
          up={up}
        />
      )}
      {route.name === 'certificate' && (
        <CertificatePage
          key={route.recordId}
          recordId={route.recordId}
          settings={settings}
          change={change}
          version={version}
          up={up}
        />
      )}
      {route.name === 'draft' && (
        <DraftPage
          key={route.draftId}
          draftId={route.draftId}
          settings={settings}
          go={go}
          onSaved={setSaved}
          up={up}
        />
      )}
      {route.name === 'settings' && (
        <SettingsPage settings={settings} change={change} version={version} />
      )}
      {route.name === 'import' && <CsvImportPage settings={settings} />}
      {route.name === 'backup' && (
        <BackupPage version={version} settings={settings} change={change} go={go} />
      )}
      {route.name === 'verify' && <VerifyPage />}
      {route.name === 'unknown' && <NoSuchPage />}
      <UndoBar undo={undo} />
    </Shell>
  );
}

function NoSuchPage(): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('history.noPage')} />
      <p>
        <a href="#/">{t('history.noPage.back')}</a>
      </p>
    </>
  );
}
