import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { addressOf, type HistoryFilters } from '../route';
import type { Undoable } from '../use-undo';
import { ColumnChooser } from './ColumnChooser';
import type { Order } from './ColumnHead';
import type { Column } from './columns';
import { NothingFound } from './EmptyHistory';
import { HistoryTable } from './HistoryTable';
import { KeysHint } from './KeysHint';
import { MarkSelected } from './MarkSelected';
import { Paging } from './Paging';
import { SavedViews } from './SavedViews';
import { SelectionBar } from './SelectionBar';
import { narrowingOf } from './take-list';
import { useSelection } from './use-selection';

/** The list itself: how many there are, its columns and views, what is chosen, the table and its pages. */
export function HistoryList(props: {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  filters: HistoryFilters;
  listing: { records: AttestationRecord[]; total: number; all: number; isNarrowed: boolean };
  /** The listing answers an earlier question; the next is on its way. */
  isStale: boolean;
  columns: readonly Column[];
  /** The words of the search, folded. */
  words: readonly string[];
  pageSize: number;
  onOrder: (order: Order) => void;
  onColumns: (columns: readonly Column[]) => void;
  onClear: () => void;
  onPage: (page: number) => void;
  onExport: (recordIds: readonly string[]) => void;
  onSaid: (text: string) => void;
  onUndoable: (done: Undoable) => void;
}): JSX.Element {
  const { t } = useWords();
  const { filters, listing, columns } = props;
  const { page, sort, order, ...narrowing } = filters;
  const { records, total, all, isNarrowed } = listing;
  const ids = records.map(({ recordId }) => recordId);
  const selection = useSelection(ids, JSON.stringify(narrowing));
  const [marking, setMarking] = useState(false);
  const count = useRef<HTMLParagraphElement>(null);
  // The button that asks for it goes with what it clears.
  const clear = () => {
    count.current?.focus();
    props.onClear();
  };
  const address = addressOf({
    name: 'history',
    filters: { ...filters, text: '', page: 1 },
    columns,
  });

  return (
    <section class="list" aria-label={t('board.list.label')} aria-busy={props.isStale}>
      <div class={selection.chosen.size > 0 ? 'list-bar list-bar-chosen' : 'list-bar'}>
        <div class="list-said">
          <p class="soft" role="status" ref={count} tabIndex={-1}>
            {isNarrowed
              ? t('history.found', { count: total, all })
              : t('history.count', { count: total })}
          </p>
          {isNarrowed && total > 0 && (
            <button class="link-button" type="button" onClick={clear}>
              {t('board.list.showAll')}
            </button>
          )}
          {props.isStale && (
            <p class="row soft loading">
              <span class="spinner" aria-hidden="true" />
              {t('board.list.looking', { count: all })}
            </p>
          )}
        </div>
        {selection.chosen.size > 0 && (
          <SelectionBar
            selection={selection}
            narrowing={narrowingOf({ ...narrowing, sort, order })}
            page={ids}
            total={total}
            onMark={() => setMarking(true)}
            onExport={props.onExport}
          />
        )}
        <div class="list-tools">
          <ColumnChooser chosen={columns} onChoose={props.onColumns} />
          <SavedViews address={address} onSaid={props.onSaid} onUndoable={props.onUndoable} />
        </div>
      </div>
      {total === 0 ? (
        <NothingFound onClear={clear} />
      ) : (
        <>
          <HistoryTable
            records={records}
            columns={columns}
            order={{ sort, order }}
            words={props.words}
            selection={selection}
            onSort={props.onOrder}
          />
          <KeysHint />
          <Paging page={page} pageSize={props.pageSize} total={total} onPage={props.onPage} />
        </>
      )}
      {marking && (
        <MarkSelected
          recordIds={[...selection.chosen]}
          settings={props.settings}
          change={props.change}
          onClose={() => setMarking(false)}
          onDone={(done) => {
            setMarking(false);
            selection.clear();
            props.onUndoable(done);
          }}
        />
      )}
    </section>
  );
}
