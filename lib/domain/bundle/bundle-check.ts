import { type Fingerprint, fingerprintOf, headToNote } from '../trail/fingerprint';
import { startSha256 } from '../trail/sha256';
import type { Checkpoint } from '../trail/trail';
import type { WriterHead } from '../trail/trail-chain';
import type { SetBack } from '../trail/trail-clock';
import { checkBeside } from './bundle-check-beside';
import { checkChains } from './bundle-check-chain';
import { type BundleItem, type BundleTop, bundleFormat, bundleVersion } from './bundle-items';
import { itemIn, topIn } from './bundle-line';
import { type BundleProblem, worstProblem } from './bundle-problem';

/** What a whole file holds. */
export type BundleReport = {
  product: string;
  exportedAt: string;
  events: number;
  records: number;
  people: number;
  files: number;
  erasures: number;
  /** When the earliest and the latest of its events were written; empty when it has none. */
  since: string;
  until: string;
  /** Absent when no clock was ever set back. */
  setBack?: SetBack;
  checkpoints: Checkpoint[];
  heads: (WriterHead & { fingerprint: string })[];
  /** How many events the chain has after the fingerprint that was asked for; absent when none was. */
  afterKnown?: number;
};

export type BundleVerdict =
  | { report: BundleReport; problem?: undefined }
  | { problem: BundleProblem };

export type BundleCheck = {
  /** The next line, without its end. Answers with what it holds, unless it is wrong in itself. */
  line: (bytes: Uint8Array) => BundleItem | undefined;
  /** Nothing more comes. `cut`: the last line had no end. */
  end: (cut: boolean) => BundleVerdict;
  /** Something was wrong already. */
  isBroken: () => boolean;
};

/**
 * Checks a bundle line by line, down to every hash and byte. `known` is a fingerprint noted elsewhere: the file must
 * hold its event. Memory grows with the number of events (their ids), never with what they hold.
 */
export function checkBundle(known?: Fingerprint): BundleCheck {
  const seal = startSha256();
  const problems: BundleProblem[] = [];
  const chains = checkChains(problems, known);
  const beside = checkBeside(problems);
  const counts = { events: 0, people: 0, files: 0, erasures: 0 };
  const checkpoints: Checkpoint[] = [];
  let heads: WriterHead[] = [];
  let top: BundleTop | undefined;
  let topLine = 0;
  let step: 'open' | 'top' | 'checkpoints' | 'events' | 'close' | 'after' = 'open';
  let number = 0;

  function line(bytes: Uint8Array): BundleItem | undefined {
    number += 1;
    if (step === 'open' || step === 'close' || step === 'after') return frame(bytes);
    const item = step === 'top' ? readTop(bytes) : read(bytes);
    if (!item || !('end' in item)) hash(bytes);
    return item && take(item) ? item : undefined;
  }

  /** The list's brackets, and what must not come after them. */
  function frame(bytes: Uint8Array): undefined {
    const isBracket = bytes.length === 1 && bytes[0] === (step === 'open' ? 0x5b : 0x5d);
    if (step === 'open') hash(bytes);
    if (step === 'after' || !isBracket)
      problems.push(step === 'open' ? { code: 'not-ours', line: number } : misplaced());
    step = step === 'open' ? 'top' : 'after';
  }

  function readTop(bytes: Uint8Array): BundleItem | undefined {
    const { format, version } = topIn(bytes);
    step = 'checkpoints';
    const isNewer = typeof version === 'number' && version > bundleVersion;
    if (format === bundleFormat && !isNewer) return read(bytes);
    problems.push({ code: format === bundleFormat ? 'newer' : 'not-ours', line: number });
    return undefined;
  }

  function read(bytes: Uint8Array): BundleItem | undefined {
    const found = itemIn(bytes);
    if (found.item) return found.item;
    const place = found.problem.code === 'person-changed' ? beside.passPerson() : {};
    problems.push({ ...found.problem, ...place, line: number });
    return undefined;
  }

  function hash(bytes: Uint8Array): void {
    seal.add(bytes);
    seal.add(newline);
  }

  /** Answers whether the item may stand here. */
  function take(item: BundleItem): boolean {
    const isEarly = 'top' in item || 'checkpoint' in item;
    if (isEarly && (step === 'events' || ('top' in item && top !== undefined))) {
      problems.push(misplaced());
      return false;
    }
    if (!isEarly) step = 'events';
    if ('top' in item) {
      top = item.top;
      topLine = number;
    } else if ('checkpoint' in item) {
      checkpoints.push(item.checkpoint);
      chains.checkpoint(item.checkpoint, number);
    } else if ('event' in item) {
      counts.events += 1;
      if (item.event.kind === 'erased') counts.erasures += 1;
      beside.event(item.event, number);
      chains.event(item.event, number);
    } else if ('person' in item) {
      counts.people += 1;
      beside.person(item.person, number);
    } else if ('file' in item) {
      counts.files += 1;
      beside.file(item.file, number);
    } else if ('piece' in item) beside.piece(item.piece, number);
    else {
      beside.settle(number);
      heads = item.end.heads;
      chains.heads(heads, number);
      if (top && top.fingerprint !== notedIn(heads, top))
        problems.push({ code: 'top-contradicts', line: topLine });
      if (item.end.seal !== seal.end()) problems.push({ code: 'seal-broken', line: number });
      step = 'close';
    }
    return true;
  }

  function misplaced(): BundleProblem {
    return { code: 'layout', line: number, column: 1 };
  }

  function end(cut: boolean): BundleVerdict {
    if (cut || step !== 'after') endEarly(cut);
    beside.end();
    chains.end(number);
    const problem = worstProblem(problems);
    if (problem || !top) return { problem: problem ?? { code: 'not-ours', line: 1 } };
    const { product, exportedAt } = top;
    const ends = heads.map((head) => ({ ...head, fingerprint: fingerprintOf(head) }));
    const report = {
      product,
      exportedAt,
      ...counts,
      ...chains.figures(),
      checkpoints,
      heads: ends,
    };
    return { report };
  }

  function endEarly(cut: boolean): void {
    // What seems wrong with the unfinished last line is only that it is unfinished.
    const last = problems.at(-1);
    if (cut && last?.line === number && last.code !== 'not-ours') problems.pop();
    problems.push({ code: top ? 'truncated' : 'not-ours', line: number });
  }

  return { line, end, isBroken: () => problems.length > 0 };
}

/** The fingerprint that the top of a file with these ends must have (lib/domain/bundle/bundle-write.ts). */
function notedIn(heads: readonly WriterHead[], { writer }: BundleTop): string {
  const noted = headToNote(heads, writer);
  return noted ? fingerprintOf(noted) : '';
}

const newline = Uint8Array.of(0x0a);
