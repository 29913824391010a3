import type { Head } from './trail-chain';

/** What retention must know of an event. */
export type RetainedEvent = {
  writer: string;
  sequence: number;
  hash: string;
  recordId: string;
  at: string;
};

/** The beginning of a chain that may go: everything up to this place. */
export type PrunedPrefix = Head & { writer: string; events: number; recordIds: string[] };

export type RetentionPlan = {
  prefixes: PrunedPrefix[];
  /** What would go, and what is as old and has to stay: a younger record stands before it in its chain. */
  records: number;
  events: number;
  held: number;
  /** When the last of the records that would go was last changed; empty when none would. */
  until: string;
};

/**
 * The largest beginnings of all chains that hold whole records only, each last changed before `before` (UTC, ISO 8601):
 * a chain can only be cut at its beginning, so an old record behind a younger one stays, and so does one with an event
 * in another chain that stays. The last event of a chain always stays: it is what the next one is linked to. `events` come in
 * order of writer and place.
 */
export function planRetention(events: readonly RetainedEvent[], before: string): RetentionPlan {
  const lastChange = new Map<string, string>();
  for (const { recordId, at } of events)
    if (at > (lastChange.get(recordId) ?? '')) lastChange.set(recordId, at);
  const old = new Set([...lastChange].flatMap(([recordId, at]) => (at < before ? [recordId] : [])));

  const chains = chainsOf(events);
  const going = new Set(old);
  let cuts = chains.map((chain) => cutOf(chain, going));
  // Each record that stays may shorten a prefix, and so make others stay.
  for (let stays = staying(chains, cuts, going); stays.size > 0; ) {
    for (const recordId of stays) going.delete(recordId);
    cuts = chains.map((chain) => cutOf(chain, going));
    stays = staying(chains, cuts, going);
  }

  const prefixes = chains.flatMap((chain, index) => prefixOf(chain.slice(0, cuts[index]!)));
  const gone = [...new Set(prefixes.flatMap(({ recordIds }) => recordIds))];
  return {
    prefixes,
    records: gone.length,
    events: prefixes.reduce((sum, one) => sum + one.events, 0),
    held: old.size - gone.length,
    until: gone.map((recordId) => lastChange.get(recordId)!).reduce((a, b) => (a > b ? a : b), ''),
  };
}

function chainsOf(events: readonly RetainedEvent[]): RetainedEvent[][] {
  const chains = new Map<string, RetainedEvent[]>();
  for (const event of events) {
    const chain = chains.get(event.writer);
    if (chain) chain.push(event);
    else chains.set(event.writer, [event]);
  }
  return [...chains.values()];
}

/** How many events from a chain's beginning belong to records that may go. */
function cutOf(chain: readonly RetainedEvent[], going: ReadonlySet<string>): number {
  const first = chain.findIndex(({ recordId }) => !going.has(recordId));
  return Math.min(first < 0 ? chain.length : first, chain.length - 1);
}

/** Records that have an event behind a cut. */
function staying(
  chains: readonly RetainedEvent[][],
  cuts: readonly number[],
  going: ReadonlySet<string>,
): Set<string> {
  const stays = new Set<string>();
  chains.forEach((chain, index) => {
    for (const { recordId } of chain.slice(cuts[index]))
      if (going.has(recordId)) stays.add(recordId);
  });
  return stays;
}

function prefixOf(events: readonly RetainedEvent[]): PrunedPrefix[] {
  const last = events.at(-1);
  if (!last) return [];
  const { writer, sequence, hash } = last;
  const recordIds = [...new Set(events.map(({ recordId }) => recordId))];
  return [{ writer, sequence, hash, events: events.length, recordIds }];
}

/**
 * The moment before which a record must have been last changed to go, after so many months: the same day and hour of
 * the earlier month, or its last day.
 * @example retentionLimit('2026-11-30T10:00:00.000Z', 9) // '2026-02-28T10:00:00.000Z'
 */
export function retentionLimit(now: string, months: number): string {
  const limit = new Date(now);
  const day = limit.getUTCDate();
  limit.setUTCDate(1);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  const last = new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0)).getUTCDate();
  limit.setUTCDate(Math.min(day, last));
  return limit.toISOString();
}
