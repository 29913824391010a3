import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshDraft } from '@/lib/domain/record/draft';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { genesis, linkEvent } from '@/lib/domain/trail/trail-chain';
import { keepDraftFile } from '@/lib/store/draft-files';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { eraseRecord } from '@/lib/store/erase';
import { currentIndex } from '@/lib/store/history-current';
import { keepPack } from '@/lib/store/history-pack';
import { listRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { readRecordTrail } from '@/lib/store/record-trail';
import type { Trail } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { finishStaged, importTrail, readAdded, stagePart } from '@/lib/store/trail-import';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { draftsChangedKey } from '@/lib/store/witness';
import { bundleParts, bundleText } from '../domain/bundle/bundle-text';
import { sampleTrail, writerA, writerB } from '../domain/trail/trail-sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

const at = '2026-11-22T12:00:00.000Z';
const all = recordQuerySchema.parse({});
beforeEach(emptyDisk);

async function exported(trail: Trail): Promise<string> {
  return bundleText([await trailOf(trail, 2)]);
}

function bundleOf(text: string) {
  return { ...bundleParts(text), dryRun: false };
}

/** A trail with a corrected, a moved and a plain record. */
async function fill(trail: Trail): Promise<void> {
  const { recordId } = await saveRecord(trail, aSave());
  await saveRecord(trail, aSave({ attestation: { ...contoso, companyName: 'Fabrikam' } }));
  await saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'misread' }));
  const { recordId: third } = await saveRecord(trail, aSave());
  await moveRecord(trail, aMove({ recordId: third, state: 'withdrawn', note: 'twice' }));
}

it('is the same to the last byte after export, wipe and import', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  await fill(trail);
  const before = await exported(trail);
  const records = await listRecords(trail, all);

  await wipeTrail(keeper, at, nextUuid);
  expect(await listRecords(trail, all)).toEqual({ records: [], total: 0, all: 0 });
  const summary = await importTrail(keeper, await bundleOf(before), at);
  expect(summary).toEqual({ events: 5, eventsAlreadyHere: 0, records: 3, people: 4 });
  expect(await exported(trail)).toBe(before);
  expect(await listRecords(trail, all)).toEqual(records);
  expect(await checkTrail(trail)).not.toHaveProperty('problem');
});

it('adds nothing twice, and only counts in a dry run', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  await fill(trail);
  const bundle = await bundleOf(await exported(trail));
  expect(await importTrail(keeper, bundle, at)).toEqual({
    events: 0,
    eventsAlreadyHere: 5,
    records: 0,
    people: 0,
  });
  await wipeTrail(keeper, at, nextUuid);
  expect(await importTrail(keeper, { ...bundle, dryRun: true }, at)).toMatchObject({
    events: 5,
    records: 3,
  });
  expect(await checkTrail(trail)).toMatchObject({ events: 0, records: 0 });
});

it('adds what is new of a chain that is partly here', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  await saveRecord(trail, aSave());
  const early = await bundleOf(await exported(trail));
  await moveRecord(trail, aMove({ recordId: early.events[0]!.recordId }));
  const late = await bundleOf(await exported(trail));

  emptyDisk();
  const colleague = startKeeper();
  await importTrail(colleague, early, at);
  expect(await importTrail(colleague, late, at)).toMatchObject({ events: 1, eventsAlreadyHere: 1 });
  const { records } = await listRecords(await colleague.open(), all);
  expect(records).toMatchObject([{ state: 'link-created' }]);
});

it('goes on with a colleague’s record in a chain of its own', async () => {
  await fill(await startKeeper().open());
  const bundle = await bundleOf(await exported(await startKeeper().open()));
  emptyDisk();
  const keeper = startKeeper();
  await importTrail(keeper, bundle, at);
  const trail = await keeper.open();
  const moved = await moveRecord(trail, aMove({ recordId: bundle.events[1]!.recordId, at }));
  expect(moved).toMatchObject({ state: 'link-created', writer: bundle.events[0]!.writer });
  expect(await checkTrail(trail)).toMatchObject({ events: 6, records: 3 });
  // And the colleague can take the whole back.
  expect(bundleParts(await exported(trail)).events).toHaveLength(6);
});

it('does not bring back a person who was erased here', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  await fill(trail);
  const bundle = await bundleOf(await exported(trail));
  await trail.database.delete('people', [bundle.events[0]!.writer, 1]);
  await importTrail(keeper, bundle, at);
  expect(await trail.database.count('people')).toBe(bundle.people.length - 1);
});

