import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordQuerySchema } from '@/lib/domain/record';
import type { TrailEvent } from '@/lib/domain/trail';
import {
  type Database,
  databaseVersion,
  type EventBlock,
  openDatabase,
} from '@/lib/store/database';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { listRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import { checkTrail } from '@/lib/store/trail-check';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

// What each released version left on people's disks must open in this one, with nothing lost. A fixture
// is never changed. A new version gets its own: MAKE_HISTORY_FIXTURE=1 npm run test:unit -- released-versions

const storeNames = [
  'events',
  'people',
  'journal',
  'drafts',
  'evidence',
  'checkpoints',
  'meta',
] as const;
type Fixture = {
  version: number;
  stores: Record<(typeof storeNames)[number], unknown[]>;
  local: Record<string, unknown>;
};

const fileOf = (version: number) => resolve(`tests/fixtures/history/v${version}.json`);
const versions = Array.from({ length: databaseVersion }, (_, i) => i + 1);

beforeEach(emptyDisk);

beforeAll(async () => {
  if (!process.env.MAKE_HISTORY_FIXTURE || existsSync(fileOf(databaseVersion))) return;
  emptyDisk();
  await fill();
  const database = await openDatabase();
  const stores = {} as Fixture['stores'];
  for (const name of storeNames) stores[name] = await database.getAll(name);
  const local = await fakeBrowser.storage.local.get(null);
  const fixture: Fixture = { version: databaseVersion, stores, local };
  writeFileSync(fileOf(databaseVersion), `${JSON.stringify(fixture, null, 1)}\n`);
});

describe.each(versions)('a database of version %i', (version) => {
  it('has its fixture', () => {
    expect(existsSync(fileOf(version)), `${fileOf(version)} is missing`).toBe(true);
  });

  it('opens in this version with all that was in it', async () => {
    const fixture = JSON.parse(readFileSync(fileOf(version), 'utf8')) as Fixture;
    expect(fixture.version).toBe(version);
    await putOnDisk(fixture);

    const trail = await startKeeper().open();
    expect(trail.database.version).toBe(databaseVersion);
    const report = await checkTrail(trail);
    expect(report).not.toHaveProperty('problem');
    const events = fixture.stores.events.flatMap((block) =>
      (block as EventBlock).lines.map((line): TrailEvent => JSON.parse(line)),
    );
    expect(report.events).toBe(events.length);
    const { records, all } = await listRecords(trail, recordQuerySchema.parse({ text: 'contoso' }));
    expect(all).toBe(events.filter(({ kind }) => kind === 'recorded').length);
    expect(records.map(({ state, versions: kept }) => [state, kept.length])).toEqual([
      ['withdrawn', 2],
    ]);
    expect(await listDrafts(trail)).toHaveLength(fixture.stores.drafts.length);
    expect((await readSettings()).recorderName).toBe('Robin');
    // And it goes on from there.
    const { recordId } = await saveRecord(trail, aSave());
    expect((await moveRecord(trail, aMove({ recordId }))).state).toBe('link-created');
    expect(await checkTrail(trail)).toMatchObject({ events: report.events + 2 });
  });
});

async function fill(): Promise<void> {
  const keeper = startKeeper();
  const trail = await keeper.open();
  const seen = {
    quote: 'Please reach out to your Partner',
    language: 'en',
    address: 'https://admin.microsoft.com/',
    at: '2026-11-22T08:00:00.000Z',
  };
  const { recordId } = await saveRecord(trail, aSave({ seen }));
  const fabrikam = {
    ...contoso,
    companyName: '範例股份有限公司',
    customerDomain: 'fabrikam.example',
    email: 'an@fabrikam.example',
  };
  await saveRecord(trail, aSave({ attestation: fabrikam }));
  await saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'misread' }));
  await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'twice' }));
  await keepDraft(trail, {
    draftId: nextUuid(),
    attemptId: nextUuid(),
    place: 'manual',
    startedAt: '2026-11-22T08:00:00.000Z',
    changedAt: '2026-11-22T08:00:00.000Z',
    fields: contoso,
    touched: ['companyName'],
  });
  await changeSettings({ recorderName: 'Robin', role: 'admin-agent' });
  await keeper.close();
}

async function putOnDisk({ version, stores, local }: Fixture): Promise<void> {
  const database: Database = await openDatabase({ version });
  for (const name of storeNames)
    for (const row of stores[name]) await database.put(name, row as never);
  database.close();
  await fakeBrowser.storage.local.set(local);
}
