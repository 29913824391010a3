import { beforeEach, describe, expect, it } from 'vitest';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { signerOf } from '@/lib/domain/trail/trail';
import { listRecords, readFigures } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { readRecordTrail } from '@/lib/store/record-trail';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import type { Trail, TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { finishStaged, importTrail, stagePart } from '@/lib/store/trail-import';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { bundleParts, bundleText } from '../domain/bundle/bundle-text';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper, trailOf } from './setup';

// Records that another installation has carried on: their events lie in two chains, which stand in a file in order of
// their writers' ids. Which comes first says nothing.

const at = '2026-11-22T12:00:00.000Z';
const importId = '00000000-0000-4000-8000-0000000000ff';
const first = '88888888-0000-4000-8000-000000000000';
const before = '11111111-0000-4000-8000-000000000000';
const after = 'eeeeeeee-0000-4000-8000-000000000000';
const by = { name: 'Robin', role: 'admin-agent' };
const all = recordQuerySchema.parse({});

let keeper: TrailKeeper;
let trail: Trail;
beforeEach(async () => {
  emptyDisk();
  keeper = startKeeper();
  trail = await keeper.open();
  await becomes(first);
});

/** Everything is deleted, and the installation goes on as this writer. */
async function becomes(writer: string): Promise<void> {
  const ids = [writer];
  await wipeTrail(keeper, at, () => ids.pop() ?? nextUuid());
}

const exported = async () => bundleText([await trailOf(trail, 2)]);
const add = (text: string) => importTrail(keeper, { ...bundleParts(text), dryRun: false }, at);

/** All that lists, searches and figures answer, and the records themselves. */
async function shown() {
  const { records } = await listRecords(trail, all);
  const asked = [
    { text: 'fabrikam' },
    { text: 'a new link' },
    { state: 'link-created' },
    { sort: 'companyName', order: 'ascending' },
    { sort: 'changedAt' },
  ] as const;
  const lists = [];
  for (const query of asked) lists.push(await listRecords(trail, recordQuerySchema.parse(query)));
  const trails = [];
  for (const { recordId } of records) {
    const { record, events } = await readRecordTrail(trail, recordId);
    trails.push([record, events]);
  }
  return [records, lists, trails, await readFigures(trail, new Date(at))];
}

/** Four records of one installation, two of which the next one, `writer`, has moved or corrected. */
async function carriedOn(writer: string): Promise<string> {
  const ids: string[] = [];
  for (const companyName of ['Contoso', 'Fabrikam', 'Tailspin', 'Wingtip'])
    ids.push(
      (await saveRecord(trail, aSave({ attestation: { ...contoso, companyName } }))).recordId,
    );
  const alone = await exported();
  await becomes(writer);
  await add(alone);
  await moveRecord(trail, aMove({ recordId: ids[1]!, note: 'a new link' }));
  const attestation = { ...contoso, companyName: 'Tailspin Toys' };
  await saveRecord(trail, aSave({ recordId: ids[2]!, correctsVersion: 1, attestation }));
  await saveRecord(trail, aSave({ attestation: { ...contoso, companyName: 'Adatum' } }));
  return exported();
}

/** As a page hands a file over, one event a part. */
async function stageEach(events: readonly TrailEvent[], people: readonly TrailPerson[]) {
  for (const [part, event] of events.entries()) {
    const own = people.filter(({ digest }) => digest === signerOf(event));
    const beside = { checkpoints: [], files: [], pieces: [] };
    await stagePart(trail, { importId, part, events: [event], people: own, ...beside });
  }
  return events.length;
}

describe.each([
  ['before', before],
  ['after', after],
])('carried on in a chain that stands %s that in which it began', (_, writer) => {
  it('comes back as it was after everything was deleted', async () => {
    const text = await carriedOn(writer);
    const was = await shown();
    await becomes(nextUuid());
    expect(await add(text)).toMatchObject({ events: 7, records: 5, people: 6 });
    expect(await exported()).toBe(text);
    expect(await shown()).toEqual(was);
    expect(await checkTrail(trail)).toMatchObject({ events: 7, records: 5 });
    expect(await checkTrail(trail)).not.toHaveProperty('problem');
    // And what is made of the events anew says the same.
    await trail.database.clear('packs');
    await trail.database.delete('meta', 'pack');
    trail = await startKeeper().open();
    expect(await shown()).toEqual(was);
  });

  it('comes in parts, into an empty trail and into one with records', async () => {
    const { events, people } = bundleParts(await carriedOn(writer));
    const was = await shown();
    for (const others of [0, 3]) {
      await becomes(nextUuid());
      for (let i = 0; i < others; i++)
        await saveRecord(trail, aSave({ at: '2020-01-01T00:00:00.000Z' }));
      const parts = await stageEach(events, people);
      const dry = await finishStaged(keeper, { importId, parts, dryRun: true }, at);
      expect(dry).toMatchObject({ events: 7, records: 5, people: 6 });
      expect(await finishStaged(keeper, { importId, parts, dryRun: false }, at)).toEqual(dry);
      expect((await listRecords(trail, all)).total).toBe(5 + others);
      const query = recordQuerySchema.parse({ state: 'link-created' });
      expect((await listRecords(trail, query)).records).toMatchObject([
        { current: { companyName: 'Fabrikam' } },
      ]);
      expect(await checkTrail(trail)).toMatchObject({ events: 7 + others, records: 5 + others });
      expect(await checkTrail(trail)).not.toHaveProperty('problem');
      if (others === 0) expect(await shown()).toEqual(was);
    }
  });

  it('is refused when its beginning is nowhere, in one part or many', async () => {
    const { events, people } = bundleParts(await carriedOn(writer));
    const orphans = events.filter((event) => event.writer === writer);
    const named = new Set(orphans.map(signerOf));
    const own = people.filter(({ digest }) => named.has(digest));
    await becomes(nextUuid());
    await saveRecord(trail, aSave());
    const refused = { code: 'import-record-missing', detail: `${writer}/1` };
    for (const dryRun of [true, false]) {
      const wish = { events: orphans, people: own, dryRun };
      await expect(importTrail(keeper, wish, at)).rejects.toMatchObject(refused);
      const parts = await stageEach(orphans, own);
      const staged = finishStaged(keeper, { importId, parts, dryRun }, at);
      await expect(staged).rejects.toMatchObject(refused);
    }
    expect(await checkTrail(trail)).toMatchObject({ events: 1, records: 1 });
  });

  it('is refused when its beginning was pruned here: it would be a part of nothing', async () => {
    const old = await saveRecord(trail, aSave({ at: '2026-01-01T00:00:00.000Z' }));
    await saveRecord(trail, aSave());
    const own = await exported();
    await becomes(writer);
    await add(own);
    await moveRecord(trail, aMove({ recordId: old.recordId, note: '' }));
    const theirs = await exported();

    await becomes(nextUuid());
    await add(own);
    const limit = '2026-06-01T00:00:00.000Z';
    const { changes } = await readRetention(trail, limit);
    await pruneTrail(trail, { before: limit, changes, by, at });
    await expect(add(theirs)).rejects.toMatchObject({
      code: 'import-record-pruned',
      detail: `${writer}/1`,
    });
    expect(await checkTrail(trail)).toMatchObject({ events: 1, records: 1 });
    // What is younger than what was pruned is no reason.
    expect(await add(own)).toMatchObject({ events: 0, eventsAlreadyHere: 2 });
  });
});