describe('beside another change of the trail', () => {
  it.each([
    ['an empty trail', false],
    ['a trail with records', true],
  ])('brings no record in twice that two files begin, into %s', async (_, hasRecords) => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    if (hasRecords) await saveRecord(trail, aSave());
    const both = [
      await sampleTrail(1, writerA),
      await withOtherAttempts(await sampleTrail(1, writerB)),
    ];
    expect(both[0]!.events[0]!.recordId).toBe(both[1]!.events[0]!.recordId);
    const ends = await Promise.allSettled(
      both.map((one) => importTrail(keeper, { ...one, dryRun: false }, at)),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'import-record-twice' },
    });
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    expect((await listRecords(trail, all)).total).toBe(hasRecords ? 2 : 1);
  });

  it('keeps what is saved while it begins, and shows all of it', async () => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    await saveRecord(trail, aSave());
    const saves = Array.from({ length: 5 }, () => saveRecord(trail, aSave()));
    const file = { ...(await sampleTrail(3)), dryRun: false };
    expect(await importTrail(keeper, file, at)).toMatchObject({ records: 3 });
    await Promise.all(saves);
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    expect((await listRecords(trail, all)).total).toBe(9);
    expect(
      (await listRecords(await startKeeper().open(), { ...all, sort: 'companyName' })).total,
    ).toBe(9);
  });
});

async function withOtherAttempts({ events, people }: Awaited<ReturnType<typeof sampleTrail>>) {
  const chain: TrailEvent[] = [];
  for (const { hash: _, ...event } of events)
    chain.push(linkEvent({ ...event, attemptId: nextUuid() }, chain.at(-1) ?? genesis));
  return { events: chain, people };
}

describe('refuses all of it', () => {
  it.each([
    [
      'a dropped event',
      'import-missing',
      (b: Bundle) => ({ ...b, events: b.events.toSpliced(1, 1) }),
    ],
    [
      'an edited event',
      'import-changed',
      (b: Bundle) => ({ ...b, events: b.events.with(0, { ...b.events[0]!, at }) }),
    ],
    [
      'an edited person',
      'import-person-changed',
      (b: Bundle) => ({
        ...b,
        people: b.people.with(0, {
          ...b.people[0]!,
          signer: { ...b.people[0]!.signer, lastName: 'X' },
        }),
      }),
    ],
    [
      'a person of no event',
      'import-person-stray',
      (b: Bundle) => ({
        ...b,
        people: [...b.people, { ...b.people[0]!, digest: '0'.repeat(64) }],
      }),
    ],
  ] as const)('%s', async (_name, code, change) => {
    await fill(await startKeeper().open());
    const bundle = await bundleOf(await exported(await startKeeper().open()));
    emptyDisk();
    const keeper = startKeeper();
    const trail = await keeper.open();
    await saveRecord(trail, aSave());
    const before = await exported(trail);
    await expect(importTrail(keeper, change(bundle), at)).rejects.toMatchObject({ code });
    expect(await exported(trail)).toBe(before);
  });

  it('a chain that goes another way, and names where', async () => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    await saveRecord(trail, aSave());
    const installation = await trail.database.get('meta', 'installation');
    await saveRecord(trail, aSave());
    const bundle = await bundleOf(await exported(trail));

    emptyDisk();
    const again = startKeeper();
    const restored = await again.open();
    await importTrail(
      again,
      {
        ...bundle,
        events: bundle.events.slice(0, 1),
        people: bundle.people.filter(
          ({ digest }) => 'signer' in bundle.events[0]! && bundle.events[0]!.signer === digest,
        ),
      },
      at,
    );
    await restored.database.put('meta', installation!);
    await saveRecord(restored, aSave());
    await expect(importTrail(again, bundle, at)).rejects.toMatchObject({
      code: 'import-fork',
      detail: `${bundle.events[0]!.writer}/2`,
    });
    expect(await restored.database.count('events')).toBe(2);
  });
});

it('takes what was erased elsewhere from the disk in one go with itself', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  const signer = { ...contoso, lastName: 'Éphémère' };
  const { recordId } = await saveRecord(trail, aSave({ attestation: signer }));
  await saveRecord(trail, aSave());
  const disk = globalThis.indexedDB;

  const given = bundleOf(await exported(trail));
  emptyDisk();
  const elsewhere = startKeeper();
  await importTrail(elsewhere, given, at);
  const { attemptId, by, offsetMinutes } = aMove({ recordId });
  const wish = { attemptId, recordId, by, at, offsetMinutes, fileIds: [], reason: 'asked' };
  await eraseRecord(await elsewhere.open(), wish);
  const back = bundleOf(await exported(await elsewhere.open()));

  globalThis.indexedDB = disk;
  await currentIndex(trail, { texts: true });
  await keepPack(trail, true);
  const onDisk = async () =>
    JSON.stringify([await trail.database.getAll('packs'), await trail.database.getAll('people')]);
  expect(await onDisk()).toMatch(/Éphémère.*ephemere|ephemere.*Éphémère/s);
  // The worker ends as soon as the import is on the disk: nothing is made anew after it.
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    stores,
    ...how
  ) {
    const isPack = how[0] === 'readwrite' && [...stores].includes('packs');
    if (isPack && ![...stores].includes('events')) throw new Error('ended');
    return transaction.call(this, stores, ...how);
  });
  await importTrail(keeper, back, at);
  expect(warned).toHaveBeenCalledWith(expect.anything(), new Error('ended'));
  vi.restoreAllMocks();
  expect(await onDisk()).not.toMatch(/Éphémère|ephemere/);

  const next = await startKeeper().open();
  const found = await listRecords(next, recordQuerySchema.parse({ text: 'ephemere' }));
  expect(found).toMatchObject({ total: 0, all: 2 });
  expect(await checkTrail(next)).not.toHaveProperty('problem');
});

