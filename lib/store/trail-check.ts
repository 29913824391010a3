import type { Checkpoint, TrailEvent } from '@/lib/domain/trail/trail';
import {
  byWriter,
  firstBreak,
  genesis,
  type Head,
  hashOf,
  hashOfLine,
} from '@/lib/domain/trail/trail-chain';
import { isSetBack } from '@/lib/domain/trail/trail-clock';
import type { CheckCursor, TrailReport } from '@/lib/domain/trail/trail-report';
import { besideProblem } from './beside-check';
import { renewIndex } from './history-current';
import { type Damage, readChanges, readCheckpoints, type Trail } from './trail';
import { readReadableHead } from './trail-heads';
import { type RowsAfter, rowsAfter } from './trail-rows';
import type { Reading } from './transaction';

/** A part of a check: go on with the cursor, or the report when it is done. */
export type CheckedSome =
  | { checked: number; all: number; cursor: CheckCursor; report?: undefined }
  | { checked: number; all: number; cursor?: undefined; report: TrailReport };

/** Small enough that no slice keeps the worker busy for long. */
const slice = 256;

/**
 * Whether the trail is whole: every chain against its own links and its checkpoint, every person and file that stand
 * beside it against the digests in their events, and the end against the witness. Events added while this runs may be left out.
 * What lists are answered from is made anew of the events afterwards.
 */
export async function checkTrail(trail: Trail): Promise<TrailReport> {
  for (let cursor: CheckCursor | undefined; ; ) {
    const part: CheckedSome = await checkSome(trail, cursor, () => false);
    if (part.report) return part.report;
    cursor = part.cursor;
  }
}

/** Check on from a cursor until `isEnough`, asked after each slice: so that whoever asks can show how far it has come, and stop. */
export async function checkSome(
  trail: Trail,
  cursor: CheckCursor | undefined,
  isEnough: () => boolean,
): Promise<CheckedSome> {
  const all = await countEvents(trail);
  let at = cursor ?? { writer: '', sequence: 0, hash: '', at: '', since: '', checked: 0 };
  for (let reading = readSlice(trail, at); ; ) {
    const found = await reading;
    const next = passed(at, found.events);
    if (!found.last) {
      // The disk is read while the slice that is here is hashed; whoever stops does not look at it any more.
      reading = readSlice(trail, next);
      reading.catch(() => {});
    }
    const problem = await problemIn(trail, at, found);
    const { checked } = next;
    if (problem || found.last) {
      const report = await reportOf(trail, next, problem);
      await renewIndex(trail);
      return { checked, all, report };
    }
    at = next;
    if (isEnough()) return { checked, all: Math.max(all, checked), cursor: at };
  }
}

type Place = { code: string; writer: string; sequence: number };
type Slice = RowsAfter & { checkpoints: Checkpoint[] };

/** In one transaction: whoever is erased meanwhile is not missing. */
async function readSlice({ database }: Trail, { writer, sequence }: CheckCursor): Promise<Slice> {
  const stores = ['events', 'people', 'checkpoints'] as const;
  const reading = database.transaction([...stores], 'readonly') as unknown as Reading;
  const after = writer === '' ? undefined : ([writer, sequence] as const);
  const [rows, checkpoints] = await Promise.all([
    rowsAfter(reading, after, slice),
    readCheckpoints(reading),
  ]);
  return { ...rows, checkpoints };
}

function passed(at: CheckCursor, events: readonly TrailEvent[]): CheckCursor {
  const end = events.at(-1);
  return {
    writer: end?.writer ?? at.writer,
    sequence: end?.sequence ?? at.sequence,
    hash: end?.hash ?? at.hash,
    at: end?.at ?? at.at,
    since: earliest(at.since, events),
    checked: at.checked + events.length,
    ...setBackIn(at, events),
  };
}

/** How often the clock was set back by now, and where first; nothing when it never was. */
function setBackIn(at: CheckCursor, events: readonly TrailEvent[]): Pick<CheckCursor, 'setBack'> {
  let { setBack } = at;
  let before: Pick<TrailEvent, 'writer' | 'at'> = at;
  for (const event of events) {
    if (event.writer === before.writer && isSetBack(before, event)) {
      const { writer, sequence } = setBack ?? event;
      setBack = { count: (setBack?.count ?? 0) + 1, writer, sequence };
    }
    before = event;
  }
  return setBack ? { setBack } : {};
}

async function problemIn(
  trail: Trail,
  at: CheckCursor,
  { events, lines, people, unreadable, unfindable, checkpoints }: Slice,
): Promise<Place | undefined> {
  return (
    linkProblem(events, lines, startsOf(checkpoints, at)) ??
    (unreadable && { ...unreadable, code: 'missing' }) ??
    (unfindable && { ...unfindable, code: 'record-changed' }) ??
    (await besideProblem(trail, events, people))
  );
}

/** What each chain's next event must follow: what was checked before, a checkpoint, or nothing. */
function startsOf(checkpoints: readonly Checkpoint[], at: CheckCursor): Map<string, Head> {
  const starts = new Map<string, Head>();
  for (const { writer, sequence, hash } of checkpoints) starts.set(writer, { sequence, hash });
  if (at.writer !== '') starts.set(at.writer, { sequence: at.sequence, hash: at.hash });
  return starts;
}

function linkProblem(
  events: readonly TrailEvent[],
  lines: ReadonlyMap<TrailEvent, string>,
  starts: ReadonlyMap<string, Head>,
): Place | undefined {
  // A line with the right hash is the text that was hashed. One that was written in another order is written canonically.
  const hash = (event: TrailEvent) => {
    const own = hashOfLine(lines.get(event) ?? '{}', event.hash);
    return own === event.hash ? own : hashOf(event);
  };
  for (const [writer, chain] of byWriter(events)) {
    const found = firstBreak(chain, { writer, after: starts.get(writer) ?? genesis, hash });
    if (found) return found;
  }
  return undefined;
}

async function reportOf(
  { database, damage }: Trail,
  { since, setBack }: CheckCursor,
  found: Place | undefined,
): Promise<TrailReport> {
  const reading = database.transaction(['meta', 'events'], 'readonly') as unknown as Reading;
  const row = await reading.objectStore('meta').get('installation');
  const head = row?.key === 'installation' ? await readReadableHead(reading, row.writer) : genesis;
  const { events, records } = await readChanges(reading);
  // With damage, what is left may hang together: then the damage itself is what there is to say.
  const problem = found ?? (damage && placeOf(damage));
  const whole = {
    events,
    records,
    head: head.hash,
    since: damage?.since ?? since,
    ...(setBack && { setBack }),
  };
  return problem ? { ...whole, since: damage?.since ?? '', problem } : whole;
}

function placeOf({ code, writer, sequence }: Damage): Place {
  return { code, writer, sequence };
}

async function countEvents({ database }: Trail): Promise<number> {
  const reading = database.transaction('meta', 'readonly') as unknown as Reading;
  return (await readChanges(reading)).events;
}

function earliest(since: string, events: readonly TrailEvent[]): string {
  return events.reduce((first, { at }) => (first === '' || at < first ? at : first), since);
}
