import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fromBase64, toBase64 } from '@/lib/domain/bundle/base64';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import {
  type Database,
  databaseVersion,
  type EventBlock,
  type EvidenceRow,
  openDatabase,
} from '@/lib/store/database';
import { keepDraft, listDrafts } from '@/lib/store/draft-store';
import { eraseRecord } from '@/lib/store/erase';
import { attachFile, type FileToAttach, listNames, readPiece } from '@/lib/store/evidence-store';
import { listRecords } from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { pruneTrail, readRetention } from '@/lib/store/retention';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import type { Trail } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { importTrail } from '@/lib/store/trail-import';
import { eventOfAttempt } from '@/lib/store/trail-rows';
import type { Reading } from '@/lib/store/transaction';
import { sampleTrail, writerB } from '../domain/trail/trail-sample';
import { aMove, aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

// What each released version left on people's disks must open in this one, with nothing lost. A fixture
// is never changed. A new version gets its own: MAKE_HISTORY_FIXTURE=1 npm run test:unit -- released-versions

const storeNames = [
  'events',
  'people',
  'attempts',
  'journal',
  'drafts',
  'evidence',
  'checkpoints',
  'meta',
] as const;
type Fixture = {
  version: number;
  /** A version has the stores of its time. */
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
  stores.evidence = await Promise.all(stores.evidence.map((row) => withBase64(row as EvidenceRow)));
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
    const { records, all } = await listRecords(
      trail,
      recordQuerySchema.parse({ text: 'contoso gmbh' }),
    );
    expect(all).toBe(events.filter(({ kind }) => kind === 'recorded').length);
    expect(records.map(({ state, versions: kept }) => [state, kept.length])).toEqual([
      ['withdrawn', 2],
    ]);
    expect(await listDrafts(trail)).toHaveLength(fixture.stores.drafts.length);
    expect((await readSettings()).recorderName).toBe('Robin');
    // Of every kind, beside what was erased and what was pruned.
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['recorded', 'corrected', 'moved', 'attached', 'erased']),
    );
    const [file] = fixture.stores.evidence as Base64Row[];
    expect(await listNames(trail, records[0]!.recordId)).toMatchObject([{ name: file!.name }]);
    expect((await readPiece(trail, { fileId: file!.fileId, part: 0 })).data).toBe(file!.base64);
    const { checkpoints } = await readTrailEnds(trail);
    expect(checkpoints).toEqual(fixture.stores.checkpoints);
    expect(checkpoints).toMatchObject([{ sequence: 1, events: 1, records: 1 }]);
    const others = await listRecords(trail, recordQuerySchema.parse({ text: '範例' }));
    expect(others.records[0]).toMatchObject({
      erasures: [{ people: 1, files: 1 }],
      current: { lastName: '' },
    });
    // Every attempt is known, whether it was saved or came with a file.
    for (const event of events) expect(await attemptAgain(trail, event)).toEqual(event);
    // And it goes on from there.
    const fresh = () => ({ attemptId: crypto.randomUUID(), recordId: crypto.randomUUID() });
    const { recordId } = await saveRecord(trail, aSave(fresh()));
    const moved = await moveRecord(trail, aMove({ ...fresh(), recordId }));
    expect(moved.state).toBe('link-created');
    expect(await checkTrail(trail)).toMatchObject({ events: report.events + 2 });
  });
});

async function attemptAgain(
  { database }: Trail,
  { attemptId }: TrailEvent,
): Promise<TrailEvent | undefined> {
  const reading = database.transaction(['events', 'attempts'], 'readonly') as unknown as Reading;
  return eventOfAttempt(reading, attemptId);
}

async function fill(): Promise<void> {
  const keeper = startKeeper();
  const trail = await keeper.open();
  const seen = {
    quote: 'Please reach out to your Partner',
    language: 'en',
    address: 'https://admin.microsoft.com/',
    at: '2026-11-22T08:00:00.000Z',
  };
  // Pruned behind a checkpoint.
  await saveRecord(trail, aSave({ at: '2025-01-01T08:00:00.000Z' }));
  const { recordId } = await saveRecord(trail, aSave({ seen }));
  const fabrikam = {
    ...contoso,
    companyName: '範例股份有限公司',
    customerDomain: 'fabrikam.example',
    email: 'an@fabrikam.example',
  };
  const erased = await saveRecord(trail, aSave({ attestation: fabrikam }));
  await saveRecord(trail, aSave({ recordId, correctsVersion: 1, reason: 'misread' }));
  const files = [recordId, erased.recordId].map((id, index) => aFile(id, index));
  for (const file of files) await attachFile(trail, file);
  await moveRecord(trail, aMove({ recordId, state: 'withdrawn', note: 'twice' }));
  const { by, at, offsetMinutes } = aMove({ recordId });
  const writer = { attemptId: nextUuid(), by, at, offsetMinutes };
  const fileIds = [files[1]!.fileId];
  await eraseRecord(trail, {
    ...writer,
    recordId: erased.recordId,
    fileIds,
    reason: 'asked for it',
  });
  const before = '2026-01-01T00:00:00.000Z';
  const { changes } = await readRetention(trail, before);
  await pruneTrail(trail, { before, changes, by, at });
  const { events: imported, people } = await sampleTrail(2, writerB);
  await importTrail(keeper, { events: imported, people, dryRun: false }, at);
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

function aFile(recordId: string, index: number): FileToAttach {
  const bytes = new TextEncoder().encode(`From: customer\r\n\r\nWe accept. ${index}\r\n`);
  const { by, at, offsetMinutes } = aMove({ recordId });
  return {
    attemptId: nextUuid(),
    recordId,
    fileId: nextUuid(),
    name: `郵件 ${index}.eml`,
    salt: String(index + 1).repeat(64),
    type: 'message/rfc822',
    origin: index === 0 ? 'dropped' : 'pasted',
    bytes,
    by,
    at,
    offsetMinutes,
  };
}

type Base64Row = Omit<EvidenceRow, 'blob'> & { base64: string };

async function withBase64({ blob, ...row }: EvidenceRow): Promise<Base64Row> {
  return { ...row, base64: toBase64(new Uint8Array(await blob.arrayBuffer())) };
}

function withBlob({ base64, ...row }: Base64Row): EvidenceRow {
  return { ...row, blob: new Blob([fromBase64(base64)], { type: row.type }) };
}

async function putOnDisk({ version, stores, local }: Fixture): Promise<void> {
  const database: Database = await openDatabase({ version });
  for (const name of storeNames)
    for (const row of stores[name] ?? [])
      await database.put(name, (name === 'evidence' ? withBlob(row as Base64Row) : row) as never);
  database.close();
  await fakeBrowser.storage.local.set(local);
}
