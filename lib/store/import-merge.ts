import {
  type BundleSummary,
  type Checkpoint,
  signerOf,
  type TrailEvent,
  type TrailPerson,
} from '@/lib/domain/trail/trail';
import { genesis, type Head } from '@/lib/domain/trail/trail-chain';
import type { TrailProblem } from '@/lib/domain/trail/trail-problem';
import {
  type Attempts,
  beginAttempts,
  firstImported,
  firstIndexed,
  firstTwice,
  keepAttempts,
  type Unwritten,
} from './attempts';
import type { StagedPart } from './database';
import { type IndexMaking, takeEvents } from './history-making';
import { keepFiles, noteFiles, type OpenFile } from './import-files';
import { StoreProblem } from './problem';
import { readChanges, readCheckpoints } from './trail';
import type { LineOf } from './trail-blocks';
import { readHead } from './trail-heads';
import { eventAt } from './trail-rows';
import { addEvents } from './trail-write';
import type { Reading, Writing } from './transaction';

/** What a merge is told, and what it has seen. Its parts come one after the other; memory holds one, and the records' ids. */
export type Merge = {
  transaction: Reading | Writing;
  /** Nothing is written without it. */
  writing: Writing | undefined;
  /** Whether a record was here before. */
  isKnown: (recordId: string) => boolean;
  summary: BundleSummary;
  /** New events of each chain. */
  added: [writer: string, from: number, until: number][];
  /** Records that were here before and are other now. */
  changed: Set<string>;
  chains: Map<string, Chain>;
  begun: Set<string>;
  /** Records whose beginning has not come yet: it may stand in a chain further on. With the first event that must have it. */
  awaited: Map<string, Awaited>;
  /** Records of the file that began here and are not here any more: they were pruned. */
  pruned: Set<string>;
  /** Records of which something may have to be erased again. */
  erasing: Set<string>;
  /** The added erasures, and whom the added events name of records that were here before. */
  erasures: TrailEvent[];
  brought: Map<string, string[]>;
  file: OpenFile | undefined;
  /** Ids of the files that the added events attach. */
  fileIds: Set<string>;
  /** Those of the added events. */
  attempts: Attempts;
  /** Those of the events that a dry run would add, and the first that stands there twice. */
  unwritten: Unwritten;
  twice: { writer: string; sequence: number } | undefined;
  /** What lists are answered from, made on the way when nothing was here before. */
  making: IndexMaking | undefined;
  /** The events of the part before, on their way into the database: it writes them while the next part is looked at. */
  adding: Promise<void>;
};

type Awaited = { writer: string; sequence: number; isFresh: boolean };

/** A chain as the import goes on along it: where that has come to, and where the chain here begins and ends. */
type Chain = { at: Head; start: Head; head: Head };

/** Begin a merge. The transaction must span `events`, `people`, `checkpoints`, `attempts`, `evidence`, `drafts`. */
export function beginMerge(
  transaction: Reading | Writing,
  writing: Writing | undefined,
  isKnown: (recordId: string) => boolean,
  making?: IndexMaking,
): Merge {
  return {
    transaction,
    writing,
    isKnown,
    summary: { events: 0, eventsAlreadyHere: 0, records: 0, people: 0 },
    added: [],
    changed: new Set(),
    chains: new Map(),
    begun: new Set(),
    awaited: new Map(),
    pruned: new Set(),
    erasing: new Set(),
    erasures: [],
    brought: new Map(),
    file: undefined,
    fileIds: new Set(),
    making,
    attempts: beginAttempts(),
    unwritten: new Map(),
    twice: undefined,
    adding: Promise.resolve(),
  };
}

/** A part with the text of each of its events and people. */
export type PartToMerge = StagedPart & { lineOf?: LineOf };

/**
 * Merge the next part by writer and place: what is here is left alone, what is new goes to the end of its chain. The
 * part's own hashes were checked when it arrived. Throws a StoreProblem `import-…`, or `trail-damaged` when the event here
 * cannot be read with which the part's last one must be compared.
 */
