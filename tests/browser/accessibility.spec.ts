import { readFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import type { StringKey } from '../../lib/strings';
import { serious, seriousInFrame } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import { sampleAttestation } from './sample-attestation.ts';
import { stringOf } from './strings.ts';

// axe on every surface, in light and dark, and mirrored. The in-page panel stands in a closed shadow root that
// axe cannot enter, so the same page is examined by itself; the docked one by its own frame.

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ sessionOptions: { colorScheme } });

    test('the panel: guide, form with problems, saved, earlier', async ({ session }) => {
      const page = await session.openDemo('agreement');
      const panel = await openPanel(page);
      const frame = panel.root as Frame;
      await frame.locator('details').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      expect(await seriousInFrame(frame)).toEqual([]);
      await panel.button('panel.record').click();
      await panel.fill({ companyName: 'A', email: 'x', dateAgreed: '2022-01-01' });
      await panel.untilKept();
      expect(await seriousInFrame(frame)).toEqual([]);
      await panel.tab('panel.page.guide').click();
      await panel.button('panel.collapse').click();
      await expect(panel.button('panel.expand')).toBeVisible();
      expect(await seriousInFrame(frame)).toEqual([]);
    });

    test('popup: empty, results, detail, nothing found', async ({ session }) => {
      const popup = await session.openPopup(await session.openDemo('billing'));
      await expect(popup.getByRole('combobox')).toBeVisible();
      expect(await serious(popup)).toEqual([]);
      await popup.getByRole('combobox').fill('13605');
      await expect(popup.getByRole('option').first()).toBeVisible();
      expect(await serious(popup)).toEqual([]);
      await popup.keyboard.press('Enter');
      await expect(popup.getByRole('combobox')).toHaveCount(0);
      expect(await serious(popup)).toEqual([]);
    });

    for (const route of ['#/', '#/settings', '#/backup']) {
      test(`dashboard ${route}`, async ({ session }) => {
        const page = await session.openOwnPage(`dashboard.html${route}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await serious(page)).toEqual([]);
      });
    }
  });
}

test('right-to-left: every surface turns round and stays clean', async ({ session }) => {
  const own = await session.openOwnPage('dashboard.html');
  await own.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'changeSettings', question: { language: 'ar-XB' } }),
  );
  for (const path of ['dashboard.html#/', 'dashboard.html#/settings', 'panel.html', 'popup.html']) {
    const page = await session.openOwnPage(path);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(await serious(page), path).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('nothing is cut off at 320 px', async ({ session }) => {
  for (const path of [
    'dashboard.html#/',
    'dashboard.html#/settings',
    'dashboard.html#/backup',
    'panel.html',
    'popup.html',
  ]) {
    const page = await session.openOwnPage(path);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(page.getByRole('heading').first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

const t = (key: StringKey, values = {}) => stringOf('en', key, values);
const ask = <T>(page: Page, name: string, question: object) =>
  page.evaluate((message) => chrome.runtime.sendMessage(message), {
    name,
    question,
  }) as Promise<{ value: T }>;
const go = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);

/** axe on what is on show, in every look that a person may have chosen. */
async function expectClean(page: Page, state: string): Promise<void> {
  for (const look of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(look);
    expect(await serious(page), `${state}, ${JSON.stringify(look)}`).toEqual([]);
  }
}

/** A record with two versions and a file; its id. */
async function keepRecord(page: Page): Promise<string> {
  await ask(page, 'changeSettings', { recorderName: 'Mei Lin', profileAsked: true });
  const attestation = {
    ...sampleAttestation,
    customerTenantId: '',
    reference: '',
  };
  const save = (more: object, lastName: string) =>
    ask<{ record: { recordId: string } }>(page, 'saveRecord', {
      attemptId: crypto.randomUUID(),
      reason: 'misspelt',
      attestation: { ...attestation, lastName },
      ...more,
    });
  const { recordId } = (await save({}, 'Dow')).value.record;
  await save({ corrects: { recordId, version: 1 } }, 'Doe');
  return recordId;
}

test('a record: its versions side by side, what can be done with it, withdrawn', async ({
  session,
}) => {
  test.setTimeout(120_000);
  const page = await session.openOwnPage('dashboard.html');
  await go(page, `#/record/${await keepRecord(page)}`);
  await expect(page.locator('.versions ins')).toHaveText('Doe');
  await expectClean(page, 'record');
  const dialog = page.getByRole('dialog');
  for (const [open, state] of [
    ['history.move.open', 'note'],
    ['history.withdraw.open', 'withdraw'],
    ['evidence.erase.open', 'erase'],
  ] as const) {
    await page.getByRole('button', { name: t(open), exact: true }).click();
    await expectClean(page, state);
    if (state === 'erase') {
      await dialog.getByRole('button', { name: t('evidence.erase.goOn') }).click();
      await expectClean(page, 'erase for good');
    }
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: t('history.withdraw.open'), exact: true }).click();
  await dialog.getByLabel(t('history.withdraw.reason')).fill('Wrong customer');
  await dialog.locator('button[type=submit]').click();
  await expect(page.getByText(t('history.withdraw.done'))).toBeVisible();
  await expectClean(page, 'withdrawn');
});

test('files in and out: what an import would do, refused, done, damaged, deleted', async ({
  session,
}) => {
  test.setTimeout(120_000);
  const page = await session.openOwnPage('dashboard.html');
  const recordId = await keepRecord(page);
  await go(page, `#/record/${recordId}`);
  const evidence = page.getByRole('region', { name: t('evidence.title'), exact: true });
  await evidence
    .locator('input[type=file]')
    .setInputFiles({ name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from('yes') });
  await expect(evidence.getByText('mail.eml')).toBeVisible();
  await go(page, '#/backup');
  const exporting = page.getByRole('button', { name: t('history.backup.json'), exact: true });
  const [file] = await Promise.all([page.waitForEvent('download'), exporting.click()]);
  const whole = await readFile(await file.path(), 'utf8');

  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('countersign');
        opening.onsuccess = () => {
          const change = opening.result.transaction('evidence', 'readwrite');
          change.objectStore('evidence').clear();
          change.oncomplete = () => resolve(opening.result.close());
          change.onerror = () => reject(change.error);
        };
      }),
  );
  await exporting.click();
  await expect(page.getByText(t('history.export.damaged'))).toBeVisible();
  await expectClean(page, 'damaged export');

  await page.getByRole('button', { name: t('history.wipe.open') }).click();
  await expectClean(page, 'delete everything');
  await page.keyboard.press('Escape');
  await ask(page, 'wipeTrail', { confirm: 'wipe' });
  const importing = page.getByRole('region', { name: t('history.import.title'), exact: true });
  const give = (text: string) =>
    importing
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give(whole.replace('Alder', 'Older'));
  await expect(page.getByText(t('history.import.refused'))).toBeVisible();
  await expectClean(page, 'refused');
  await give(whole);
  await expect(page.getByText(t('history.import.preview'))).toBeVisible();
  await expectClean(page, 'what an import would do');
  await page.getByRole('button', { name: t('history.import.confirm'), exact: true }).click();
  await expect(page.getByText(/^Imported/)).toBeVisible();
  await expectClean(page, 'imported');

  await go(page, '#/verify');
  const check = page.getByRole('region', { name: t('evidence.verify.file'), exact: true });
  await check.locator('input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(whole.replace('Alder', 'Older')),
  });
  await expect(page.getByText(t('evidence.code.changed'))).toBeVisible();
  await expectClean(page, 'a broken file');
});
