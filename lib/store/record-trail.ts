import type { AttestationRecord } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import type { Head } from '@/lib/domain/trail/trail-chain';
import { isSetBack } from '@/lib/domain/trail/trail-clock';
import { inOrder } from '@/lib/domain/trail/trail-fold';
import { recordOf } from './record-rows';
import { readInstallation, type Trail } from './trail';
import { readNewest } from './trail-heads';
import { eventAt, eventsOfRecord, placesOfRecord } from './trail-rows';
import type { Reading } from './transaction';

/** The chain of an installation that wrote of a record, and its newest event; none where that cannot be read. */
export type RecordChain = { writer: string; newest?: Head & { at: string } };

/** One record with its events as they happened, and the chains in which these lie. */
export type RecordTrail = {
  record?: AttestationRecord;
  events: TrailEvent[];
  /** How many more there are that cannot be read: their lines on the disk are spoilt. */
  unread: number;
  /** Times of those before which the clock had been set back. */
  setBack: string[];
  /** This installation. */
  writer: string;
  /** This installation's own first, then in the order in which they came to write of the record. */
  chains: RecordChain[];
};

/** Everything that was written of one record; no record and no events when there is none of this id. */
export async function readRecordTrail(trail: Trail, recordId: string): Promise<RecordTrail> {
  const reading = trail.database.transaction(
    ['events', 'people', 'meta'],
    'readonly',
  ) as unknown as Reading;
  const record = await recordOf(reading, recordId);
  const [found, places] = await Promise.all([
    eventsOfRecord(reading, recordId),
    placesOfRecord(reading, recordId),
  ]);
  const events = inOrder(found);
  const setBack = await setBackAmong(reading, events);
  const { writer } = await readInstallation(reading);
  const writers = [...events, ...places].map((place) => place.writer);
  const chains = await chainsOf(reading, new Set(writers), writer);
  const unread = places.length - events.length;
  return { ...(record && { record }), events, unread, setBack, writer, chains };
}

async function chainsOf(
  reading: Reading,
  writers: ReadonlySet<string>,
  own: string,
): Promise<RecordChain[]> {
  const ownFirst = [...writers].sort((one, other) => Number(other === own) - Number(one === own));
  return Promise.all(
    ownFirst.map(async (writer) => {
      const newest = await readNewest(reading, writer);
      if (!newest) return { writer };
      const { sequence, hash, at } = newest;
      return { writer, newest: { sequence, hash, at } };
    }),
  );
}

/** The event before may be of another record: a clock is one for all of them. */
async function setBackAmong(reading: Reading, events: readonly TrailEvent[]): Promise<string[]> {
  const before = await Promise.all(
    events.map(({ writer, sequence }) => eventAt(reading, writer, sequence - 1)),
  );
  return events
    .filter((event, at) => before[at] && isSetBack(before[at], event))
    .map(({ at }) => at);
}
