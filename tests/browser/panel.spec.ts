import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import { panelFrames, panelOf, type Session } from './session.ts';

// How the panel stands in a page, friendly or not.

test.describe('stands on', () => {
  for (const [trick, route] of [
    ['csp', 'new-partner'],
    ['hostile-css', 'new-partner'],
    ['root-10', 'agreement'],
    ['root-24', 'agreement'],
    ['rerender', 'agreement'],
  ] as const) {
    test(`a page with ${trick}`, async ({ session }) => {
      const page = await session.openDemo(route, { tricks: [trick] });
      const violations = await watchViolations(page);
      const panel = await openPanel(page);
      await expect(panel.steps).toBeVisible();
      const text = await panel.root.evaluate(() => ({
        width: innerWidth,
        height: innerHeight,
        font: getComputedStyle(document.body).fontSize,
      }));
      expect(text).toEqual({ width: 400, height: 800, font: '14px' });
      expect(await violations()).toEqual([]);
      await session.shoot(page, `panel-on-${trick}`);
    });
  }
});

test('comes back, with its draft, when the page removes it', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch' });
  await panel.untilKept();
  const torn = panelFrames(page)[0]!;
  await page.evaluate(() => {
    for (const child of [...document.documentElement.children])
      if (child.role === 'complementary') child.remove();
  });
  await expect.poll(() => panelFrames(page).filter((frame) => frame !== torn).length).toBe(1);
  const again = await openPanel(page);
  await expect(again.field('companyName')).toHaveValue('Alder & Finch');
});

test('gives way to a page that will not have it, and stays in the toolbar', async ({ session }) => {
  const page = await session.openDemo('new-partner', { tricks: ['remover'] });
  await expect.poll(() => badgeOf(session, page), { timeout: 15_000 }).toBe('!');
  await page.waitForTimeout(3_000);
  const before = panelFrames(page).length;
  await page.waitForTimeout(1_500);
  expect(panelFrames(page).length).toBe(before);
});

test('opens the browser’s side panel where the page forbids frames', async ({ session }) => {
  const page = await session.openDemo('new-partner', { tricks: ['coep'] });
  const standIn = await waitForStandIn(page, session);
  await session.shoot(page, 'panel-forbidden');
  await page.mouse.click(standIn.x, standIn.y);
  await expect.poll(() => sidePanels(session)).toBe(1);
});

test('opens the browser’s side panel by its button, and leaves the page', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  // The frame goes as the side panel comes: the click has then nobody to report to.
  void panel
    .button('panel.openBeside')
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await expect.poll(() => sidePanels(session)).toBe(1);
  await expect.poll(() => panelFrames(page).length).toBe(0);
});

test('takes no focus, and is a landmark named Countersign', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  await panelOf(page);
  const focus = await page.evaluate(() => document.activeElement?.tagName);
  expect(focus).toBe('BODY');
  const cdp = await session.context.newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const named = nodes
    .filter(({ name }) => name?.value === 'Countersign')
    .map(({ role }) => role?.value);
  expect(named).toContain('complementary');
  expect(named).toContain('Iframe');
});

test('says once and politely what was found', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  const status = panel.root.locator('[role=status]').last();
  await expect(status).toContainText('Countersign found a notice');
});

test('is worked by keyboard alone: other side, collapse, expand, not now', async ({ session }) => {
  const page = await session.openDemo('agreement');
  const panel = await openPanel(page);
  const left = async () => (await frameBox(page)).x;
  expect(await left()).toBe(880);

  await panel.button('panel.otherSide').focus();
  await page.keyboard.press('Enter');
  await expect.poll(left).toBe(0);

  await panel.button('panel.collapse').focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await frameBox(page)).width).toBe(44);
  await session.shoot(page, 'panel-collapsed');

  await panel.button('panel.expand').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await frameBox(page)).width).toBe(400);

  await panel.button('panel.notNow').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => panelFrames(page).length).toBe(0);

  await page.reload();
  await panelOf(page);
  expect(await left(), 'the side is remembered').toBe(0);
});

test('never on this site holds until the settings take it back', async ({ session }) => {
  const page = await session.openDemo('agreement');
  const panel = await openPanel(page);
  await panel.button('panel.neverHere').click();
  await session.shoot(page, 'panel-never-here');
  await panel.button('panel.neverHere').click();
  await expect.poll(() => panelFrames(page).length).toBe(0);
  await page.reload();
  await expect.poll(() => badgeOf(session, page)).toBe('!');
  expect(panelFrames(page)).toHaveLength(0);

  const settings = await session.openOwnPage('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Watch admin.microsoft.com again' }).click();
  await page.reload();
  await panelOf(page);
});

/** What the page's own policy reported from now on. */
async function watchViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { violations: string[] }).violations = seen;
    addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
  });
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}

async function badgeOf(session: Session, page: Page): Promise<string> {
  const worker = await session.worker();
  const url = page.url();
  return worker.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    const texts = await Promise.all(
      tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id! })),
    );
    return texts.find((text) => text !== '') ?? `none of ${tabs.length} for ${address}`;
  }, url);
}

async function sidePanels(session: Session): Promise<number> {
  const worker = await session.worker();
  return worker.evaluate(
    async () =>
      (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] })).length,
  );
}

/** The stand-in button of our strip stands in a closed shadow root: its place by the browser's own layout. */
async function waitForStandIn(page: Page, session: Session): Promise<{ x: number; y: number }> {
  const cdp = await session.context.newCDPSession(page);
  let place = { x: 0, y: 0 };
  await expect(async () => {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const button = inHost(root as DomNode, false);
    expect(button).toBeDefined();
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: button!.nodeId });
    const [left, top, right, , , bottom] = model.border as number[];
    place = { x: (left! + right!) / 2, y: (top! + bottom!) / 2 };
  }).toPass({ timeout: 8_000 });
  return place;
}

type DomNode = {
  nodeId: number;
  nodeName: string;
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
};

function inHost(node: DomNode, closed: boolean): DomNode | undefined {
  if (closed && node.nodeName === 'BUTTON') return node;
  const roots = node.shadowRoots ?? [];
  for (const child of [...roots, ...(node.children ?? [])]) {
    const isClosed = closed || (child as { shadowRootType?: string }).shadowRootType === 'closed';
    const found = inHost(child, isClosed);
    if (found) return found;
  }
  return undefined;
}

async function frameBox(page: Page): Promise<{ x: number; width: number }> {
  const frame = panelFrames(page)[0]!;
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  return { x: box!.x, width: box!.width };
}
