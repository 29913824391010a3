import { exportName } from '@/components/export-name';
import { RequestError } from '@/lib/define-request';
import type { BundleSlice } from '@/lib/domain/bundle/bundle-slice';
import { BundleOutrun, writeBundle } from '@/lib/domain/bundle/bundle-write';
import { readOn } from '@/lib/domain/read-ahead';
import { type FilePiece, pieceCount } from '@/lib/domain/record/evidence';
import type { WriterHead } from '@/lib/domain/trail/trail-chain';
import { readFileName, readPiece, readTrail, readTrailEnds } from '@/lib/requests';
import { type FileSink, fileSink } from './file-sink';

/** From so many events on, the file goes straight to the disk where the browser can do that. */
const eventsOfALargeTrail = 50_000;

export type ExportWork = {
  /** Ours, for the file to say what wrote it. */
  version: string;
  now: Date;
  onShare?: (share: number) => void;
  signal?: AbortSignal;
};

/** The file's name ends in the fingerprint of this installation's chain. What could not be read is not in a file that is not whole. */
export type Exported = { file: string; isWhole: boolean };

/**
 * Write everything into a file that can be imported again and checked by anybody: events, people, evidence files,
 * checkpoints, heads. Memory holds little of it at a time. Throws an AbortError when it was stopped; then there is no file.
 */
export async function exportEverything(work: ExportWork): Promise<Exported> {
  const name = await exportName('everything', work.now, 'json');
  const { heads } = await readTrailEnds.ask();
  const events = heads.reduce((sum, { sequence }) => sum + sequence, 0);
  const sink = await fileSink(name, 'application/json', events >= eventsOfALargeTrail);
  try {
    let isWhole = false;
    for (let tries = 1; !isWhole && tries <= 2; tries++) {
      try {
        await writeAll(sink, work, false);
        isWhole = true;
      } catch (error) {
        if (!(error instanceof BundleOutrun)) throw error;
        await sink.beginAgain();
      }
    }
    // What is damaged must be able to leave, too: the file then shows the damage.
    if (!isWhole) await writeAll(sink, work, true);
    await sink.end();
    return { file: name, isWhole };
  } catch (error) {
    await sink.drop();
    throw error;
  }
}

async function writeAll(sink: FileSink, work: ExportWork, asItIs: boolean): Promise<void> {
  const { version, now, onShare, signal } = work;
  const ends = await readTrailEnds.ask();
  const begins = new Map(ends.checkpoints.map(({ writer, sequence }) => [writer, sequence]));
  const all = ends.heads.reduce(
    (sum, { writer, sequence }) => sum + sequence - (begins.get(writer) ?? 0),
    0,
  );
  let done = 0;
  async function* slices(): AsyncGenerator<BundleSlice> {
    for await (const slice of wholeTrail(ends.heads)) {
      yield slice;
      for (const [, from, until] of slice.held) done += until - from + 1;
      onShare?.(all === 0 ? 1 : Math.min(1, done / all));
    }
  }
  const parts = writeBundle({
    ...ends,
    product: `Countersign ${version}`,
    exportedAt: now.toISOString(),
    slices: slices(),
    readFile,
    asItIs,
  });
  for await (const part of parts) {
    signal?.throwIfAborted();
    await sink.write(part);
  }
}

async function* wholeTrail(heads: WriterHead[]): AsyncGenerator<BundleSlice> {
  const first: Parameters<typeof readTrail.ask>[0] = { heads };
  const parts = readOn(first, readTrail.ask, ({ end }) => end && { heads, after: end });
  for await (const { slice } of parts) yield slice;
}

async function readFile({ fileId, bytes }: { fileId: string; bytes: number }) {
  const { file } = await readFileName.ask({ fileId });
  return file && { name: file, pieces: pieces(fileId, pieceCount(bytes)) };
}

async function* pieces(fileId: string, count: number): AsyncGenerator<FilePiece> {
  for (let part = 0; part < count; part++) {
    try {
      yield await readPiece.ask({ fileId, part });
    } catch (error) {
      if (!(error instanceof RequestError) || error.problem !== 'file-gone') throw error;
      // Erased after its name was read, or its bytes are lost: the file's check will say which.
      return;
    }
  }
}
