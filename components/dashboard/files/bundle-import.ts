import { RequestError } from '@/lib/define-request';
import type { BundleItem } from '@/lib/domain/bundle/bundle-items';
import type { BundleProblem } from '@/lib/domain/bundle/bundle-problem';
import type { FileName, FilePiece } from '@/lib/domain/record/evidence';
import type { BundleSummary, Checkpoint, TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { dropImport, finishImport, importPartLimit, stageImport } from '@/lib/requests';
import { readBundleFile } from './bundle-file';

/** An exported file whose items have all arrived in the background, and what adding them would do. */
export type StagedImport = { importId: string; parts: number; summary: BundleSummary };

export type StagingWork = { onShare?: (share: number) => void; signal?: AbortSignal };

/** How much of the work is done when the file has been read; the rest is seeing what it would add. */
const readShare = 0.8;

/** A part is handed over when it holds so many characters of files. */
const pieceCharacters = 6 * 1024 * 1024;

/**
 * Check a file from its first byte to its last while its items are handed over, part by part. Nothing is added before
 * `finishStaged`. Throws a RequestError `import-…` for a file that is not whole, an AbortError when stopped; both
 * leave nothing behind.
 */
export async function stageBundle(file: File, work: StagingWork): Promise<StagedImport> {
  const importId = crypto.randomUUID();
  let part = emptyPart();
  let parts = 0;
  const handOver = async () => {
    const { characters: _, ...content } = part;
    await stageImport.ask({ importId, part: parts, ...content });
    parts += 1;
    part = emptyPart();
  };
  try {
    const verdict = await readBundleFile(file, {
      ...work,
      onShare: (share) => work.onShare?.(share * readShare),
      async onItem(item) {
        if ('event' in item && isFull(part)) await handOver();
        put(part, item);
        if (part.characters >= pieceCharacters) await handOver();
      },
    });
    if (verdict.problem)
      throw new RequestError(`import-${verdict.problem.code}`, placeOf(verdict.problem));
    await handOver();
    const summary = await finished({ importId, parts, dryRun: true }, work.signal, (share) =>
      work.onShare?.(readShare + share * (1 - readShare)),
    );
    work.signal?.throwIfAborted();
    return { importId, parts, summary };
  } catch (error) {
    await dropImport.ask({ importId }).catch(() => {
      // What cannot be dropped now goes once this page has gone: when any tab closes, or the worker starts. The first failure
      // is the one to tell.
    });
    throw error;
  }
}

/**
 * Add what was staged: all of it or nothing. Throws an AbortError when it was stopped in time: then nothing was changed, and
 * the parts have gone.
 */
export async function finishStaged(
  { importId, parts }: StagedImport,
  { onShare, signal }: StagingWork = {},
): Promise<BundleSummary> {
  try {
    return await finished({ importId, parts, dryRun: false }, signal, onShare);
  } catch (error) {
    if (!signal?.aborted) throw error;
    const { added } = await dropImport.ask({ importId }).catch((lost) => {
      if (!isProblem(lost, 'unreachable')) throw lost;
      return dropImport.ask({ importId });
    });
    if (added) return added;
    throw signal.reason;
  }
}

/** Ask until it is finished, or the signal says stop; once more when the worker has died. */
async function finished(
  wish: { importId: string; parts: number; dryRun: boolean },
  signal: AbortSignal | undefined,
  onShare?: (share: number) => void,
): Promise<BundleSummary> {
  let lost = false;
  for (;;) {
    try {
      const { share, summary } = await finishImport.ask(wish);
      if (summary) return summary;
      lost = false;
      onShare?.(share);
    } catch (error) {
      if (lost || !isProblem(error, 'unreachable')) throw error;
      lost = true;
    }
    signal?.throwIfAborted();
  }
}

function isProblem(error: unknown, problem: string): boolean {
  return error instanceof RequestError && error.problem === problem;
}

type Part = {
  events: TrailEvent[];
  people: TrailPerson[];
  checkpoints: Checkpoint[];
  files: FileName[];
  pieces: FilePiece[];
  characters: number;
};

function emptyPart(): Part {
  return { events: [], people: [], checkpoints: [], files: [], pieces: [], characters: 0 };
}

function isFull({ events }: Part): boolean {
  return events.length >= importPartLimit;
}

function put(part: Part, item: BundleItem): void {
  if ('event' in item) part.events.push(item.event);
  else if ('person' in item) part.people.push(item.person);
  else if ('checkpoint' in item) part.checkpoints.push(item.checkpoint);
  else if ('file' in item) part.files.push(item.file);
  else if ('piece' in item) {
    part.pieces.push(item.piece);
    part.characters += item.piece.data.length;
  }
}

function placeOf({ line, column, writer, sequence }: BundleProblem): string {
  const place = [`line ${line}`, column && `column ${column}`, writer && `${writer}/${sequence}`];
  return place.filter(Boolean).join(', ');
}
