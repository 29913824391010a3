import type { AttestationRecord, RecordQuery } from '../record/record';
import { type HistoryIndex, recordAt, type SlotRecord, slotText } from './history-index';
import { comparing, type OrderItem, sortKeyOf } from './history-order';
import { searchTextOf } from './history-search';

// Whoever opens a list wants its first page, and that can be told from the first page as it was kept and from what
// has changed since: the order of a hundred thousand others need not be read for it.

/**
 * The first page of an order, of the first records as the index had them when it was kept on the disk. Nothing when that does not tell: a
 * text that was changed is not in memory, or so many of the kept ones have changed that others may stand among the rest.
 */
export function firstPageFrom(
  index: HistoryIndex,
  { sort, order, limit }: RecordQuery,
  kept: readonly (readonly [slot: number, record: AttestationRecord])[],
): SlotRecord[] | undefined {
  const changed = new Set(index.changed);
  const items: OrderItem[] = [];
  for (const [slot, record] of kept)
    if (!changed.has(slot)) items.push({ slot, key: sortKeyOf(sort, searchTextOf(record)) ?? '' });
  const last = items.at(-1);
  for (const slot of changed) {
    if (index.columns.events[slot] === 0) continue;
    const key = sortKeyOf(sort, slotText(index, slot));
    if (key === undefined) return undefined;
    items.push({ slot, key });
  }
  const compare = comparing(index, sort);
  items.sort((one, other) => (order === 'ascending' ? compare(one, other) : compare(other, one)));
  // Behind the last one that stands as it was kept there may be any other.
  const sure = last ? items.indexOf(last) + 1 : 0;
  if (sure < limit) return undefined;
  return items.slice(0, limit).map(({ slot }) => recordAt(index, slot));
}
