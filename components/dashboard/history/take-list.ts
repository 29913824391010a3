import { dayBegins } from '@/components/local-day';
import { countRows, type ListedRows, mostListedRows } from '@/lib/domain/history/listed-rows';
import type { RecordQuery } from '@/lib/domain/record/record';
import { listRows } from '@/lib/requests';
import type { HistoryFilters } from '../route';

export type Narrowing = Omit<RecordQuery, 'offset' | 'limit'>;

/** What is asked for where the list is narrowed so: a day is a day of the calendar at this computer. */
export function narrowingOf({ from, until, ...others }: Omit<HistoryFilters, 'page'>): Narrowing {
  return { ...others, from: dayBegins(from), until: dayBegins(until, 1) };
}

/** Records in the order of a list, in parts that follow each other, and the trail's count of changes at which they stood so. */
export type TakenRows = { parts: ListedRows[]; changes: number };

/**
 * All records that fit a list as it stands at one moment: what is saved, changed or deleted later moves none of them. Nothing
 * when `signal` aborted first.
 */
export async function takeList(
  narrowing: Narrowing,
  signal: AbortSignal,
  onProgress: (taken: number) => void = () => {},
): Promise<TakenRows | undefined> {
  let taken: TakenRows = { parts: [], changes: 0 };
  while (!signal.aborted) {
    const offset = countAll(taken);
    const limit = mostListedRows;
    const { rows, total, changes } = await listRows.ask({ ...narrowing, offset, limit });
    const isFirst = taken.parts.length === 0;
    // A change may have moved records from one part to another: the list is taken anew.
    if (!isFirst && changes !== taken.changes) {
      taken = { parts: [], changes };
      continue;
    }
    taken = { parts: [...taken.parts, rows], changes };
    onProgress(countAll(taken));
    if (countAll(taken) >= total) return taken;
  }
  return undefined;
}

export function countAll({ parts }: TakenRows): number {
  return parts.reduce((sum, rows) => sum + countRows(rows), 0);
}
