import { exportName } from '@/components/export-name';
import { RequestError } from '@/lib/define-request';
import { BundleOutrun, type BundleSlice, writeBundle } from '@/lib/domain/bundle-write';
import { type FilePiece, pieceCount } from '@/lib/domain/evidence';
import type { TrailEvent } from '@/lib/domain/trail';
import { readFileName, readPiece, readTrail, readTrailEnds } from '@/lib/requests';
import { type FileSink, fileSink } from './file-sink';

/** How many events are asked for at a time. */
const eventsAtOnce = 1_000;
/** From so many events on, the file goes straight to the disk where the browser can do that. */
const eventsOfALargeTrail = 50_000;

export type ExportWork = {
  /** Ours, for the file to say what wrote it. */
  version: string;
  now: Date;
  onShare?: (share: number) => void;
  signal?: AbortSignal;
};

/**
 * Write everything into a file that can be imported again and checked by anybody: events, people, evidence files,
 * checkpoints, heads. Memory holds little of it at a time. Answers with the file's name, which ends in the
 * fingerprint of this installation's chain. Throws an AbortError when it was stopped; then there is no file.
 */
export async function exportEverything(work: ExportWork): Promise<string> {
  const name = await exportName('everything', work.now, 'json');
  const { heads } = await readTrailEnds.ask();
  const events = heads.reduce((sum, { sequence }) => sum + sequence, 0);
  const sink = await fileSink(name, 'application/json', events >= eventsOfALargeTrail);
  try {
    for (let tries = 1; ; tries++) {
      try {
        // What is damaged must be able to leave, too: the file then shows the damage.
        await writeAll(sink, work, tries === 3);
        break;
      } catch (error) {
        if (!(error instanceof BundleOutrun)) throw error;
        await sink.beginAgain();
      }
    }
    await sink.end();
    return name;
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
  const attached = new Map<string, number>();
  async function* slices(): AsyncGenerator<BundleSlice> {
    for await (const slice of wholeTrail()) {
      for (const event of slice.events) noteFile(attached, event);
      yield slice;
      done += slice.events.length;
      onShare?.(all === 0 ? 1 : Math.min(1, done / all));
    }
  }
  const text = writeBundle({
    ...ends,
    product: `Countersign ${version}`,
    exportedAt: now.toISOString(),
    slices: slices(),
    readFile: (fileId) => readFile(fileId, attached.get(fileId) ?? 0),
    asItIs,
  });
  for await (const part of text) {
    signal?.throwIfAborted();
    await sink.write(part);
  }
}

function noteFile(attached: Map<string, number>, event: TrailEvent): void {
  if (event.kind === 'attached') attached.set(event.file.fileId, event.file.bytes);
}

async function* wholeTrail(): AsyncGenerator<BundleSlice> {
  let after: [string, number] | undefined;
  for (;;) {
    const slice = await readTrail.ask({ ...(after && { after }), limit: eventsAtOnce });
    yield slice;
    const end = slice.events.at(-1);
    if (slice.last || end === undefined) return;
    after = [end.writer, end.sequence];
  }
}

async function readFile(fileId: string, bytes: number) {
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
