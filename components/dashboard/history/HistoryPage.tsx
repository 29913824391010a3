import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import { searchWords } from '@/lib/domain/history/history-search';
import { type Stage, stageOf } from '@/lib/domain/record/stage';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { keepDraft, prepareSearch, readFigures } from '@/lib/requests';
import { newDraftIds } from '../../use-tab-draft';
import { DraftList } from '../drafts/DraftList';
import { manualDraft } from '../drafts/drafts';
import { BackupReminder } from '../files/BackupReminder';
import { CsvExportDialog } from '../files/CsvExport';
import { ExportMenu } from '../files/ExportMenu';
import { Loading } from '../Loading';
import { PageHead } from '../PageHead';
import { type HistoryFilters as Filters, noFilters, type Route } from '../route';
import type { Undoable } from '../use-undo';
import { BoardCards } from './BoardCards';
import { type Column, defaultColumns } from './columns';
import { EmptyHistory } from './EmptyHistory';
import { HistoryFilters } from './HistoryFilters';
import { HistoryList } from './HistoryList';
import { BrokenTrail, TrailSeal } from './TrailSeal';
import { narrowingOf } from './take-list';
import { pageSize, queryOf, useListing } from './use-listing';
import { useTrailCheck } from './use-trail-check';

/** The records: what there is to do as cards, what is unfinished, search and filters, the list, and its seal. */
export function HistoryPage(props: {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  filters: Filters;
  columns?: readonly Column[] | undefined;
  go: (route: Route, replace?: boolean) => void;
  onUndoable: (done: Undoable) => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { filters, columns = defaultColumns } = props;
  const { page, ...narrowing } = filters;
  const asked = useListing(queryOf(filters));
  const figures = useAsked(() => readFigures.ask(), 'figures', ['trailChanged']);
  const { busy, error, act } = useAct();
  const [announced, setAnnounced] = useState('');
  const { value } = asked;
  // Of the list on show: marking what is about to go would only keep its successor waiting.
  const found = useMemo(() => searchWords(value?.text ?? ''), [value?.text]);
  const trail = useTrailCheck(asked.error === undefined ? value?.all : 0);

  const show = (changes: Partial<Filters>, shown = columns) =>
    props.go(historyRoute({ ...filters, page: 1, ...changes }, shown), true);

  // An address may be older than its list: of what is no longer there, the last page that is.
  const last = value && !asked.isStale ? Math.max(1, Math.ceil(value.total / pageSize)) : page;
  useEffect(() => {
    if (page > last) props.go(historyRoute({ ...filters, page: last }, columns), true);
  }, [page, last]);

  const filter = (changes: Partial<Filters>) => {
    // A state is in one stage only: another state than the card's would leave nothing to show.
    const stage = changes.state &&
      stageOf[changes.state] !== filters.stage && { stage: '' as const };
    show({ ...changes, ...stage });
  };

  const chooseStage = (stage: Stage | '') => {
    const fits = stage === '' || filters.state === '' || stageOf[filters.state] === stage;
    show({ stage, ...(!fits && { state: '' }) });
  };

  const recordByHand = () =>
    act(async () => {
      const draft = manualDraft(props.settings, newDraftIds(), new Date());
      await keepDraft.ask(draft);
      props.go({ name: 'draft', draftId: draft.draftId });
    });

  // A hint only: the search itself says when something is wrong.
  const prepare = () => void prepareSearch.ask().catch(() => undefined);

  const [exporting, setExporting] = useState<readonly string[]>();

  const recordButton = (
    <button
      class="button button-primary"
      type="button"
      aria-disabled={busy}
      onClick={() => void recordByHand()}
    >
      <Icon name="add" />
      {t('history.recordByHand')}
    </button>
  );

  return (
    <>
      <div class="head-row">
        <PageHead title={t('history.title')} about={t('history.about')} />
        {value && value.all > 0 && (
          <div class="command-bar">
            {recordButton}
            <ExportMenu narrowing={narrowingOf(narrowing)} shown={value.total} />
          </div>
        )}
      </div>
      <BrokenTrail check={trail} />
      <BackupReminder />
      <p class="visually-hidden" role="status">
        {announced}
      </p>
      <Problem error={error} />
      {exporting && (
        <CsvExportDialog
          source={{ kind: 'chosen', recordIds: exporting }}
          onClose={() => setExporting(undefined)}
          onDone={(file) => {
            setExporting(undefined);
            setAnnounced(t('history.export.done', { file }));
          }}
        />
      )}
      {value?.all === 0 ? (
        <>
          <DraftList onUndoable={props.onUndoable} />
          <EmptyHistory settings={props.settings} action={recordButton} />
        </>
      ) : (
        <>
          <BoardCards figures={figures.value} chosen={filters.stage} onChoose={chooseStage} />
          <Problem error={figures.error} again={figures.again} />
          <DraftList onUndoable={props.onUndoable} />
          <HistoryFilters filters={filters} onChange={filter} onSearch={prepare} />
          <Problem error={asked.error} again={asked.again} />
          {value === undefined && asked.error === undefined && <Loading />}
          {value && (
            <HistoryList
              {...props}
              listing={value}
              isStale={asked.isStale && asked.error === undefined}
              columns={columns}
              words={found}
              pageSize={pageSize}
              onOrder={show}
              onColumns={(shown) => show({ page }, shown)}
              onClear={() => show({ ...noFilters, sort: filters.sort, order: filters.order })}
              onPage={(next) => props.go(historyRoute({ ...filters, page: next }, columns))}
              onExport={setExporting}
              onSaid={setAnnounced}
            />
          )}
        </>
      )}
      {value && <TrailSeal check={trail} />}
    </>
  );
}

function historyRoute(filters: Filters, columns: readonly Column[]): Route {
  return columns === defaultColumns
    ? { name: 'history', filters }
    : { name: 'history', filters, columns };
}