export async function mergePart(merge: Merge, part: PartToMerge): Promise<void> {
  for (const checkpoint of part.checkpoints) await takeCheckpoint(merge, checkpoint);
  const fresh: TrailEvent[] = [];
  const here: TrailEvent[] = [];
  for (const event of part.events) {
    const chain = await chainOf(merge, event.writer);
    follow(chain, event);
    const isFresh = event.sequence > chain.head.sequence;
    noteRecord(merge, event, isFresh, event.sequence <= chain.start.sequence);
    (isFresh ? fresh : here).push(event);
  }
  await refuseForks(merge, here);
  const twice = await noteFiles(merge, fresh);
  if (twice) throw refused({ ...twice, code: 'file-twice' });
  merge.summary.events += fresh.length;
  merge.summary.eventsAlreadyHere += here.length;
  merge.summary.records += fresh.filter(({ kind }) => kind === 'recorded').length;

  const signers = new Set(fresh.map(signerOf));
  const people = part.people.filter(({ digest }) => signers.has(digest));
  merge.summary.people += people.length;
  const named = new Set(people.map(({ digest }) => digest));
  for (const event of fresh) noteFresh(merge, event, named);
  if (!merge.writing) return noteUnwritten(merge, fresh);
  await merge.adding;
  merge.adding = addFresh(merge, fresh, people, part.lineOf);
  // Seen when the next part has come so far, or at the end.
  merge.adding.catch(() => {});
  if (merge.making)
    takeEvents(merge.making, fresh, new Map(people.map((one) => [one.digest, one])));
  merge.file = await keepFiles(merge.writing, merge.file, part, fresh);
}

async function addFresh(
  { writing, attempts }: Merge,
  fresh: readonly TrailEvent[],
  people: readonly TrailPerson[],
  lineOf: LineOf | undefined,
): Promise<void> {
  if (!writing) return;
  const [, taken] = await Promise.all([
    addEvents(writing, fresh, people, { lineOf, attempts }),
    firstIndexed(writing, fresh),
  ]);
  if (taken) throw refused({ ...taken, code: 'attempt-twice' });
}

async function noteUnwritten(merge: Merge, fresh: readonly TrailEvent[]): Promise<void> {
  const taken = await firstIndexed(merge.transaction, fresh);
  if (taken) throw refused({ ...taken, code: 'attempt-twice' });
  for (const { attemptId, writer, sequence } of fresh) {
    if (merge.unwritten.has(attemptId)) merge.twice ??= { writer, sequence };
    else merge.unwritten.set(attemptId, { writer, sequence });
  }
}

/** What `settleAttempts` would throw, when nothing is written. */
export async function refuseAttempts({ transaction, unwritten, twice }: Merge): Promise<void> {
  const taken = twice ?? (await firstImported(transaction, unwritten));
  if (taken) throw refused({ ...taken, code: 'attempt-twice' });
}

/** Keep what the attempts of the added events are found by. Throws `import-attempt-twice` when one of them is taken. */
export async function settleAttempts(writing: Writing, { adding, attempts }: Merge): Promise<void> {
  await adding;
  const taken = await firstTwice(writing, attempts);
  if (taken) throw refused({ ...taken, code: 'attempt-twice' });
  await keepAttempts(writing, attempts, (await readChanges(writing)).count + 1);
}

export function refused({ code, writer, sequence }: TrailProblem): StoreProblem {
  return new StoreProblem(`import-${code}`, `${writer}/${sequence}`);
}

async function takeCheckpoint(merge: Merge, checkpoint: Checkpoint): Promise<void> {
  const { writer, sequence, hash } = checkpoint;
  const chain = await chainOf(merge, writer);
  chain.at = { sequence, hash };
  if (chain.head.sequence >= sequence || chain.start.sequence >= sequence) return;
  // Events between the chain here and the file's beginning are in neither.
  if (chain.head.sequence > 0)
    throw refused({ code: 'missing', writer, sequence: chain.head.sequence + 1 });
  chain.start = { sequence, hash };
  chain.head = chain.start;
  await merge.writing?.objectStore('checkpoints').put(checkpoint);
}