it('takes drafts that correct what was erased elsewhere, and imports that wait, and says so', async () => {
  const keeper = startKeeper();
  const trail = await keeper.open();
  const { recordId } = await saveRecord(trail, aSave());
  const other = await saveRecord(trail, aSave());
  const disk = globalThis.indexedDB;

  const given = bundleOf(await exported(trail));
  emptyDisk();
  const elsewhere = startKeeper();
  await importTrail(elsewhere, given, at);
  const { attemptId, by, offsetMinutes } = aMove({ recordId });
  const wish = { attemptId, recordId, by, at, offsetMinutes, fileIds: [], reason: 'asked' };
  await eraseRecord(await elsewhere.open(), wish);
  const back = bundleOf(await exported(await elsewhere.open()));

  globalThis.indexedDB = disk;
  const ids = new Map<string, string>();
  for (const corrected of [recordId, other.recordId]) {
    const own = { draftId: nextUuid(), attemptId: nextUuid() };
    const draft = freshDraft('manual', contoso, own, new Date(0));
    await keepDraft(trail, { ...draft, corrects: { recordId: corrected, version: 1 } });
    ids.set(corrected, draft.draftId);
  }
  const draftId = ids.get(recordId)!;
  const about = { fileId: nextUuid(), name: 'Müller.png', salt: 'a'.repeat(64), type: '', at };
  const bytes = new Uint8Array(9);
  await keepDraftFile(trail, { ...about, draftId, origin: 'picked', bytes });
  const waiting = { importId: nextUuid(), part: 0, events: given.events, people: given.people };
  await stagePart(trail, { ...waiting, checkpoints: [], files: [], pieces: [] });
  const told: unknown[] = [];
  fakeBrowser.storage.onChanged.addListener((changes) => {
    if (changes[draftsChangedKey]) told.push(changes[draftsChangedKey].newValue);
  });
  await importTrail(keeper, { ...back, dryRun: true }, at);
  expect(await listDrafts(trail)).toHaveLength(2);
  await importTrail(keeper, back, at);
  expect((await listDrafts(trail)).map((draft) => draft.draftId)).toEqual([
    ids.get(other.recordId),
  ]);
  expect(await trail.database.count('evidence')).toBe(0);
  expect(await trail.database.count('staging')).toBe(0);
  expect(told).toEqual([{ draftId: '', at }]);
  // A change of a page that has it open must not bring it back.
  const late = { draftId, attemptId: nextUuid() };
  await expect(
    keepDraft(trail, freshDraft('manual', contoso, late, new Date(0))),
  ).rejects.toMatchObject({ code: 'draft-gone' });
  // Once is enough.
  await importTrail(keeper, back, at);
  expect(told).toHaveLength(1);
});

