import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sampleAttestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// Whoever was erased is in none of the places where the extension keeps anything; nor is a file that was only looked at.

type Key = Parameters<typeof stringOf>[1];
const t = (key: Key, values = {}) => stringOf('en', key, values);
const ask = async <T>(page: Page, name: string, question?: unknown): Promise<T> => {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    name,
    question,
  });
  expect(reply, name).not.toHaveProperty('problem');
  return (reply as { value: T }).value;
};
const go = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);

const by = { name: 'Mei Lin', role: 'admin-agent' };
const erased = {
  firstName: 'Zebulon',
  lastName: 'Quux',
  email: 'zebulon.quux@mail.example',
  phoneNumber: '+44 20 7946 0998',
};
const traces = /zebulon|quux|7946 0998/i;

async function openFilled(session: Session): Promise<{ page: Page; recordId: string }> {
  const page = await session.openOwnPage('dashboard.html');
  await ask(page, 'changeSettings', { recorderName: 'Mei Lin', profileAsked: true });
  const save = async (attestation: object, more: object = {}) => {
    const attemptId = crypto.randomUUID();
    const wish = { attemptId, reason: '', attestation, ...more };
    return (await ask<{ record: { recordId: string } }>(page, 'saveRecord', wish)).record;
  };
  const { recordId } = await save({ ...sampleAttestation, ...erased });
  await save({ ...sampleAttestation, companyName: 'Contoso GmbH' });
  const corrects = { recordId, version: 1 };
  const second = { ...sampleAttestation, ...erased, lastName: 'Quux-Doe' };
  await save(second, { corrects, reason: 'misread' });
  return { page, recordId };
}

/** A file as a page sends it, named after the person and about them: of a record or of a draft. */
async function sendFile(page: Page, name: 'attachFile' | 'keepDraftFile', of: object) {
  return page.evaluate(
    async ([name, of]) => {
      const fileId = crypto.randomUUID();
      const bytes = new TextEncoder().encode('Signed: Zebulon Quux');
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const data = btoa(String.fromCharCode(...bytes));
      await chrome.runtime.sendMessage({ name: 'sendPiece', question: { fileId, part: 0, data } });
      const file = { fileId, sha256, name: 'Zebulon Quux.txt', type: 'text/plain' };
      const question = { ...file, origin: 'picked', ...of };
      const reply = await chrome.runtime.sendMessage({ name, question });
      if ('problem' in reply) throw new Error(JSON.stringify(reply));
      return fileId;
    },
    [name, of] as const,
  );
}

/** All that the extension keeps anywhere, as text, by place; of files also what is in them. */
const kept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [rows, keys] = await Promise.all(
          [all.getAll(), all.getAllKeys()].map(
            (request) =>
              new Promise<unknown[]>((done) => {
                request.onsuccess = () => done(request.result);
              }),
          ),
        );
        const blobs = (rows as { blob?: Blob }[]).flatMap(({ blob }) =>
          blob ? [blob.text()] : [],
        );
        found[store] = JSON.stringify([rows, keys, await Promise.all(blobs)]);
      }
      database.close();
    }
    const { local, session, sync } = chrome.storage;
    for (const [area, storage] of Object.entries({ local, session, sync }))
      found[`storage.${area}`] = JSON.stringify(await storage.get());
    found.localStorage = JSON.stringify({ ...localStorage });
    found.sessionStorage = JSON.stringify({ ...sessionStorage });
    return found;
  });
const placesNaming = async (page: Page) =>
  Object.entries(await kept(page)).flatMap(([place, text]) => (traces.test(text) ? [place] : []));
const staged = async (page: Page) => JSON.parse((await kept(page)).staging!)[0].length;

