import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordQuerySchema } from '@/lib/domain/record/record';
import { discardDraft, keepDraft, listDrafts } from '@/lib/store/draft-store';
import { listRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import type { Trail } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// The worker may die between any two lines: here every call it makes to a disk fails once, in turn.

const restores: (() => void)[] = [];
afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});
beforeEach(() => {
  emptyDisk();
  // The witness that could not be written is told to the console.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const all = recordQuerySchema.parse({});

const draft = {
  draftId: nextUuid(),
  attemptId: nextUuid(),
  place: 'manual',
  startedAt: '2026-11-22T08:00:00.000Z',
  changedAt: '2026-11-22T08:00:00.000Z',
  fields: contoso,
  touched: [],
};

/** Let `before` act in front of every call to a disk. */
function interceptCalls(before: (name: string) => void): void {
  const methods: [object, string[]][] = [
    [IDBDatabase.prototype, ['transaction']],
    [IDBObjectStore.prototype, ['add', 'put', 'delete', 'get', 'getAll', 'getKey', 'openCursor']],
    [IDBIndex.prototype, ['get', 'getAll', 'getKey', 'openCursor']],
    [fakeBrowser.storage.local, ['set']],
  ];
  for (const [owner, names] of methods) {
    for (const name of names) {
      const owned = owner as Record<string, (...given: unknown[]) => unknown>;
      const original = owned[name]!;
      owned[name] = function (this: unknown, ...given: unknown[]) {
        before(name);
        return original.apply(this, given);
      };
      restores.push(() => (owned[name] = original));
    }
  }
}

/** Do it again and again on a fresh disk, each time killed at the next call, until it gets through. */
async function killedAtEachCall(
  prepare: (trail: Trail) => Promise<void>,
  act: (trail: Trail) => Promise<unknown>,
  check: (trail: Trail) => Promise<void>,
): Promise<number> {
  for (let fatal = 1; ; fatal++) {
    emptyDisk();
    const keeper = startKeeper();
    const trail = await keeper.open();
    await prepare(trail);
    let calls = 0;
    interceptCalls(() => {
      calls += 1;
      if (calls >= fatal) throw new Error('killed');
    });
    await act(trail).catch((error: Error) => expect(error.message).toBe('killed'));
    for (const restore of restores.splice(0)) restore();
    await keeper.close();

    await check(await startKeeper().open());
    if (calls < fatal) return fatal - 1;
  }
}

describe('killed at each call to a disk', () => {
  it('saves a record wholly or not at all, and once when asked again', async () => {
    const save = aSave({ attemptId: draft.attemptId, draftId: draft.draftId });
    let whole = 0;
    const kills = await killedAtEachCall(
      (trail) => keepDraft(trail, draft),
      (trail) => saveRecord(trail, save),
      async (trail) => {
        const { events, people } = await trailOf(trail);
        const { all: records } = await listRecords(trail, all);
        const drafts = (await listDrafts(trail)).length;
        expect([
          [0, 0, 0, 1],
          [1, 1, 1, 0],
        ]).toContainEqual([events.length, people.length, records, drafts]);
        whole += events.length;

        const record = await saveRecord(trail, { ...save, recordId: nextUuid() });
        expect(record.current).toEqual(contoso);
        expect(await checkTrail(trail)).toMatchObject({ events: 1, records: 1 });
        expect(await checkTrail(trail)).not.toHaveProperty('problem');
        expect(await listDrafts(trail)).toEqual([]);
      },
    );
    expect(kills).toBeGreaterThan(12);
    expect(whole).toBeGreaterThan(1);
  });

  it('moves a record wholly or not at all', async () => {
    const first = aSave();
    const move = aMove({ recordId: first.recordId });
    await killedAtEachCall(
      async (trail) => void (await saveRecord(trail, first)),
      (trail) => moveRecord(trail, move),
      async (trail) => {
        const { records } = await listRecords(trail, all);
        expect(records[0]?.moves.length).toBe((await checkTrail(trail)).events - 1);
        expect((await moveRecord(trail, move)).moves).toHaveLength(1);
        expect(await checkTrail(trail)).not.toHaveProperty('problem');
      },
    );
  });

  it('keeps a draft as it was or as it is', async () => {
    const changed = { ...draft, fields: { ...contoso, lastName: 'Meier' } };
    await killedAtEachCall(
      (trail) => keepDraft(trail, draft),
      (trail) => keepDraft(trail, changed),
      async (trail) => expect([[draft], [changed]]).toContainEqual(await listDrafts(trail)),
    );
    await killedAtEachCall(
      (trail) => keepDraft(trail, draft),
      (trail) => discardDraft(trail, draft.draftId, '2026-11-22T09:00:00.000Z'),
      async (trail) => expect([[draft], []]).toContainEqual(await listDrafts(trail)),
    );
  });
});

it('says that the disk is full, and keeps the draft, when the commit fails after every request succeeded', async () => {
  const trail = await startKeeper().open();
  await keepDraft(trail, draft);
  const original = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown]) {
    const request = original.apply(this, given);
    const transaction = this.transaction as IDBTransaction & { _abort: (name: string) => void };
    request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
    return request;
  };
  restores.push(() => (IDBObjectStore.prototype.put = original));
  const save = aSave({ attemptId: draft.attemptId, draftId: draft.draftId });
  await expect(saveRecord(trail, save)).rejects.toMatchObject({ code: 'storage-full' });
  await expect(keepDraft(trail, { ...draft, place: 'other' })).rejects.toMatchObject({
    code: 'storage-full',
  });
  for (const restore of restores.splice(0)) restore();
  expect(await listDrafts(trail)).toEqual([draft]);
  expect(await checkTrail(trail)).toMatchObject({ events: 0, records: 0 });
});

it('writes strictly, whatever it writes', async () => {
  const asked: (IDBTransactionOptions | undefined)[] = [];
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
    if (mode === 'readwrite') asked.push(options);
    return original.call(this, stores, mode, options);
  };
  restores.push(() => (IDBDatabase.prototype.transaction = original));
  const trail = await startKeeper().open();
  await keepDraft(trail, draft);
  const { recordId } = await saveRecord(trail, aSave({ draftId: draft.draftId }));
  await moveRecord(trail, aMove({ recordId }));
  await discardDraft(trail, draft.draftId, '2026-11-22T09:00:00.000Z');
  expect(asked.length).toBeGreaterThanOrEqual(4);
  for (const options of asked) expect(options).toEqual({ durability: 'strict' });
});

it('says that a change was not written when the browser gives it up without a reason', async () => {
  const trail = await startKeeper().open();
  await keepDraft(trail, draft);
  const give = IDBDatabase.prototype.transaction;
  restores.push(() => (IDBDatabase.prototype.transaction = give));
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = give.apply(this, given as Parameters<typeof give>);
    if (given[1] === 'readwrite') queueMicrotask(() => transaction.abort());
    return transaction;
  } as typeof give;
  await expect(saveRecord(trail, aSave({ draftId: draft.draftId }))).rejects.toMatchObject({
    code: 'not-written',
  });
  IDBDatabase.prototype.transaction = give;
  expect(await listDrafts(trail)).toEqual([draft]);
  expect((await listRecords(trail, all)).all).toBe(0);
});
