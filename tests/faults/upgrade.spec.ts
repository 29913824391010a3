import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { startSession } from '../browser/session.ts';
import { answerOf, ask, countFaults, expect, seeded, test } from './fault.ts';

// A database of the first version is on the disk when this one starts.

type Row = Record<string, unknown>;
type Fixture = { stores: Record<string, Row[]>; local: Record<string, unknown> };

const file = resolve(import.meta.dirname, '../fixtures/history/v1.json');
/** Each released version has its fixture. */
const newest = readdirSync(dirname(file)).length;
const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture;
const linesOf = ({ lines }: Row) => lines as string[];
const events = fixture.stores.events!.flatMap(linesOf);
const records = events.filter((line) => JSON.parse(line).kind === 'recorded').length;

test('the browser is killed while it upgrades a database', async ({ demoUrl }) => {
  const random = seeded(31);
  await countFaults('browser killed during the upgrade of a database', async (round) => {
    const session = await startSession({ demoUrl });
    try {
      // A page without a script: nobody else opens the database.
      const page = await session.openOwnPage('manifest.json');
      await page.evaluate(putOld, fixture);
      expect(await versionOf(page)).toBe(1);

      let answered = false;
      const answer = ask(page, 'listRecords', {}).then(
        () => (answered = true),
        () => {},
      );
      await new Promise((done) => setTimeout(done, random() * (round % 2 ? 100 : 25)));
      const wasAnswered = answered;
      await session.killBrowser();
      await answer;

      const after = await session.openOwnPage('manifest.json');
      const listed = await answerOf<{ all: number }>(after, 'listRecords', { text: '' });
      expect(listed.all).toBe(records);
      const report = await answerOf<{ events: number; problem?: unknown }>(after, 'checkTrail');
      expect(report.problem).toBeUndefined();
      expect(report.events).toBe(events.length);
      expect(await answerOf<unknown[]>(after, 'listDrafts')).toEqual(fixture.stores.drafts);
      expect(await versionOf(after)).toBe(newest);
      return wasAnswered ? 'killed after the answer, all there' : 'killed before it, all there';
    } finally {
      await session.stop();
    }
  });
});

async function versionOf(page: Page): Promise<number | undefined> {
  const all = await page.evaluate(() => indexedDB.databases());
  return all.find(({ name }) => name === 'countersign')?.version;
}

// This runs in the page: the stores as step 0 of lib/store/database.ts made them.
async function putOld({ stores, local }: Fixture): Promise<void> {
  const request = <Result>(asked: IDBRequest<Result>) =>
    new Promise<Result>((done, fail) => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  await request(indexedDB.deleteDatabase('countersign'));
  await chrome.storage.local.clear();
  await chrome.storage.local.set(local);
  const opening = indexedDB.open('countersign', 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    const each = { multiEntry: true };
    const events = database.createObjectStore('events', { keyPath: ['writer', 'last'] });
    events.createIndex('byRecord', 'recordIds', each);
    events.createIndex('byAttempt', 'attemptIds', { multiEntry: true, unique: true });
    events.createIndex('byBeginning', 'begun', each);
    events.createIndex('byCustomer', 'customerKeys', each);
    const people = database.createObjectStore('people', { keyPath: ['writer', 'last'] });
    people.createIndex('byMail', 'mailKeys', each);
    database.createObjectStore('journal', { keyPath: 'count' });
    database.createObjectStore('packs', { keyPath: ['kind', 'chunk'] });
    database.createObjectStore('drafts', { keyPath: 'draftId' });
    database
      .createObjectStore('evidence', { keyPath: 'fileId' })
      .createIndex('byRecord', 'recordId');
    database.createObjectStore('checkpoints', { keyPath: 'writer' });
    database.createObjectStore('staging', { keyPath: ['importId', 'part'] });
    database.createObjectStore('meta', { keyPath: 'key' });
  };
  const database = await request(opening);
  const writing = database.transaction(Object.keys(stores), 'readwrite', { durability: 'strict' });
  for (const [name, rows] of Object.entries(stores))
    for (const { base64, ...row } of rows) {
      if (typeof base64 === 'string') {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        row.blob = new Blob([bytes], { type: String(row.type) });
      }
      writing.objectStore(name).put(row);
    }
  await new Promise((done, fail) => {
    writing.oncomplete = done;
    writing.onerror = () => fail(writing.error);
  });
  database.close();
}
