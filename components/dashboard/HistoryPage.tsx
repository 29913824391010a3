import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { useAsked } from '@/components/use-asked';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { keepDraft, listRecords } from '@/lib/requests';
import { newDraftIds } from '../use-tab-draft';
import { DraftList } from './DraftList';
import { manualDraft } from './drafts';
import { EmptyHistory, NothingFound } from './EmptyHistory';
import { ExportMenu } from './ExportMenu';
import { HistoryFilters } from './HistoryFilters';
import { HistoryTable } from './HistoryTable';
import { PageHead } from './PageHead';
import { Paging } from './Paging';
import { Problem } from './Problem';
import { type HistoryFilters as Filters, isNarrowed, noFilters, type Route } from './route';
import { BrokenTrail, TrailSeal } from './TrailSeal';
import { useAct } from './use-act';
import { useSettled } from './use-settled';
import { useTrailCheck } from './use-trail-check';

const pageSize = 50;

/** The records, newest first: what is unfinished, what to do first, search and filters, the list, and its seal. */
export function HistoryPage(props: {
  settings: Settings;
  filters: Filters;
  go: (route: Route, replace?: boolean) => void;
}): JSX.Element {
  const { t } = useWords();
  const { page, ...narrowing } = props.filters;
  const text = useSettled(narrowing.text, 150);
  const query = { ...narrowing, text, offset: (page - 1) * pageSize, limit: pageSize };
  const asked = useAsked(() => listRecords.ask(query), JSON.stringify(query), ['trailChanged']);
  const { busy, error, act } = useAct();
  const [announced, setAnnounced] = useState('');
  const { value } = asked;
  const trail = useTrailCheck(asked.error === undefined ? value?.all : 0);

  const filter = (changes: Partial<Filters>) =>
    props.go({ name: 'history', filters: { ...props.filters, page: 1, ...changes } }, true);

  const recordByHand = () =>
    act(async () => {
      const draft = manualDraft(props.settings, newDraftIds(), new Date());
      await keepDraft.ask(draft);
      props.go({ name: 'draft', draftId: draft.draftId });
    });

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
      <PageHead title={t('history.title')} about={t('history.about')} />
      <BrokenTrail check={trail} />
      <DraftList onSaid={setAnnounced} />
      <p class="visually-hidden" role="status">
        {announced}
      </p>
      <Problem error={error} />
      {value?.all === 0 ? (
        <EmptyHistory settings={props.settings} action={recordButton} />
      ) : (
        <>
          <div class="command-bar">
            {recordButton}
            {value && <ExportMenu filters={{ ...narrowing, text }} shown={value.total} />}
          </div>
          <HistoryFilters filters={props.filters} onChange={filter} />
          <Problem error={asked.error} again={asked.again} />
          {value === undefined && asked.error === undefined && <Loading />}
          {value && (
            <p class="soft small" role="status">
              {isNarrowed(props.filters)
                ? t('history.found', { count: value.total, all: value.all })
                : t('history.count', { count: value.total })}
            </p>
          )}
          {value && value.total === 0 && (
            <NothingFound onClear={() => props.go({ name: 'history', filters: noFilters }, true)} />
          )}
          {value && value.total > 0 && (
            <>
              <HistoryTable records={value.records} />
              <Paging
                page={page}
                pageSize={pageSize}
                total={value.total}
                onPage={(next) =>
                  props.go({ name: 'history', filters: { ...props.filters, page: next } })
                }
              />
            </>
          )}
        </>
      )}
      {value && <TrailSeal check={trail} />}
    </>
  );
}

/** Says that an answer is awaited. */
export function Loading(): JSX.Element {
  const { t } = useWords();
  return (
    <p class="row soft" role="status">
      <span class="spinner" aria-hidden="true" />
      {t('common.loading')}
    </p>
  );
}
