import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { bundleText } from '../lib/domain/bundle/bundle-text.ts';
import { sampleTrail } from '../lib/domain/trail/trail-sample.ts';
import { serious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sampleAttestation as attestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// The trail leaves as a file and comes back as it was; anybody can check the file; old records go behind a checkpoint.

const run = promisify(execFile);

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

/** A trail with every kind of event: three records, one moved, one with files, one whose person and file were erased. */
async function openFilled(session: Session): Promise<Page> {
  const page = await session.openOwnPage('dashboard.html');
  await ask(page, 'changeSettings', { recorderName: 'Mei Lin', profileAsked: true });
  const by = { name: 'Mei Lin', role: 'admin-agent' };
  const ids: string[] = [];
  for (const companyName of ['Alder & Finch Ltd', 'Contoso GmbH', '雲端科技']) {
    const { record } = await ask<{ record: { recordId: string } }>(page, 'saveRecord', {
      attemptId: crypto.randomUUID(),
      reason: '',
      attestation: { ...attestation, companyName },
    });
    ids.push(record.recordId);
  }
  const attempt = () => ({ attemptId: crypto.randomUUID(), by });
  await ask(page, 'moveRecord', {
    ...attempt(),
    recordId: ids[0],
    state: 'link-created',
    occurredOn: '2026-11-21',
    note: '',
  });
  for (const recordId of [ids[1], ids[2]])
    await page.evaluate(
      async ([id, attemptId]) => {
        const fileId = crypto.randomUUID();
        const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 7) % 251);
        const send = (name: string, question: unknown) =>
          chrome.runtime.sendMessage({ name, question });
        const size = 768 * 1024;
        for (let part = 0; part * size < bytes.length; part++) {
          const piece = bytes.subarray(part * size, (part + 1) * size);
          let binary = '';
          for (const byte of piece) binary += String.fromCharCode(byte);
          await send('sendPiece', { fileId, part, data: btoa(binary) });
        }
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        await send('attachFile', {
          attemptId,
          recordId: id,
          fileId,
          sha256,
          name: '佐證.bin',
          type: 'application/octet-stream',
          origin: 'picked',
          by: { name: 'Mei Lin', role: 'admin-agent' },
        });
      },
      [recordId, crypto.randomUUID()] as const,
    );
  const [file] = await ask<{ fileId: string }[]>(page, 'listEvidence', { recordId: ids[2] });
  await ask(page, 'eraseRecord', {
    ...attempt(),
    recordId: ids[2],
    fileIds: [file!.fileId],
    reason: 'asked for it',
  });
  return page;
}

