import type { Page } from '@playwright/test';
import { notices } from '../demo/notices.js';
import { test } from './fixtures.ts';
import {
  announcementsOf,
  badgeOf,
  expect,
  expectOnePanel,
  hearAnnouncements,
  openBare,
} from './pages.ts';
import { openPanel } from './panel.ts';
import { panelFrames } from './session.ts';

// Back and forward. The browser keeps a page for the way back as it was left, scripts and all; but never one
// that holds a frame of an extension (Chromium 156: EmbedderExtensionFrame), so a docked page loads again.

const en = notices.en;
const elsewhere = 'https://portal.contoso.example/';

test.use({ sessionOptions: { backForwardCache: true } });

test.beforeEach(({ session }) => hearAnnouncements(session));

type Marked = { back?: boolean };

/** Leave the page and come back to it. Whether the browser had kept it. */
async function leaveAndComeBack(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      (window as Marked).back = persisted;
    });
  });
  await page.goto(elsewhere);
  // A page that was kept does not load, so there is no end of its loading to wait for.
  await page.goBack({ waitUntil: 'commit', timeout: 2_000 }).catch(() => null);
  await expect.poll(() => page.url()).not.toBe(elsewhere);
  await expect(page.locator('h1')).toBeVisible();
  return page.evaluate(() => (window as Marked).back === true);
}

test('a kept page still sees the notice that comes after the way back', async ({ session }) => {
  const page = await openBare(session, '');
  const said = announcementsOf(page);
  expect(await leaveAndComeBack(page)).toBe(true);
  await page.evaluate((text) => document.body.append(text), en);
  await expectOnePanel(session, page, en);
  await expect.poll(() => said.length).toBe(1);
});

test('a kept page that was told "not now" is marked again, and holds no panel', async ({
  session,
}) => {
  const page = await openBare(session, `<p>${en}</p>`);
  const panel = await expectOnePanel(session, page, en);
  await panel.button('panel.notNow').click();
  await expect.poll(() => panelFrames(page).length).toBe(0);
  expect(await leaveAndComeBack(page)).toBe(true);
  await expect.poll(() => badgeOf(session, page)).toBe('!');
  expect(panelFrames(page)).toEqual([]);

  // What is at another place is another matter.
  await page.evaluate(() => {
    location.hash = '#/Purchase/checkout';
    document.querySelector('p')!.remove();
  });
  await expect.poll(() => badgeOf(session, page)).toBe('');
  await page.evaluate((text) => document.body.append(text), notices.de);
  await expectOnePanel(session, page, notices.de);
});

test('a page left with the panel in it loads again: one panel, and the draft is there', async ({
  session,
}) => {
  const page = await openBare(session, `<p>${en}</p>`);
  const panel = await expectOnePanel(session, page, en);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  expect(await leaveAndComeBack(page)).toBe(false);
  const again = await openPanel(page);
  await again.resumeDraft();
  await expect(again.field('companyName')).toHaveValue('Alder & Finch Ltd');
  expect(panelFrames(page)).toHaveLength(1);
});
