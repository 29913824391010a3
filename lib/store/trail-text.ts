import { type BundleSlice, bundleSlice } from '@/lib/domain/bundle/bundle-slice';
import { keptEventSchema, signerOf, type TrailEvent } from '@/lib/domain/trail/trail';
import type { WriterHead } from '@/lib/domain/trail/trail-chain';
import type { EventBlock, PeopleBlock } from './database';
import type { Trail } from './trail';
import { blockSize, eventIn, linesIn, peopleIn } from './trail-blocks';
import type { Reading } from './transaction';

// The trail as text, for a file with everything: its lines lie on the disk as they go into that.

/** About how many events are read at a time, in whole rows: one answer holds a megabyte or two of them. */
const eventsAtOnce = 1_024;

/** What lies in some rows, and the place of the last of them when more may follow. */
export type TrailPart = { slice: BundleSlice; end?: [writer: string, sequence: number] };

/**
 * The rows of events after a place with the people beside them, as far as `heads`. A line that the disk has spoilt is left
 * out, and the slice shows the gap, also where no event follows it; that a line was changed shows in the file, which carries every hash.
 */
export async function readTrail(
  { database }: Trail,
  after: readonly [writer: string, sequence: number] | undefined,
  heads: readonly WriterHead[],
  about = eventsAtOnce,
): Promise<TrailPart> {
  const reading = database.transaction(['events', 'people'], 'readonly') as unknown as Reading;
  const events: [TrailEvent, string][] = [];
  const people = new Map<string, string>();
  const spoilt: BundleSlice['held'] = [];
  const sliced = () => {
    const slice = bundleSlice(events, people, heads);
    return { ...slice, held: [...slice.held, ...spoilt] };
  };
  let end: [string, number] | undefined = after && [...after];
  for (let perRow = blockSize; events.length < about; ) {
    const range = end && IDBKeyRange.lowerBound(end, true);
    const wanted = Math.ceil((about - events.length) / perRow);
    // Rows of people have keys of rows of events: as many reach at least as far.
    const [rows, peopleRows] = await Promise.all([
      reading.objectStore('events').getAll(range, wanted),
      reading.objectStore('people').getAll(range, wanted),
    ]);
    for (const row of rows) {
      events.push(...readable(row));
      if (isSpoiltEnd(row, heads)) spoilt.push([row.writer, row.last + 1, row.last]);
    }
    for (const row of peopleRows) notePeople(people, row);
    const last = rows.at(-1);
    if (last) end = [last.writer, last.last];
    if (rows.length < wanted) return { slice: sliced() };
    perRow = Math.max(1, rows.reduce((sum, row) => sum + row.lines.length, 0) / rows.length);
  }
  return { slice: sliced(), ...(end && { end }) };
}

/** Whether a row ends, after the last event that can be read, with one that cannot: as a stretch of nothing after it the gap is seen. */
function isSpoiltEnd(row: EventBlock, heads: readonly WriterHead[]): boolean {
  const head = heads.find(({ writer }) => writer === row.writer);
  return row.last > (head?.sequence ?? 0) && !eventIn(row, row.lines.length - 1);
}

function readable(row: EventBlock): [event: TrailEvent, line: string][] {
  return linesIn(row).filter(([event]) => {
    if (typeof event.writer !== 'string' || typeof event.sequence !== 'number') return false;
    // What these say of files and people is acted on.
    if (event.kind === 'attached' || event.kind === 'erased')
      return keptEventSchema.safeParse(event).success;
    return typeof (signerOf(event) ?? '') === 'string';
  });
}

function notePeople(people: Map<string, string>, row: PeopleBlock): void {
  const whole = new Set(peopleIn(row).map(({ digest }) => digest));
  row.lines.forEach((line, place) => {
    const digest = row.digests[place]!;
    if (whole.has(digest)) people.set(digest, line);
  });
}
