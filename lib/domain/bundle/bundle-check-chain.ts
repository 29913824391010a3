import { type Fingerprint, isFingerprintOf } from '../trail/fingerprint';
import { type Checkpoint, signerOf, type TrailEvent } from '../trail/trail';
import type { WriterHead } from '../trail/trail-chain';
import { genesis, type Head } from '../trail/trail-chain';
import { isSetBack, type SetBack } from '../trail/trail-clock';
import type { BundleProblem } from './bundle-problem';

type ChainFigures = {
  records: number;
  since: string;
  until: string;
  setBack?: SetBack;
  afterKnown?: number;
};

/** Places that were passed over before the one that was found: gone, unless they come later. */
type Gap = { line: number; writer: string; sequence: number; found: number };

/**
 * Checks the order of a bundle's events as they come: each chain link by link, all chains in order of their writers, no
 * record begun twice. What is wrong goes into `problems`.
 */
export function checkChains(problems: BundleProblem[], known: Fingerprint | undefined) {
  const starts = new Map<string, Head>();
  const ends = new Map<string, Head>();
  let before: TrailEvent | undefined;
  let setBack: SetBack | undefined;
  const begun = new Set<string>();
  const attempts = new Set<string>();
  const orphans = new Map<string, BundleProblem>();
  /** Digests of people and ids of files, and the record whose event names each. */
  const named = new Map<string, string>();
  const erasures: { recordId: string; ids: string[]; problem: BundleProblem }[] = [];
  let gaps: Gap[] = [];
  let current = '';
  let since = '';
  let until = '';
  let knownIn: string | undefined;

  function add(code: BundleProblem['code'], place: Omit<BundleProblem, 'code'>): void {
    problems.push({ code, ...place });
  }

  function reach(writer: string, head: Head): void {
    ends.set(writer, { sequence: head.sequence, hash: head.hash });
    if (known && isFingerprintOf(known, head)) knownIn = writer;
  }

  function checkpoint(start: Checkpoint, line: number): void {
    const { writer, sequence, hash } = start;
    const before = [...starts.keys()].at(-1) ?? '';
    if (writer <= before) add('moved', { line, writer, sequence });
    starts.set(writer, { sequence, hash });
    reach(writer, start);
  }

  function event(event: TrailEvent, line: number): void {
    const { writer, sequence, at } = event;
    const place = { line, writer, sequence };
    const gap = gaps.find((one) => isWithin(one, writer, sequence));
    const previous = ends.get(writer) ?? genesis;
    if (gap) {
      // The place that seemed gone comes later: so it is the one that was found there that has moved.
      gaps = gaps.filter((one) => one !== gap);
      add('moved', { line: gap.line, writer, sequence: gap.found });
    } else if (writer < current) add('moved', place);
    else if (sequence <= previous.sequence) add('added', place);
    else {
      current = writer;
      const next = previous.sequence + 1;
      if (sequence > next) gaps.push({ line, writer, sequence: next, found: sequence });
      else if (event.previousHash !== previous.hash) add('unlinked', place);
      reach(writer, event);
      if (before?.writer === writer && isSetBack(before, event))
        setBack = { ...(setBack ?? { writer, sequence }), count: (setBack?.count ?? 0) + 1 };
      before = event;
      since = since === '' || at < since ? at : since;
      until = at > until ? at : until;
      record(event, place);
      beside(event, place);
    }
  }

  function record({ kind, recordId, attemptId }: TrailEvent, place: Omit<BundleProblem, 'code'>) {
    if (kind === 'recorded' && begun.has(recordId)) add('record-twice', place);
    if (attempts.has(attemptId)) add('attempt-twice', place);
    if (kind === 'recorded') begun.add(recordId);
    else if (!begun.has(recordId) && !orphans.has(recordId))
      orphans.set(recordId, { code: 'record-missing', ...place });
    attempts.add(attemptId);
  }

  /** Each person and file belongs to one event, and only an event of the same record can erase it. */
  function beside(event: TrailEvent, place: Omit<BundleProblem, 'code'>): void {
    const { recordId } = event;
    const signer = signerOf(event);
    const id = signer ?? (event.kind === 'attached' ? event.file.fileId : undefined);
    if (id !== undefined && named.has(id)) add(signer ? 'person-twice' : 'file-twice', place);
    else if (id !== undefined) named.set(id, recordId);
    if (event.kind !== 'erased') return;
    const ids = [...event.signers, ...event.fileIds];
    erasures.push({ recordId, ids, problem: { code: 'erasure-stray', ...place } });
  }

  /** The ends that the file itself names: in order of the writers, each where its chain ends, and none left out. */
  function heads(named: readonly WriterHead[], line: number): void {
    let before = '';
    for (const { writer, sequence, hash } of named) {
      const last = ends.get(writer) ?? genesis;
      if (writer <= before) add('moved', { line, writer, sequence });
      before = writer;
      if (last.sequence < sequence)
        add('tail-missing', { line, writer, sequence: last.sequence + 1 });
      else if (last.sequence > sequence) add('added', { line, writer, sequence: sequence + 1 });
      else if (last.hash !== hash) add('rewritten', { line, writer, sequence });
    }
    const writers = new Set(named.map(({ writer }) => writer));
    for (const [writer, { sequence }] of ends)
      if (!writers.has(writer)) add('added', { line, writer, sequence });
  }

  function end(line: number): void {
    for (const { found: _, ...gap } of gaps) add('missing', gap);
    for (const [recordId, problem] of orphans) if (!begun.has(recordId)) problems.push(problem);
    // The chain of what was erased may come later than that of the event which says so.
    for (const { recordId, ids, problem } of erasures)
      if (ids.some((id) => (named.get(id) ?? recordId) !== recordId)) problems.push(problem);
    if (known && knownIn === undefined) lost(known.sequence, line);
  }

  /** The known place is not in the file: where it should have been. */
  function lost(sequence: number, line: number): void {
    const pruned = [...starts].find(([, start]) => start.sequence > sequence);
    const reaching = [...ends].find(([, head]) => head.sequence >= sequence);
    const longest = [...ends].toSorted(([, one], [, other]) => other.sequence - one.sequence)[0];
    if (pruned) add('head-pruned', { line, writer: pruned[0], sequence });
    else if (reaching) add('rewritten', { line, writer: reaching[0], sequence });
    else if (longest)
      add('tail-missing', { line, writer: longest[0], sequence: longest[1].sequence + 1 });
    else add('tail-missing', { line, sequence: 1 });
  }

  function figures(): ChainFigures {
    const head = knownIn === undefined ? undefined : ends.get(knownIn);
    const after = head && known && { afterKnown: head.sequence - known.sequence };
    return { records: begun.size, since, until, ...(setBack && { setBack }), ...after };
  }

  return { checkpoint, event, heads, end, figures };
}

function isWithin(gap: Gap, writer: string, sequence: number): boolean {
  return gap.writer === writer && sequence >= gap.sequence && sequence < gap.found;
}
