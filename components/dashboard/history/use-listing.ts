import { useRef } from 'preact/hooks';
import { oneAtATime } from '@/components/one-at-a-time';
import { type Asked, useAsked } from '@/components/use-asked';
import { watchChanges } from '@/lib/changes';
import type { RecordQuery } from '@/lib/domain/record/record';
import { listRecords } from '@/lib/requests';
import { type HistoryFilters, isNarrowed, type Route } from '../route';
import { narrowingOf } from './take-list';

type Listing = Awaited<ReturnType<typeof listRecords.ask>> & {
  /** What was searched for. */
  text: string;
  /** Whether some of the records were asked for, and not all. */
  isNarrowed: boolean;
};

export const pageSize = 50;

/** What the list asks for. */
export function queryOf({ page, ...narrowing }: HistoryFilters): RecordQuery {
  return { ...narrowingOf(narrowing), offset: (page - 1) * pageSize, limit: pageSize };
}

let ahead: { key: string; answer: Promise<Listing>; stop: AbortController } | undefined;

/** Ask for the list of a route before anything is drawn: what draws it finds the answer on its way. */
export function askAhead(route: Route): void {
  if (route.name !== 'history') return;
  const query = queryOf(route.filters);
  const stop = new AbortController();
  // Of a trail that has changed since, the answer would be an old one.
  watchChanges(['trailChanged'], forgetAhead, stop.signal);
  ahead = { key: JSON.stringify(query), answer: ask(query), stop };
  // Whoever draws the list shows why it failed.
  ahead.answer.catch(() => {});
}

function forgetAhead(): void {
  ahead?.stop.abort();
  ahead = undefined;
}

/** The records that fit a query, asked again with every key and whenever the trail changes. */
export function useListing(query: RecordQuery): Asked<Listing> {
  const ask = useRef(oneAtATime(list));
  return useAsked(() => ask.current(query), JSON.stringify(query), ['trailChanged']);
}

function list(query: RecordQuery): Promise<Listing> {
  const early = ahead;
  forgetAhead();
  return early?.key === JSON.stringify(query) ? early.answer : ask(query);
}

async function ask(query: RecordQuery): Promise<Listing> {
  const { offset: _offset, limit: _limit, ...filters } = query;
  const answer = await listRecords.ask(query);
  return { ...answer, text: query.text, isNarrowed: isNarrowed({ ...filters, page: 1 }) };
}
