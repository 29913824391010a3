import { recordStates, scenarios } from '@/lib/domain/record/attestation';
import { isDay } from '@/lib/domain/record/attestation-problems';
import { type RecordQuery, recordSorts } from '@/lib/domain/record/record';
import { stages } from '@/lib/domain/record/stage';
import { type Column, columnsFrom, columnsInAddress, defaultColumns } from './history/columns';

/** What the history list is narrowed to, and which page of 50 is on show (from 1). */
export type HistoryFilters = Omit<RecordQuery, 'from' | 'until' | 'offset' | 'limit'> & {
  /** Days of the viewer's calendar, `YYYY-MM-DD`, the last one included. */
  from: string;
  until: string;
  page: number;
};

/** By what the bars of the figures are divided. */
export const figureDivisions = ['stage', 'scenario'] as const;
export type FigureDivision = (typeof figureDivisions)[number];

export type Route =
  | {
      name: 'history';
      filters: HistoryFilters;
      /** The columns on show; the usual ones when it names none. */
      columns?: readonly Column[];
    }
  | { name: 'figures'; by: FigureDivision }
  | { name: 'record'; recordId: string }
  | { name: 'certificate'; recordId: string }
  | { name: 'draft'; draftId: string }
  | { name: 'settings' }
  | { name: 'backup' }
  | { name: 'import' }
  | { name: 'verify' }
  | { name: 'unknown' };

/** More pages than any list has. */
export const mostPages = 1_000_000;

export const noFilters: HistoryFilters = {
  text: '',
  scenario: '',
  state: '',
  stage: '',
  from: '',
  until: '',
  sort: 'recordedAt',
  order: 'descending',
  page: 1,
};

/** @example parseRoute('#/?state=withdrawn') // the history, withdrawn records only */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [name = '', id = '', ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { name: 'unknown' };
  if (name === '') return historyFrom(new URLSearchParams(query));
  if (name === 'figures' && !id) {
    const by = new URLSearchParams(query).get('by');
    return { name, by: figureDivisions.find((one) => one === by) ?? 'stage' };
  }
  if ((name === 'record' || name === 'certificate') && id) return { name, recordId: id };
  if (name === 'draft' && id) return { name, draftId: id };
  if ((name === 'settings' || name === 'backup' || name === 'import') && !id) return { name };
  if (name === 'verify' && !id) return { name };
  return { name: 'unknown' };
}

/**
 * The address of a route. The free text of a search is left out: people search for names and mail
 * addresses, and an address is kept in the browser's history (use-route.ts keeps the text beside it).
 */
export function addressOf(route: Route): string {
  if (route.name === 'record' || route.name === 'certificate')
    return `#/${route.name}/${route.recordId}`;
  if (route.name === 'draft') return `#/draft/${route.draftId}`;
  if (route.name === 'figures')
    return route.by === 'stage' ? '#/figures' : `#/figures?by=${route.by}`;
  if (route.name !== 'history') return route.name === 'unknown' ? '#/' : `#/${route.name}`;
  const { scenario, state, stage, from, until, sort, order, page } = route.filters;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ scenario, state, stage, from, until })) {
    if (value) query.set(key, value);
  }
  if (sort !== noFilters.sort) query.set('sort', sort);
  if (order !== noFilters.order) query.set('order', order);
  const columns = columnsInAddress(route.columns ?? defaultColumns);
  if (columns) query.set('columns', columns);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `#/?${text}` : '#/';
}

/** Whether anything narrows the list; its order and the page number do not. */
export function isNarrowed({
  page: _page,
  sort: _sort,
  order: _order,
  ...filters
}: Omit<HistoryFilters, 'from' | 'until'> & Record<'from' | 'until', string | number>): boolean {
  return Object.values(filters).some((value) => value !== '');
}

function historyFrom(query: URLSearchParams): Route {
  const filters = parseFilters(query);
  const columns = columnsFrom(query.get('columns'));
  return columns === defaultColumns
    ? { name: 'history', filters }
    : { name: 'history', filters, columns };
}

function parseFilters(query: URLSearchParams): HistoryFilters {
  const page = Number(query.get('page'));
  return {
    text: (query.get('text') ?? '').slice(0, 500),
    scenario: oneOf(scenarios, query.get('scenario')),
    state: oneOf(recordStates, query.get('state')),
    stage: oneOf(stages, query.get('stage')),
    sort: oneOf(recordSorts, query.get('sort')) || 'recordedAt',
    order: query.get('order') === 'ascending' ? 'ascending' : 'descending',
    from: dayIn(query.get('from')),
    until: dayIn(query.get('until')),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, mostPages) : 1,
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | '' {
  return known.find((one) => one === value) ?? '';
}

function dayIn(value: string | null): string {
  // A day that no calendar has cannot be shown in the field for it.
  return value !== null && isDay(value) && value >= '0001' ? value : '';
}
