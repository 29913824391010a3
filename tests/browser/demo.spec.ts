import { languages, notices } from '../demo/notices.js';
import { routes } from '../demo/routes.mjs';
import { ids } from '../demo/scenery.js';
import { expect, test } from './fixtures.ts';
import { panelFrames } from './session.ts';

// The demo itself: what the other browser tests rest on.

const silent = routes.filter(({ hasNotice }) => !hasNotice);
const speaking = routes.filter(({ hasNotice }) => hasNotice);

test('shows the notice on its pages, late, in every language of the switch', async ({
  session,
}) => {
  for (const { id } of speaking) {
    const page = await session.openDemo(id);
    await expect(page.getByText(notices.en)).toBeVisible();
    await page.close();
  }
  const page = await session.openDemo('agreement');
  for (const [tag, , direction] of languages) {
    await page.locator('.language select').selectOption(tag!);
    await expect(page.locator('html')).toHaveAttribute('lang', tag!);
    await expect(page.locator('html')).toHaveAttribute('dir', direction ?? 'ltr');
    await expect(page.getByText(notices[tag as keyof typeof notices])).toBeVisible();
  }
});

for (const { id, title } of silent) {
  test(`shows no notice and gets no panel: ${title}`, async ({ session }) => {
    const page = await session.openDemo(id);
    for (const text of Object.values(notices)) await expect(page.getByText(text)).toHaveCount(0);
    // A second is the longest that a panel may take to appear on a quiet page (docs/performance.md).
    await page.waitForTimeout(1_000);
    expect(panelFrames(page)).toEqual([]);
  });
}

test('rewrites its address after loading, and loses the link’s parameters', async ({ session }) => {
  const page = await session.context.newPage();
  const seen: string[] = [];
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  await page.goto(routes[0]!.url);
  await page.waitForURL('**/AdminPortal/Home#/partners/invitation');
  expect(seen[0]).toContain(`invType=ResellerRelationship&partnerId=${ids.partner}`);
});

test('moves between its pages without loading again', async ({ session }) => {
  const page = await session.openDemo('agreement');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('link', { name: 'Bills & payments' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bills & payments' })).toBeVisible();
  await expect(page.getByText(notices.en)).toHaveCount(0);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('reaches nothing but itself', async ({ session }) => {
  const page = await session.openDemo('billing');
  const other = await session.context.newPage();
  await expect(other.goto('https://www.microsoft.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  for (const host of ['admin.cloud.microsoft', 'portal.office.com']) {
    const mapped = await session.openDemo('agreement', { host });
    await expect(mapped.getByText(notices.en)).toBeVisible();
  }
  await expect(page.locator('footer')).toContainText('Not a Microsoft site');
});

test('keeps its own strict policies', async ({ session }) => {
  const page = await session.openDemo('new-partner', { tricks: ['csp', 'split'] });
  await expect(page.locator('#notice')).toHaveText(notices.en);
  const violations = await page.evaluate(() => Reflect.get(window, 'demoViolations'));
  expect(violations).toEqual([]);
});
