import { headToNote } from '@/lib/domain/fingerprint';
import type { AttestationRecord } from '@/lib/domain/record';
import type { TrailEvent } from '@/lib/domain/trail';
import { genesis, type Head } from '@/lib/domain/trail-chain';
import { isSetBack } from '@/lib/domain/trail-clock';
import { inOrder } from '@/lib/domain/trail-fold';
import { recordOf } from './record-rows';
import type { Trail } from './trail';
import { readTrailEnds } from './trail-ends';
import { eventAt, eventsOfRecord } from './trail-rows';
import type { Reading } from './transaction';

/**
 * One record with its events as they happened, and the end that is worth noting: this installation's own or, while it has written
 * nothing, that of the longest chain.
 */
export type RecordTrail = {
  record?: AttestationRecord;
  events: TrailEvent[];
  /** Times of those before which the clock had been set back. */
  setBack: string[];
  head: Head & { writer: string };
};

/** Everything that was written of one record; no record and no events when there is none of this id. */
export async function readRecordTrail(trail: Trail, recordId: string): Promise<RecordTrail> {
  const reading = trail.database.transaction(
    ['events', 'people'],
    'readonly',
  ) as unknown as Reading;
  const record = await recordOf(reading, recordId);
  const events = await eventsOfRecord(reading, recordId);
  const setBack = await setBackAmong(reading, events);
  // Read last, so that it is not before what was read of the record.
  const { heads, writer } = await readTrailEnds(trail);
  return {
    ...(record && { record }),
    events: inOrder(events),
    setBack,
    head: headToNote(heads, writer) ?? { writer, ...genesis },
  };
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
