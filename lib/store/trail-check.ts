import { canonicalJson } from '@/lib/domain/canonical-json';
import type { TrailEvent } from '@/lib/domain/trail';
import { byWriter, firstBreak, genesis, type Head, signerDigest } from '@/lib/domain/trail-chain';
import { foldRecord } from '@/lib/domain/trail-fold';
import { readTrail, type TrailSlice } from './history-reading';
import { readPeople } from './history-store';
import { readHead, type Trail } from './trail';
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
  const heads = new Map<string, Head>();
  for (let after: readonly [string, number] | undefined, last = false; !last; ) {
    const part: TrailSlice = await readTrail(trail, after, slice);
    const problem =
      (await linkProblem(part, heads)) ??
      (await personProblem(part)) ??
      (await recordProblem(trail, part.events));
    if (problem) return { ...report, since: damage?.since ?? '', problem };
    const final = part.events.at(-1);
    if (final) after = [final.writer, final.sequence];
    if (!damage) report.since = earliest(report.since, part.events);
    last = part.last;
  }
  if (!damage) return report;
  // What is left hangs together, and yet it is not all that there was.
  const { code, writer, sequence } = damage;
  return { ...report, problem: { code, writer, sequence } };
}

async function linkProblem({ events }: TrailSlice, heads: Map<string, Head>) {
  for (const [writer, chain] of byWriter(events)) {
    const found = await firstBreak(chain, { writer, after: heads.get(writer) ?? genesis });
    if (found) return found;
    heads.set(writer, chain.at(-1)!);
  }
  return undefined;
}

async function personProblem({ events, people }: TrailSlice) {
  for (const { digest, salt, signer } of people) {
    if ((await signerDigest(signer, salt)) === digest) continue;
    const event = events.find((one) => one.kind !== 'moved' && one.signer === digest)!;
    return { code: 'person-changed', writer: event.writer, sequence: event.sequence };
  }
  return undefined;
}

/** Records are what people see: each must be what its events say. Looked at where its first event stands. */
async function recordProblem({ database }: Trail, events: readonly TrailEvent[]) {
  const stores = ['events', 'people', 'records'] as const;
  const reading = database.transaction(stores, 'readonly') as unknown as Reading;
  const byRecord = reading.objectStore('events').index('byRecord');
  const found = await Promise.all(
    events
      .filter(({ kind }) => kind === 'recorded')
      .map(async ({ recordId, writer, sequence }) => {
        const row = reading.objectStore('records').get(recordId);
        const own = await byRecord.getAll(recordId);
        const told = foldRecord(own, await readPeople(reading, own));
        const shown = (await row)?.record;
        const isSame = shown && canonicalJson(shown) === canonicalJson(told);
        return isSame ? undefined : { code: 'record-changed', writer, sequence };
      }),
  );
  return found.find((problem) => problem !== undefined);
}

function earliest(since: string, events: readonly TrailEvent[]): string {
  return events.reduce((first, { at }) => (first === '' || at < first ? at : first), since);
}
