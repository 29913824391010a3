import { canonicalJson } from '@/lib/domain/canonical-json';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail';
import { byWriter, firstBreak, genesis, type Head, signerDigest } from '@/lib/domain/trail-chain';
import { foldRecord } from '@/lib/domain/trail-fold';
import type { RecordRow } from './database';
import type { Damage, Trail } from './trail';
import { eventsAfter, readHead, readPeople } from './trail-rows';
import type { Reading } from './transaction';

export type TrailReport = {
  events: number;
  records: number;
  /** Hash of the last event of this installation's own chain. */
  head: string;
  /** When the first event was written; with a problem, when the trail was last known to be whole (or empty). */
  since: string;
  /** A break (lib/domain/trail-chain.ts), `person-changed`, `record-changed` (what is shown is not what its events say), or damage. */
  problem?: { code: string; writer: string; sequence: number };
};

/** Small enough that no slice keeps the worker busy for long. */
const slice = 250;

/**
 * Whether the trail is whole: every chain against its own links, every person against the digest in its
 * event, every record against its events, and the end against the witness. Events added while this runs may be left out.
 */
export async function checkTrail(trail: Trail): Promise<TrailReport> {
  const { database, damage } = trail;
  const reading = database.transaction(['meta', 'events'], 'readonly') as unknown as Reading;
  const row = await reading.objectStore('meta').get('installation');
  const head = row?.key === 'installation' ? await readHead(reading, row.writer) : genesis;
  const report: TrailReport = {
    events: await database.count('events'),
    records: await database.count('records'),
    head: head.hash,
    since: damage?.since ?? '',
  };
  const walked = await walkChains(trail);
  if (!damage) report.since = walked.since;
  // With damage, what is left may hang together: then the damage itself is what there is to say.
  const problem = walked.problem ?? placeOf(damage) ?? (await recordProblem(trail));
  return problem ? { ...report, since: damage?.since ?? '', problem } : report;
}

function placeOf(damage: Damage | undefined) {
  return damage && { code: damage.code, writer: damage.writer, sequence: damage.sequence };
}

// People are read in one transaction with what they belong to: a record saved meanwhile is not a changed one.
type People = Map<string, TrailPerson>;

async function walkChains({ database }: Trail) {
  const heads = new Map<string, Head>();
  let since = '';
  for (let after: [string, number] | undefined, last = false; !last; ) {
    const reading = database.transaction(['events', 'people'], 'readonly') as unknown as Reading;
    const events = await eventsAfter(reading, after, slice);
    const people = await readPeople(reading, events);
    const problem = (await linkProblem(events, heads)) ?? (await personProblem(events, people));
    if (problem) return { since, problem };
    const final = events.at(-1);
    if (final) after = [final.writer, final.sequence];
    since = earliest(since, events);
    last = events.length < slice;
  }
  return { since };
}

async function linkProblem(events: TrailEvent[], heads: Map<string, Head>) {
  for (const [writer, chain] of byWriter(events)) {
    const found = await firstBreak(chain, { writer, after: heads.get(writer) ?? genesis });
    if (found) return found;
    heads.set(writer, chain.at(-1)!);
  }
  return undefined;
}

async function personProblem(events: readonly TrailEvent[], people: People) {
  for (const event of events) {
    const person = people.get(signerOf(event) ?? '');
    if (!person || (await signerDigest(person.signer, person.salt)) === person.digest) continue;
    return { code: 'person-changed', writer: event.writer, sequence: event.sequence };
  }
  return undefined;
}

/** Records are what people see: each must be what its events say, and none may be missing or made up. */
async function recordProblem({ database }: Trail) {
  const stores = ['events', 'people', 'records'] as const;
  for (let after = '', last = false; !last; ) {
    const reading = database.transaction([...stores], 'readonly') as unknown as Reading;
    const rest = IDBKeyRange.lowerBound(after, true);
    const rows = await reading.objectStore('records').getAll(rest, slice);
    last = rows.length < slice;
    const until = rows.at(-1)?.recordId ?? after;
    const range = last ? rest : IDBKeyRange.bound(after, until, true);
    const events = await reading.objectStore('events').index('byRecord').getAll(range);
    const found = firstUntrue(rows, events, await readPeople(reading, events));
    if (found) return found;
    after = until;
  }
  return undefined;
}

function firstUntrue(rows: readonly RecordRow[], events: readonly TrailEvent[], people: People) {
  const shown = new Map(rows.map(({ recordId, record }) => [recordId, record]));
  for (const [recordId, own] of byRecordId(events)) {
    const record = shown.get(recordId);
    const { writer, sequence } = own[0]!;
    if (!record || canonicalJson(record) !== canonicalJson(foldRecord(own, people)))
      return { code: 'record-changed', writer, sequence };
    shown.delete(recordId);
  }
  const [madeUp] = shown.values();
  return madeUp && { code: 'record-changed', writer: madeUp.writer, sequence: 0 };
}

function byRecordId(events: readonly TrailEvent[]): Map<string, TrailEvent[]> {
  const records = new Map<string, TrailEvent[]>();
  for (const event of events) {
    const own = records.get(event.recordId);
    if (own) own.push(event);
    else records.set(event.recordId, [event]);
  }
  return records;
}

function earliest(since: string, events: readonly TrailEvent[]): string {
  return events.reduce((first, { at }) => (first === '' || at < first ? at : first), since);
}
