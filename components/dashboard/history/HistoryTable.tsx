import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { ColumnHead, type Order } from './ColumnHead';
import { type Column, sortOf } from './columns';
import { HistoryRow } from './HistoryRow';
import { useFirstRows } from './use-first-rows';
import { useRowKeys } from './use-row-keys';
import type { Selection } from './use-selection';

/**
 * The records as a table; on a narrow screen each row is drawn as a card (lists.css) and stays a row
 * of a table to assistive technology.
 */
export function HistoryTable(props: {
  records: AttestationRecord[];
  columns: readonly Column[];
  order: Order;
  /** The words of the search, folded. */
  words: readonly string[];
  selection: Selection;
  onSort: (order: Order) => void;
}): JSX.Element {
  const { t } = useWords();
  const { records, columns, selection } = props;
  const ids = records.map(({ recordId }) => recordId);
  const { body, current, ...keys } = useRowKeys(ids.length, ids.join(), {
    onOpen: (at) => body.current?.querySelectorAll('tr')[at]?.querySelector('a')?.click(),
    onExtend: (from, to) => {
      selection.choose(ids[from]!, true, false);
      selection.choose(ids[to]!, true, false);
    },
  });
  const shown = useFirstRows(records, body);
  // Drawn again only when something in them is other: a key that is typed changes none until it is answered.
  const rows = useMemo(
    () =>
      shown.map((record, at) => (
        <HistoryRow
          key={record.recordId}
          record={record}
          columns={columns}
          words={props.words}
          chosen={selection.chosen.has(record.recordId)}
          current={at === current}
          onChoose={(isChosen, range) => selection.choose(record.recordId, isChosen, range)}
        />
      )),
    [shown, columns, props.words, selection.chosen, current],
  );
  const here = ids.filter((recordId) => selection.chosen.has(recordId)).length;
  const head = { order: props.order, onSort: props.onSort };

  return (
    <div class="records-frame">
      <table class="records" style={{ '--columns': String(columns.length) }}>
        <caption class="visually-hidden">{captionOf(props.order, t)}</caption>
        <thead>
          <tr>
            <th class="col-choose" scope="col">
              <label>
                <input
                  type="checkbox"
                  aria-label={t('board.select.page')}
                  checked={here > 0 && here === ids.length}
                  indeterminate={here > 0 && here < ids.length}
                  onClick={(event) => selection.choosePage(event.currentTarget.checked)}
                />
              </label>
            </th>
            <ColumnHead column="customer" {...head} />
            {columns.map((column) => (
              <ColumnHead key={column} column={column} {...head} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} {...keys}>
          {rows}
        </tbody>
      </table>
    </div>
  );
}

function captionOf({ sort, order }: Order, t: ReturnType<typeof useWords>['t']): string {
  if (sort === 'recordedAt' && order === 'descending') return t('history.table.caption');
  const column = (Object.keys(sortOf) as (Column | 'customer')[]).find(
    (one) => sortOf[one] === sort,
  );
  const key = order === 'ascending' ? 'board.table.caption' : 'board.table.captionDown';
  return t(key, { column: t(`board.column.${column ?? 'recorded'}`) });
}
