import { signerOf, type TrailEvent, type TrailPerson } from './trail';
import { type Break, byWriter, firstBreak, type Head, signerDigest } from './trail-chain';

/**
 * Why events from elsewhere are refused: a break in a chain, or `person-changed` a person's data is not what
 * the event was made with · `person-stray` a person whom no event names · `record-missing` an event
 * of a record that never began · `record-pruned` a new one of a record that was pruned here · `record-twice` a record that began
 * twice · `attempt-twice` one save written twice · `file-twice` a file under the id of another one ·
 * `fork` the chain goes another way than the one that is here.
 */
export type TrailProblem = {
  code:
    | Break['code']
    | 'person-changed'
    | 'person-stray'
    | 'record-missing'
    | 'record-pruned'
    | 'record-twice'
    | 'attempt-twice'
    | 'file-twice'
    | 'fork';
  writer: string;
  sequence: number;
};

/** Where a writer's chain ends. */
export type WriterHead = Head & { writer: string };

/** The end of each chain, in order of the writers' ids. */
export function headsOf(events: readonly TrailEvent[]): WriterHead[] {
  return byWriter(events).map(([writer, chain]) => {
    const { sequence, hash } = chain.at(-1)!;
    return { writer, sequence, hash };
  });
}

/**
 * The first thing that is wrong with a whole trail (every chain from its first event), or `undefined`.
 * With `heads` each chain must end exactly there. `isKnown` says which records began in the trail that is here.
 */
export async function trailProblem(
  events: readonly TrailEvent[],
  people: readonly TrailPerson[],
  heads?: readonly WriterHead[],
  isKnown: (recordId: string) => boolean = () => false,
): Promise<TrailProblem | undefined> {
  return (
    (await chainProblem(events, heads)) ??
    recordProblem(events, isKnown) ??
    (await personProblem(events, people))
  );
}

async function chainProblem(
  events: readonly TrailEvent[],
  heads: readonly WriterHead[] | undefined,
): Promise<TrailProblem | undefined> {
  const chains = byWriter(events);
  for (const [writer, chain] of chains) {
    const head = heads?.find((one) => one.writer === writer);
    if (heads && !head) return { code: 'foreign', writer, sequence: chain[0]!.sequence };
    const found = firstBreak(chain, head ? { head } : {});
    if (found) return found;
  }
  const lost = heads?.find(({ writer }) => !chains.some(([present]) => present === writer));
  return lost && { code: 'tail-missing', writer: lost.writer, sequence: 1 };
}

function recordProblem(
  events: readonly TrailEvent[],
  isKnown: (recordId: string) => boolean,
): TrailProblem | undefined {
  const begun = new Set<string>();
  const attempts = new Set<string>();
  for (const { kind, recordId, attemptId, writer, sequence } of events) {
    if (kind === 'recorded' && begun.has(recordId))
      return { code: 'record-twice', writer, sequence };
    if (attempts.has(attemptId)) return { code: 'attempt-twice', writer, sequence };
    if (kind === 'recorded') begun.add(recordId);
    attempts.add(attemptId);
  }
  const orphan = events.find(({ recordId }) => !begun.has(recordId) && !isKnown(recordId));
  return orphan && { code: 'record-missing', writer: orphan.writer, sequence: orphan.sequence };
}

async function personProblem(
  events: readonly TrailEvent[],
  people: readonly TrailPerson[],
): Promise<TrailProblem | undefined> {
  const named = new Map<string, TrailEvent>();
  for (const event of events) {
    const signer = signerOf(event);
    if (signer) named.set(signer, event);
  }
  const seen = new Set<string>();
  for (const { digest, salt, signer } of people) {
    const event = named.get(digest);
    const place = { writer: event?.writer ?? '', sequence: event?.sequence ?? 0 };
    if (!event || seen.has(digest)) return { code: 'person-stray', ...place };
    if ((await signerDigest(signer, salt)) !== digest) return { code: 'person-changed', ...place };
    seen.add(digest);
  }
  return undefined;
}
