import { notices } from '../demo/notices.js';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import { panelFrames } from './session.ts';

// The notice on the demo's pages, however they bring it: found, quoted, and one panel.

const forms = ['split', 'nbsp', 'in-place', 'shadow', 'frame', 'label', 'twin', 'late'] as const;

for (const form of forms) {
  test(`finds the notice: ${form}`, async ({ session }) => {
    const page = await session.openDemo('new-partner', { tricks: [form] });
    const panel = await openPanel(page);
    await expect(panel.quote).toContainText('Partner');
    expect(panelFrames(page)).toHaveLength(1);
  });
}

for (const language of ['zh-TW', 'de', 'ja', 'tr', 'ru'] as const) {
  test(`finds the notice in a page in ${language}`, async ({ session }) => {
    const page = await session.openDemo('agreement', { lang: language });
    const panel = await openPanel(page);
    await expect(panel.quote).toHaveText(notices[language]);
    await expect(panel.quote).toHaveAttribute('lang', new RegExp(`^${language.slice(0, 2)}`));
  });
}

test('stays silent where the notice is there but nobody can see it', async ({ session }) => {
  const page = await session.openDemo('new-partner', { tricks: ['hidden'] });
  await expect(page.locator('.bar.warning')).toBeVisible();
  await page.waitForTimeout(1_000);
  expect(panelFrames(page)).toEqual([]);
});

const hard = ['csp', 'hostile-css', 'root-10', 'root-24', 'rerender'] as const;

for (const trick of hard) {
  test(`works on a difficult page: ${trick}`, async ({ session }) => {
    const page = await session.openDemo('new-partner', { tricks: [trick] });
    const panel = await openPanel(page);
    await expect(panel.case('guide.case.new-partner.title')).toBeVisible();
    const violations = await page.evaluate(() => Reflect.get(window, 'demoViolations'));
    expect(violations).toEqual([]);
  });
}

// Where the page lets no frame of ours stand, the toolbar says it, and the browser's own side panel is left.
for (const trick of ['coep', 'remover'] as const) {
  test(`marks the toolbar where the page suffers no panel: ${trick}`, async ({ session }) => {
    const page = await session.openDemo('new-partner', { tricks: [trick] });
    const worker = await session.worker();
    const badge = () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
      });
    await expect.poll(badge).not.toBe('');
    await expect.poll(() => panelFrames(page)).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
