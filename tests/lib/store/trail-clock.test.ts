import { beforeEach, expect, it } from 'vitest';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { readRecordTrail } from '@/lib/store/record-trail';
import { checkTrail } from '@/lib/store/trail-check';
import { aMove, aSave, emptyDisk, startKeeper } from './setup';

// A clock that was set back is no fault of the trail, and nothing that may go unsaid.

beforeEach(emptyDisk);

it('is told with the first event after it and how often it happened; the trail is whole', async () => {
  const trail = await startKeeper().open();
  const first = await saveRecord(trail, aSave({ at: '2026-11-22T10:00:00.000Z' }));
  const second = await saveRecord(trail, aSave({ at: '2026-11-22T09:00:00.000Z' }));
  await moveRecord(trail, aMove({ recordId: first.recordId, at: '2026-11-22T09:30:00.000Z' }));
  const last = aMove({
    recordId: first.recordId,
    at: '2026-11-20T09:30:00.000Z',
    state: 'verified',
  });
  await moveRecord(trail, last);

  const report = await checkTrail(trail);
  expect(report.problem).toBeUndefined();
  expect(report.setBack).toMatchObject({ count: 2, sequence: 2 });

  // The event before may be of another record; the order of writing stands, whatever the clock said.
  expect((await readRecordTrail(trail, second.recordId)).setBack).toEqual([second.recordedAt]);
  const { events, setBack } = await readRecordTrail(trail, first.recordId);
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 3, 4]);
  expect(setBack).toEqual(['2026-11-20T09:30:00.000Z']);
});

it('is not told of a clock that was set right by seconds', async () => {
  const trail = await startKeeper().open();
  await saveRecord(trail, aSave({ at: '2026-11-22T10:00:59.000Z' }));
  const { recordId } = await saveRecord(trail, aSave({ at: '2026-11-22T10:00:00.000Z' }));
  expect(await checkTrail(trail)).not.toHaveProperty('setBack');
  expect((await readRecordTrail(trail, recordId)).setBack).toEqual([]);
});