async function exportAll(page: Page): Promise<string> {
  await go(page, '#/backup');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('history.backup.json'), exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** A tab that shows what importing a file would do. */
async function preview(session: Session, text: string): Promise<Page> {
  const page = await session.openOwnPage('dashboard.html#/backup');
  await choose(page, session, text);
  return page;
}

async function choose(page: Page, session: Session, text: string): Promise<void> {
  const path = join(session.profile, 'given.json');
  await writeFile(path, text);
  await page.locator('section[aria-labelledby=import] input[type=file]').setInputFiles(path);
  // What an earlier file was refused for goes at once, with what was shown of that one.
  await expect(page.getByText(t('evidence.import.part'))).toBeHidden();
  await expect(page.getByText(t('history.import.preview'))).toBeVisible();
}

test('a person who was erased is nowhere, whatever held them', async ({ session }) => {
  test.slow();
  const { page, recordId } = await openFilled(session);
  const fileId = await sendFile(page, 'attachFile', {
    attemptId: crypto.randomUUID(),
    recordId,
    by,
  });
  const text = await exportAll(page);
  const draftId = crypto.randomUUID();
  const at = new Date().toISOString();
  await ask(page, 'keepDraft', {
    draftId,
    attemptId: crypto.randomUUID(),
    place: 'manual',
    startedAt: at,
    changedAt: at,
    fields: { ...sampleAttestation, ...erased },
    touched: [],
    corrects: { recordId, version: 2 },
  });
  await sendFile(page, 'keepDraftFile', { draftId });
  await preview(session, text);
  await page.evaluate(() => chrome.storage.session.set({ asked: 'Zebulon Quux' }));
  // What lists and searches are answered from lies on the disk, with all texts.
  const found = async () =>
    (await ask<{ total: number }>(page, 'listRecords', { text: 'zebulon' })).total;
  expect(await found()).toBe(1);
  await ask(page, 'checkTrail');
  const held = ['drafts', 'evidence', 'packs', 'people', 'staging', 'storage.session'];
  await expect.poll(async () => (await placesNaming(page)).sort()).toEqual(held);

  const wish = { recordId, attemptId: crypto.randomUUID(), by, fileIds: [fileId], reason: 'asked' };
  await ask(page, 'eraseRecord', wish);
  expect(await placesNaming(page)).toEqual([]);
  // Nor does it come back with what is made anew, by this worker or the next.
  for (const next of [async () => {}, session.killWorker]) {
    await next();
    expect(await found()).toBe(0);
    expect(await ask(page, 'checkTrail')).not.toHaveProperty('problem');
    await expect
      .poll(async () => JSON.parse((await kept(page)).packs!)[0].length)
      .toBeGreaterThan(0);
    expect(await placesNaming(page)).toEqual([]);
  }
});

test('the page that shows what an import would do asks for the file again after an erasure', async ({
  session,
}) => {
  test.slow();
  const { page, recordId } = await openFilled(session);
  const text = await exportAll(page);
  await ask(page, 'wipeTrail', { confirm: 'wipe' });
  const { record } = await ask<{ record: { recordId: string } }>(page, 'saveRecord', {
    attemptId: crypto.randomUUID(),
    reason: '',
    attestation: { ...sampleAttestation, ...erased },
  });
  const importing = await preview(session, text);
  const wish = { recordId: record.recordId, attemptId: crypto.randomUUID(), by, fileIds: [] };
  await ask(page, 'eraseRecord', { ...wish, reason: '' });
  const confirm = importing.getByRole('button', { name: t('history.import.confirm'), exact: true });
  await confirm.click();
  await expect(importing.getByText(t('evidence.import.part'))).toBeVisible();
  await choose(importing, session, text);
  await confirm.click();
  await expect(importing.getByText(t('history.import.done', { count: 3 }))).toBeVisible();
  const records = await ask<{ recordId: string }[]>(page, 'readRecords', { recordIds: [recordId] });
  expect(JSON.stringify(records)).toContain('Quux-Doe');
});

test('a file that was only looked at goes with its page, and never under it', async ({
  session,
}) => {
  test.slow();
  const { page } = await openFilled(session);
  const text = await exportAll(page);
  await ask(page, 'wipeTrail', { confirm: 'wipe' });

  const ways: [string, (importing: Page) => Promise<unknown>][] = [
    ['closed while the worker lives', (importing) => importing.close()],
    [
      'closed while there is no worker',
      async (importing) => {
        await session.killWorker();
        await importing.close();
      },
    ],
    [
      'left for another page before the worker starts again',
      async (importing) => {
        await importing.goto('about:blank');
        await session.killWorker();
        await ask(page, 'readSettings');
      },
    ],
  ];
  for (const [way, leave] of ways) {
    const importing = await preview(session, text);
    expect(await staged(page), way).toBeGreaterThan(0);
    await leave(importing);
    await expect.poll(() => staged(page), way).toBe(0);
    expect(await placesNaming(page), way).toEqual([]);
  }

  const importing = await preview(session, text);
  await session.killWorker();
  const passing = await session.openOwnPage('dashboard.html');
  await ask(passing, 'checkTrail');
  await passing.close();
  // Asked after the tab was closed, so what follows from that has begun.
  await ask(page, 'checkTrail');
  expect(await staged(page)).toBeGreaterThan(0);
  const confirm = importing.getByRole('button', { name: t('history.import.confirm'), exact: true });
  await confirm.click();
  await expect(importing.getByText(t('history.import.done', { count: 3 }))).toBeVisible();
});
