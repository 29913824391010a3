import { recordStates, scenarios } from '../record/attestation';
import type { RecordQuery } from '../record/record';
import { stageOf } from '../record/stage';
import type { FigureRow } from './figures';
import { foundBy } from './history-found';
import { type HistoryIndex, recordAt, type SlotRecord, scenarioAt, stateAt } from './history-index';
import { orderOf } from './history-order';
import { searchWords } from './history-search';

/** A page of the records that match, in the order asked for, and how many match. */
export type ListedRecords = { page: SlotRecord[]; total: number };

/** Answer a query from the index. Records that are alike in what is sorted by stand in the order of their making. */
export function listIndexed(index: HistoryIndex, query: RecordQuery): ListedRecords {
  const slots = orderOf(index, query.sort);
  const fits = filterOf(index, query);
  const { offset, limit } = query;
  const page: SlotRecord[] = [];
  const descending = query.order === 'descending';
  // Where every slot is listed, those before the page need not be gone through.
  const before =
    isWhole(query) && index.records === slots.length ? Math.min(offset, slots.length) : 0;
  let total = before;
  for (let i = before; i < slots.length; i++) {
    const slot = slots[descending ? slots.length - 1 - i : i]!;
    if (!fits(slot)) continue;
    if (total >= offset && page.length < limit) page.push(recordAt(index, slot));
    total++;
    // Nothing is left out: how many there are is known.
    if (page.length === limit && isWhole(query)) return { page, total: index.records };
  }
  return { page, total };
}

/** Whether a query leaves no record out. */
export function isWhole({ text, state, stage, scenario, from, until }: RecordQuery): boolean {
  return [text.trim(), state, stage, scenario, from, until].every((value) => value === '');
}

const dayMs = 24 * 60 * 60 * 1_000;

/** What the figures are drawn from: records that are alike in them counted together. */
export function* figureRows(index: HistoryIndex, now: Date): Generator<FigureRow> {
  const { recordedAt, changedAt, events, state, scenario } = index.columns;
  const groups = new Map<number, { slot: number; count: number }>();
  const monthOf = monthFinder();
  for (let slot = 0; slot < index.size; slot++) {
    if (events[slot] === 0) continue;
    const waited = Math.floor((now.getTime() - changedAt[slot]!) / dayMs);
    const days = Math.min(Math.max(waited, 0), 366);
    const key =
      ((monthOf(recordedAt[slot]!) * 367 + days) * recordStates.length + state[slot]!) *
        scenarios.length +
      scenario[slot]!;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { slot, count: 1 });
  }
  for (const { slot, count } of groups.values())
    yield {
      recordedAt: new Date(recordedAt[slot]!).toISOString(),
      changedAt: new Date(changedAt[slot]!).toISOString(),
      state: stateAt(index, slot),
      scenario: scenarioAt(index, slot),
      count,
    };
}

/** Months of moments that mostly follow each other: the calendar is asked only when one leaves the month before it. */
function monthFinder(): (time: number) => number {
  let [from, until, month] = [0, 0, 0];
  return (time) => {
    if (time < from || time >= until) {
      const day = new Date(time);
      const [year, own] = [day.getUTCFullYear(), day.getUTCMonth()];
      month = year * 12 + own;
      from = Date.UTC(year, own);
      until = Date.UTC(year, own + 1);
    }
    return month;
  };
}

function filterOf(index: HistoryIndex, query: RecordQuery): (slot: number) => boolean {
  const { recordedAt, events, state, scenario } = index.columns;
  const from = query.from === '' ? Number.NEGATIVE_INFINITY : query.from;
  const until = query.until === '' ? Number.POSITIVE_INFINITY : query.until;
  const states = recordStates.map(
    (one) =>
      (!query.state || one === query.state) && (!query.stage || stageOf[one] === query.stage),
  );
  const wanted = scenarios.map((one) => !query.scenario || one === query.scenario);
  const words = searchWords(query.text);
  const found = words.length > 0 ? foundBy(index, words) : undefined;
  return (slot) =>
    events[slot]! > 0 &&
    states[state[slot]!]! &&
    wanted[scenario[slot]!]! &&
    recordedAt[slot]! >= from &&
    recordedAt[slot]! < until &&
    (!found || found[slot] === 1);
}
