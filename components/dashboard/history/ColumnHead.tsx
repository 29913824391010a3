import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import type { RecordSort } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import type { HistoryFilters } from '../route';
import { type Column, firstOrder, sortOf } from './columns';

export type Order = Pick<HistoryFilters, 'sort' | 'order'>;

/** The head of a column: a button where the list can be sorted by it, its order in `aria-sort`. */
export function ColumnHead(props: {
  column: Column | 'customer';
  order: Order;
  onSort: (order: Order) => void;
}): JSX.Element {
  const { t } = useWords();
  const { column, order, onSort } = props;
  const sort = sortOf[column];
  const label = t(`board.column.${column}`);
  if (!sort)
    return (
      <th class={`col-${column}`} scope="col">
        {label}
      </th>
    );
  const isSorted = order.sort === sort;
  return (
    <th class={`col-${column}`} scope="col" aria-sort={isSorted ? order.order : 'none'}>
      <button
        class="sort"
        type="button"
        title={t('board.table.sortHint', { column: label })}
        onClick={() => onSort(isSorted ? turned(order) : { sort, order: firstOrder[sort] })}
      >
        {label}
        {isSorted && <Icon name={order.order === 'ascending' ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  );
}

function turned({ sort, order }: { sort: RecordSort; order: Order['order'] }): Order {
  return { sort, order: order === 'ascending' ? 'descending' : 'ascending' };
}