describe('a version of elsewhere of a record that was erased here', () => {
  /** A record that was erased here, and what a colleague has written of it meanwhile. */
  async function erasedHere(theyErase: boolean) {
    const keeper = startKeeper();
    const trail = await keeper.open();
    const { recordId, number } = await saveRecord(trail, aSave());
    const other = await saveRecord(trail, aSave());
    const disk = globalThis.indexedDB;
    const given = bundleOf(await exported(trail));
    const erasure = () => {
      const { attemptId, by, offsetMinutes } = aMove({ recordId });
      return { attemptId, recordId, by, at, offsetMinutes, fileIds: [], reason: 'asked' };
    };

    emptyDisk();
    const elsewhere = startKeeper();
    await importTrail(elsewhere, given, at);
    const theirs = await elsewhere.open();
    const attestation = { ...contoso, lastName: 'Éphémère' };
    for (const id of [recordId, other.recordId])
      await saveRecord(theirs, aSave({ recordId: id, correctsVersion: 1, attestation }));
    if (theyErase) await eraseRecord(theirs, erasure());
    const back = bundleOf(await exported(theirs));

    globalThis.indexedDB = disk;
    await eraseRecord(trail, erasure());
    return { keeper, trail, recordId, number, back, erasure };
  }

  it('is named before it comes and when it has come, and can be erased again', async () => {
    const { keeper, trail, recordId, number, back, erasure } = await erasedHere(false);
    const broughtBack = { count: 1, records: [{ recordId, number }] };
    const dry = await importTrail(keeper, { ...back, dryRun: true }, at);
    expect(dry).toMatchObject({ events: 2, people: 2, broughtBack });
    expect(await importTrail(keeper, back, at)).toEqual(dry);
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    const shown = async () => {
      const { record } = await readRecordTrail(trail, recordId);
      return record!.versions.map(({ attestation }) => attestation.lastName);
    };
    expect(await shown()).toEqual(['', 'Éphémère']);
    // It is said of what a file adds, once.
    expect(await importTrail(keeper, back, at)).not.toHaveProperty('broughtBack');
    await eraseRecord(trail, erasure());
    expect(await shown()).toEqual(['', '']);
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
  });

  it('is named also by a worker that answers for one that has died', async () => {
    const { keeper, trail, recordId, number, back } = await erasedHere(false);
    const importId = nextUuid();
    const { events, people } = back;
    const beside = { checkpoints: [], files: [], pieces: [] };
    await stagePart(trail, { importId, part: 0, events, people, ...beside });
    const added = await finishStaged(keeper, { importId, parts: 1, dryRun: false }, at);
    expect(added.broughtBack).toEqual({ count: 1, records: [{ recordId, number }] });
    expect(await readAdded(trail, importId)).toEqual(added);
  });

  it('is not named when the file erases it itself, and is not kept', async () => {
    const { keeper, trail, recordId, back } = await erasedHere(true);
    for (const dryRun of [true, false])
      expect(await importTrail(keeper, { ...back, dryRun }, at)).not.toHaveProperty('broughtBack');
    const { record } = await readRecordTrail(trail, recordId);
    expect(record!.versions.map(({ attestation }) => attestation.lastName)).toEqual(['', '']);
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
  });
});

it('says of a record how many of its entries cannot be read, and where they lie', async () => {
  const first = startKeeper();
  const { recordId } = await saveRecord(await first.open(), aSave());
  const theirs = bundleOf(await exported(await first.open()));
  emptyDisk();
  const keeper = startKeeper();
  await importTrail(keeper, theirs, at);
  const trail = await keeper.open();
  await moveRecord(trail, aMove({ recordId, state: 'link-created' }));
  expect(await readRecordTrail(trail, recordId)).toMatchObject({ unread: 0 });
  const rows = await trail.database.getAll('events');
  const own = rows.find(({ writer }) => writer !== theirs.events[0]!.writer)!;
  await trail.database.put('events', { ...own, lines: own.lines.map((line) => line.slice(9)) });
  const read = await readRecordTrail(trail, recordId);
  expect(read).toMatchObject({ unread: 1, record: { state: 'recorded', moves: [] } });
  expect(read.chains).toEqual([
    { writer: own.writer },
    { writer: theirs.events[0]!.writer, newest: expect.anything() },
  ]);
});

type Bundle = Awaited<ReturnType<typeof bundleOf>>;

it('names the end of every chain in which a record’s events lie, its own first', async () => {
  const first = startKeeper();
  await fill(await first.open());
  const text = await exported(await first.open());
  const [theirs] = (await readTrailEnds(await first.open())).heads;
  emptyDisk();
  const keeper = startKeeper();
  await importTrail(keeper, bundleOf(text), at);
  const trail = await keeper.open();
  const { records } = await listRecords(trail, all);
  const recordId = records.find(({ state }) => state === 'recorded')!.recordId;
  const read = async () => {
    const { writer, chains } = await readRecordTrail(trail, recordId);
    expect(writer).toBe((await readTrailEnds(trail)).writer);
    return chains;
  };
  const { writer, ...end } = theirs!;
  const chain = { writer, newest: { ...end, at: bundleOf(text).events.at(-1)!.at } };
  expect(await read()).toEqual([chain]);

  // What is saved here of another record lies in a chain that says nothing of this one.
  const other = await saveRecord(trail, aSave());
  expect(await read()).toEqual([chain]);
  await moveRecord(trail, aMove({ recordId, state: 'link-created' }));
  await saveRecord(trail, aSave());
  const own = (await readTrailEnds(trail)).heads.find((head) => head.writer === other.writer)!;
  expect(own.sequence).toBe(3);
  expect(await read()).toEqual([
    { writer: own.writer, newest: expect.objectContaining({ sequence: 3, hash: own.hash }) },
    chain,
  ]);
});