async function chainOf({ chains, transaction }: Merge, writer: string): Promise<Chain> {
  const known = chains.get(writer);
  if (known) return known;
  const checkpoint = (await readCheckpoints(transaction)).find((one) => one.writer === writer);
  const last = await readHead(transaction, writer).catch((error) => {
    const isDamaged = error instanceof StoreProblem && error.code === 'trail-damaged';
    // `trail-damaged` says that nothing is written any more; but the other chains go on.
    throw isDamaged ? new StoreProblem('import-end-unreadable', error.detail) : error;
  });
  const pruned = checkpoint && { sequence: checkpoint.sequence, hash: checkpoint.hash };
  const head = pruned && last.sequence < pruned.sequence ? pruned : last;
  const chain = { at: genesis, start: pruned ?? genesis, head };
  chains.set(writer, chain);
  return chain;
}

/** The event must follow the one before it, in this part or an earlier one. */
function follow(chain: Chain, { writer, sequence, previousHash, hash }: TrailEvent): void {
  const expected = chain.at.sequence + 1;
  if (sequence > expected) throw refused({ code: 'missing', writer, sequence: expected });
  if (sequence < expected) throw refused({ code: 'added', writer, sequence });
  if (previousHash !== chain.at.hash) throw refused({ code: 'unlinked', writer, sequence });
  if (sequence === chain.head.sequence + 1 && previousHash !== chain.head.hash)
    throw refused({ code: 'fork', writer, sequence });
  chain.at = { sequence, hash };
}

function noteRecord(merge: Merge, event: TrailEvent, isFresh: boolean, isPruned: boolean): void {
  const { begun, awaited, pruned, isKnown } = merge;
  const { kind, recordId, writer, sequence } = event;
  const waiting = awaited.get(recordId);
  if (kind === 'recorded') {
    if (begun.has(recordId)) throw refused({ code: 'record-twice', writer, sequence });
    begun.add(recordId);
    awaited.delete(recordId);
    if (!isPruned || isKnown(recordId)) return;
    pruned.add(recordId);
    if (waiting?.isFresh) throw refused({ ...waiting, code: 'record-pruned' });
  } else if (isKnown(recordId)) return;
  else if (!begun.has(recordId)) {
    if (!waiting || (isFresh && !waiting.isFresh))
      awaited.set(recordId, { writer, sequence, isFresh });
  } else if (isFresh && pruned.has(recordId))
    throw refused({ code: 'record-pruned', writer, sequence });
}

/** After the last part: an event whose record begins neither in the file nor here. */
export function refuseOrphans({ awaited }: Merge): void {
  for (const { writer, sequence } of awaited.values())
    throw refused({ code: 'record-missing', writer, sequence });
}

function noteFresh(merge: Merge, event: TrailEvent, named: ReadonlySet<string>): void {
  const { added, changed, erasing, erasures, brought, isKnown } = merge;
  const { kind, recordId, writer, sequence } = event;
  const isHere = isKnown(recordId);
  if (kind === 'recorded' && isHere) throw refused({ code: 'record-twice', writer, sequence });
  if (isHere) changed.add(recordId);
  if (kind === 'erased' || isHere) erasing.add(recordId);
  if (kind === 'erased') erasures.push(event);
  const signer = signerOf(event) ?? '';
  if (isHere && named.has(signer))
    brought.set(recordId, [...(brought.get(recordId) ?? []), signer]);
  const last = added.at(-1);
  if (last?.[0] === writer && last[2] === sequence - 1) last[2] = sequence;
  else added.push([writer, sequence, sequence]);
}

/** Since a hash stands for all before it, comparing the last event of a part that is here compares them all. */
async function refuseForks(
  { transaction, chains }: Merge,
  here: readonly TrailEvent[],
): Promise<void> {
  // Undefined where the event here cannot be read: that is damage, and no other course of events.
  const isSame = async ({ writer, sequence, hash }: TrailEvent) => {
    const { start, head } = chains.get(writer)!;
    if (sequence === head.sequence) return head.hash === hash;
    // What the checkpoint stands for can be told apart at its place only.
    if (sequence <= start.sequence) return sequence < start.sequence || start.hash === hash;
    const own = await eventAt(transaction, writer, sequence);
    return own && own.hash === hash;
  };
  const last = new Map(here.map((event) => [event.writer, event]));
  for (const end of last.values()) {
    if (await isSame(end)) continue;
    for (const event of here)
      if (event.writer === end.writer && (await isSame(event)) === false)
        throw refused({ ...event, code: 'fork' });
    throw new StoreProblem('trail-damaged', `${end.writer}/${end.sequence}`);
  }
}
