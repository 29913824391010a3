import { beforeEach, describe, expect, it } from 'vitest';
import { firstBreak } from '@/lib/domain/trail/trail-chain';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { moveRecord, type RecordToSave, saveRecord } from '@/lib/store/history-store';
import { checkTrail } from '@/lib/store/trail-check';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

beforeEach(emptyDisk);

it('saves one record when one attempt is asked fifty times at once', async () => {
  const trail = await startKeeper().open();
  const save = aSave();
  const records = await Promise.all(
    Array.from({ length: 50 }, () => saveRecord(trail, { ...save, recordId: nextUuid() })),
  );
  expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(1);
  expect(await checkTrail(trail)).toMatchObject({ events: 1, records: 1 });
});

it('keeps one unbroken chain when twenty are saved at once from two contexts', async () => {
  const one = await startKeeper().open();
  const other = await startKeeper().open();
  await Promise.all(Array.from({ length: 20 }, (_, i) => saveRecord(i % 2 ? one : other, aSave())));
  const { events } = await trailOf(one);
  expect(events.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  expect(firstBreak(events)).toBeUndefined();
  expect(await checkTrail(one)).not.toHaveProperty('problem');
});

it('keeps the old version of a corrected record', async () => {
  const trail = await startKeeper().open();
  const { recordId } = await saveRecord(trail, aSave());
  const attestation = { ...contoso, lastName: 'Meier' };
  const corrected = await saveRecord(
    trail,
    aSave({ recordId, correctsVersion: 1, attestation, reason: 'misread' }),
  );
  expect(corrected.current.lastName).toBe('Meier');
  expect(
    corrected.versions.map((one) => [one.version, one.attestation.lastName, one.reason]),
  ).toEqual([
    [1, 'Müller', ''],
    [2, 'Meier', 'misread'],
  ]);
});

it('refuses a correction of a version that is no longer the last', async () => {
  const trail = await startKeeper().open();
  const { recordId } = await saveRecord(trail, aSave());
  const both = await Promise.allSettled([
    saveRecord(trail, aSave({ recordId, correctsVersion: 1 })),
    saveRecord(trail, aSave({ recordId, correctsVersion: 1 })),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    code: 'superseded',
  });
});

it('writes a move of state and refuses one of a record that is not there', async () => {
  const trail = await startKeeper().open();
  const { recordId } = await saveRecord(trail, aSave());
  const moved = await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'twice' }));
  expect(moved).toMatchObject({ state: 'withdrawn', moves: [{ note: 'twice' }] });
  await expect(moveRecord(trail, aMove({ recordId: nextUuid() }))).rejects.toMatchObject({
    code: 'record-missing',
  });
});

it('keeps the signer out of the events', async () => {
  const trail = await startKeeper().open();
  await saveRecord(trail, aSave());
  const { events, people } = await trailOf(trail);
  expect(JSON.stringify(events)).not.toMatch(/Léa|Müller|lea@|1234567/);
  expect(people).toHaveLength(1);
});

it('lets the draft go with its save, and does not let a late change bring it back', async () => {
  const trail = await startKeeper().open();
  const draft = {
    draftId: nextUuid(),
    attemptId: nextUuid(),
    place: 'manual',
    startedAt: '2026-11-22T08:00:00.000Z',
    changedAt: '2026-11-22T08:00:00.000Z',
    fields: contoso,
    touched: [],
  };
  await keepDraft(trail, draft);
  expect(await listDrafts(trail)).toEqual([draft]);
  await saveRecord(trail, aSave({ attemptId: draft.attemptId, draftId: draft.draftId }));
  await expect(keepDraft(trail, draft)).rejects.toMatchObject({ code: 'already-saved' });
  expect(await listDrafts(trail)).toEqual([]);
});

describe('the same attempt with other content', () => {
  it.each<[string, Partial<RecordToSave>]>([
    ['another case', { attestation: { ...contoso, reference: 'T-4712' } }],
    ['another signer', { attestation: { ...contoso, lastName: 'Meier' } }],
    ['another reason', { reason: 'misread' }],
    ['a correction', { correctsVersion: 1 }],
  ])('is refused: %s', async (_name, change) => {
    const trail = await startKeeper().open();
    const save = aSave();
    const saved = await saveRecord(trail, save);
    await expect(saveRecord(trail, { ...save, ...change })).rejects.toMatchObject({
      code: 'already-saved',
    });
    expect(await saveRecord(trail, { ...save, recordId: nextUuid() })).toEqual(saved);
  });

  it('is refused for a correction, whatever else it corrects', async () => {
    const trail = await startKeeper().open();
    const { recordId } = await saveRecord(trail, aSave());
    const other = await saveRecord(trail, aSave());
    const correction = aSave({ recordId, correctsVersion: 1, reason: 'misread' });
    const corrected = await saveRecord(trail, correction);
    for (const change of [{ correctsVersion: 2 }, { recordId: other.recordId }])
      await expect(saveRecord(trail, { ...correction, ...change })).rejects.toMatchObject({
        code: 'already-saved',
      });
    expect(await saveRecord(trail, correction)).toEqual(corrected);
  });

  it('is refused for a move', async () => {
    const trail = await startKeeper().open();
    const { recordId } = await saveRecord(trail, aSave());
    const move = aMove({ recordId });
    const moved = await moveRecord(trail, move);
    await expect(moveRecord(trail, { ...move, state: 'verified' })).rejects.toMatchObject({
      code: 'already-saved',
    });
    expect(await moveRecord(trail, move)).toEqual(moved);
  });

  it('is refused to the slower of two contexts', async () => {
    const one = await startKeeper().open();
    const other = await startKeeper().open();
    const save = aSave();
    const both = await Promise.allSettled([
      saveRecord(one, save),
      saveRecord(other, { ...save, reason: 'misread' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await trailOf(one)).events).toHaveLength(1);
  });
});

it('leaves a withdrawn record as it is', async () => {
  const trail = await startKeeper().open();
  const { recordId } = await saveRecord(trail, aSave());
  const withdrawal = aMove({ recordId, state: 'withdrawn', note: 'twice' });
  const withdrawn = await moveRecord(trail, withdrawal);
  for (const late of [
    () => moveRecord(trail, aMove({ recordId, state: 'verified' })),
    () => saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'misread' })),
  ])
    await expect(late()).rejects.toMatchObject({ code: 'superseded' });
  expect(await moveRecord(trail, withdrawal)).toEqual(withdrawn);
});