async function exportAll(page: Page): Promise<{ name: string; text: string }> {
  await go(page, '#/backup');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('history.backup.json'), exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function give(
  page: Page,
  session: Session,
  section: string,
  text: string | Buffer,
): Promise<string> {
  const path = join(session.profile, 'given.json');
  await writeFile(path, text);
  await page.locator(`section[aria-labelledby=${section}] input[type=file]`).setInputFiles(path);
  return path;
}

/** What says which trail it is: all lines but the first item and the last, which name this export. */
const itemsOf = (text: string) => text.split('\n').slice(2, -3);
const endOf = (text: string) => JSON.parse(text.split('\n').at(-3)!).end.heads;

test('wiped and restored, the trail is the same to the last byte', async ({ session }) => {
  test.slow();
  const page = await openFilled(session);
  const before = await exportAll(page);
  expect(before.name).toMatch(/^countersign-everything-\d{4}-\d\d-\d\d-7(-[0-9a-f]{4}){4}\.json$/);
  const first = itemsOf(before.text);
  expect(first.filter((line) => line.startsWith('{"event"'))).toHaveLength(7);
  expect(first.filter((line) => line.startsWith('{"person"'))).toHaveLength(2);
  expect(first.filter((line) => line.startsWith('{"piece"'))).toHaveLength(2);

  await ask(page, 'wipeTrail', { confirm: 'wipe' });
  await give(page, session, 'import', before.text);
  await expect(page.getByText(t('history.import.events', { count: 7 }))).toBeVisible();
  await page.getByRole('button', { name: t('history.import.confirm'), exact: true }).click();
  await expect(page.getByText(t('history.import.done', { count: 7 }))).toBeVisible();
  const after = await exportAll(page);
  expect(itemsOf(after.text)).toEqual(first);
  expect(endOf(after.text)).toEqual(endOf(before.text));
  expect(after.name).toBe(before.name);
  expect(await ask(page, 'checkTrail')).not.toHaveProperty('problem');
});

test('a cut, an edited and a foreign file are refused with the reason, and nothing is changed', async ({
  session,
}) => {
  test.slow();
  const page = await openFilled(session);
  const { text } = await exportAll(page);
  await ask(page, 'wipeTrail', { confirm: 'wipe' });
  const cases: [string, Key][] = [
    [text.slice(0, Math.floor(text.length * 0.7)), 'history.import.problem.truncated'],
    [text.replace('Contoso GmbH', 'Contoso AG!'), 'history.import.problem.changed'],
    [text.replace('jane.doe', 'eve.doe0'), 'history.import.problem.person'],
    [text.replace(/"data":"AA/, '"data":"BB'), 'evidence.import.file'],
    ['{"a":1}', 'history.import.problem.not-ours'],
  ];
  for (const [changed, reason] of cases) {
    expect(changed).not.toBe(text);
    await give(page, session, 'import', changed);
    await expect(page.getByText(t(reason))).toBeVisible();
    await expect(page.getByText(t('history.import.refused'))).toBeVisible();
  }
  expect(await ask(page, 'listRecords', {})).toMatchObject({ all: 0 });
});

test('a worker that dies while a file is read in does no harm', async ({ session }) => {
  test.slow();
  const page = await openFilled(session);
  const { text } = await exportAll(page);
  await ask(page, 'wipeTrail', { confirm: 'wipe' });
  await give(page, session, 'import', text);
  await session.killWorker();
  await expect(
    page.getByText(t('history.import.preview')).or(page.getByText(t('history.import.refused'))),
  ).toBeVisible();
  expect(await ask(page, 'listRecords', {})).toMatchObject({ all: 0 });
  await give(page, session, 'import', text);
  await page.getByRole('button', { name: t('history.import.confirm'), exact: true }).click();
  await expect(page.getByText(t('history.import.done', { count: 7 }))).toBeVisible();
  expect(await ask(page, 'listRecords', {})).toMatchObject({ all: 3 });
});

test('the page and the program for auditors say the same of a file', async ({ session }) => {
  test.slow();
  const page = await openFilled(session);
  const { text, name } = await exportAll(page);
  const fingerprint = /\d+(-[0-9a-f]{4}){4}(?=\.json$)/.exec(name)![0];
  const said = async (path: string, ...more: string[]) => {
    const program = join(import.meta.dirname, '../../lib/verify/verify.mjs');
    const done = await run('node', [program, path, ...more]).catch((error) => error);
    return { code: done.code ?? 0, text: done.stdout as string };
  };

  await go(page, '#/verify');
  const path = await give(page, session, 'verify', text);
  await expect(page.getByText(t('evidence.verify.whole'))).toBeVisible();
  await expect(page.getByText(fingerprint)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await session.shoot(page, 'verify-whole', true);
  const whole = await said(path, '--head', fingerprint);
  expect(whole.text).toContain(fingerprint);
  expect(whole.code).toBe(0);

  const changed = text.replace('Contoso GmbH', 'Contoso AG!');
  const changedPath = await give(page, session, 'verify', changed);
  await expect(page.getByText(t('evidence.code.changed'))).toBeVisible();
  const line = changed.split('\n').findIndex((one) => one.includes('Contoso AG!')) + 1;
  await expect(page.getByText(t('evidence.verify.line', { line }))).toBeVisible();
  await session.shoot(page, 'verify-broken', true);
  const broken = await said(changedPath);
  expect(broken.text).toContain(`changed: line ${line}`);
  expect(broken.code).toBe(1);

  await page.getByLabel(t('evidence.verify.known')).fill('99-0000-0000-0000-0000');
  const again = await give(page, session, 'verify', text);
  await expect(page.getByText(t('evidence.code.tail-missing'))).toBeVisible();
  expect((await said(again, '--head', '99-0000-0000-0000-0000')).text).toContain('tail-missing');
  await page.getByLabel(t('evidence.verify.known')).fill('nonsense');
  await expect(page.getByText(t('evidence.verify.knownProblem'))).toBeVisible();
});

test('the seal shows a fingerprint that can be copied', async ({ session }) => {
  const page = await openFilled(session);
  await go(page, '#/');
  const seal = page.getByRole('region', { name: t('history.seal.label') });
  await seal.getByRole('button', { name: t('history.seal.again') }).click();
  await expect(seal.getByText(/^7(-[0-9a-f]{4}){4}$/)).toBeVisible();
  await seal.getByText(t('history.seal.more')).click();
  await expect(seal.getByText(t('evidence.seal.erasures'))).toBeVisible();
  await session.shoot(page, 'seal');
});

test('what is older than the limit is shown, asked for, and goes behind a checkpoint', async ({
  session,
}) => {
  const page = await openFilled(session);
  // The last event of a chain always stays, and its record with it.
  await ask(page, 'saveRecord', { attemptId: crypto.randomUUID(), reason: '', attestation });
  await go(page, '#/backup');
  const card = page.locator('section[aria-labelledby=retention]');
  await card.getByLabel(t('evidence.retention.months')).fill('0');
  await expect(card.getByText(t('evidence.retention.problem'))).toBeVisible();
  await card.getByLabel(t('evidence.retention.months')).fill('12');
  await expect(card.getByText(/^Nothing would go/)).toBeVisible();
  await expect(card.getByRole('button')).toHaveCount(0);
  expect(await ask(page, 'readSettings')).toMatchObject({ retentionMonths: 12 });

  // As seen in two years: the worker's clock is what tells a record's age.
  const worker = await session.worker();
  await worker.evaluate(() => {
    const now = Date.now();
    const Real = Date;
    const ahead = class extends Real {
      constructor(...given: []) {
        if (given.length > 0) super(...given);
        else super(now + 730 * 86_400_000);
      }
    };
    globalThis.Date = ahead as DateConstructor;
  });
  await card.getByLabel(t('evidence.retention.months')).fill('13');
  await card.getByRole('button', { name: t('evidence.retention.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('history.wipe.type', { word: t('history.wipe.word') })).fill('delete');
  expect(await serious(page)).toEqual([]);
  await session.shoot(page, 'retention-ask');
  await dialog.getByRole('button', { name: t('evidence.retention.submit') }).click();
  await expect(card.getByText(/records? (were|was) deleted/)).toBeVisible();
  const check = await ask<{ events: number; problem?: unknown }>(page, 'checkTrail');
  expect(check.problem).toBeUndefined();
  expect(check.events).toBe(1);
  const { text } = await exportAll(page);
  expect(text.split('\n')[2]).toContain('{"checkpoint"');
  await go(page, '#/verify');
  await give(page, session, 'verify', text);
  await expect(page.getByText(t('evidence.verify.whole'))).toBeVisible();
});

test('a long import shows how far it is, and is undone to the last event when it is stopped', async ({
  session,
}, info) => {
  test.setTimeout(120_000);
  // So many that even a fast machine has not added them before the stop is pressed.
  const { events, people } = await sampleTrail(20_000);
  const path = info.outputPath('long.json');
  await writeFile(path, await bundleText([{ events, people }]));

  const page = await session.openOwnPage('dashboard.html#/backup');
  const card = page.getByRole('region', { name: t('history.import.title'), exact: true });
  const agree = page.getByRole('button', { name: t('history.import.confirm'), exact: true });
  await card.locator('input[type=file]').setInputFiles(path);
  await agree.click({ timeout: 60_000 });
  await expect(page.getByRole('progressbar', { name: t('history.import.adding') })).toBeVisible();
  await page.getByRole('button', { name: t('evidence.stop') }).click();
  await expect(page.getByText(t('history.import.stopped'))).toBeVisible();
  expect(await ask(page, 'listRecords', {})).toMatchObject({ all: 0 });
  expect(await ask(page, 'checkTrail')).toMatchObject({ events: 0 });

  await card.locator('input[type=file]').setInputFiles(path);
  await agree.click({ timeout: 60_000 });
  await expect(page.getByText(/Imported: 40,000 events/)).toBeVisible({
    timeout: 60_000,
  });
  expect(await ask(page, 'listRecords', {})).toMatchObject({ all: 20_000 });
  expect(await ask(page, 'checkTrail')).not.toHaveProperty('problem');
});

test('a long check shows how far it is, can be stopped, and keeps nobody waiting', async ({
  session,
}) => {
  test.setTimeout(120_000);
  const page = await session.openOwnPage('dashboard.html');
  const { events, people } = await sampleTrail(6_000);
  const importId = crypto.randomUUID();
  const parts = Math.ceil(people.length / 500);
  for (let part = 0; part < parts; part++)
    await ask(page, 'stageImport', {
      importId,
      part,
      events: events.slice(part * 1_000, (part + 1) * 1_000),
      people: people.slice(part * 500, (part + 1) * 500),
    });
  const finish = { importId, parts, dryRun: false };
  await expect
    .poll(async () => (await ask<{ summary?: unknown }>(page, 'finishImport', finish)).summary)
    .toMatchObject({ records: 6_000 });
  // As on a slow machine: each part of the check takes a moment longer.
  await page.addInitScript(() => {
    const sendMessage: (message: unknown) => Promise<unknown> = chrome.runtime.sendMessage.bind(
      chrome.runtime,
    );
    chrome.runtime.sendMessage = (async (message: { name: string }) => {
      if (message.name === 'checkTrailOn') await new Promise((done) => setTimeout(done, 300));
      return sendMessage(message);
    }) as typeof chrome.runtime.sendMessage;
  });
  await page.reload();

  const seal = page.getByRole('region', { name: t('history.seal.label') });
  const bar = seal.getByRole('progressbar');
  const check = seal.getByRole('button', { name: t('history.seal.check') });
  await check.click();
  await expect(bar).toBeVisible();
  await seal.getByRole('button', { name: t('evidence.stop') }).click();
  await expect(bar).toHaveCount(0);
  await expect(seal.getByText(/Unbroken since/)).toHaveCount(0);

  await check.click();
  await expect(bar).toBeVisible();
  await page.getByRole('searchbox').fill('contoso 5998');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(bar, 'a search is answered while it goes on').toBeVisible();
  await expect(seal.getByText(/Unbroken since/)).toBeVisible({ timeout: 60_000 });

  await page
    .getByRole('button', { name: t('history.export.shown.one' as Key, { count: 1 }) })
    .click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').locator('button[type=submit]').click(),
  ]);
  const mark = await seal.locator('.fingerprint').innerText();
  expect(file.suggestedFilename()).toContain(`-${mark}.csv`);
});
