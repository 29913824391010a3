import type { Frame } from '@playwright/test';
import { serious, seriousInFrame } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';

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
