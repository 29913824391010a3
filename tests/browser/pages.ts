import { expect, type Page } from '@playwright/test';
import { test as base } from './fixtures.ts';
import { openPanel, type Panel } from './panel.ts';
import { panelFrames, type Session, startSession } from './session.ts';

/** `test` with a browser that all tests of a worker share, each in tabs of its own: they leave no settings behind. */
export const test = base.extend<object, { shared: Session }>({
  shared: [
    async ({ demoUrl }, use) => {
      const session = await startSession({ demoUrl });
      await hearAnnouncements(session);
      await use(session);
      await session.stop();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

export const admin = 'https://admin.microsoft.com/AdminPortal/Home#/BillingAccounts/agreement';

/** What each host answers, whatever is asked of it: the body of a page. */
export type Bodies = Record<string, string>;

/** A tab on a page of the test's own making. Hosts that are not named here are the demo, or nothing. */
export async function openBare(
  session: Session,
  body: string,
  { at = admin, others = {} }: { at?: string; others?: Bodies } = {},
): Promise<Page> {
  const page = await session.context.newPage();
  const bodies: Bodies = { ...others, [new URL(at).host]: body };
  for (const [host, html] of Object.entries(bodies)) {
    await page.route(`https://${host}/**`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Billing</title><body><h1>Billing</h1>${html}`,
      }),
    );
  }
  await page.goto(at);
  return page;
}

/** One panel in the tab, in its top frame, that quotes `quote`; and the toolbar says so. */
export async function expectOnePanel(session: Session, page: Page, quote: string): Promise<Panel> {
  const panel = await openPanel(page);
  await expect(panel.quote).toHaveText(quote);
  expect(panelFrames(page)).toHaveLength(1);
  expect(panelFrames(page)[0]!.parentFrame()).toBe(page.mainFrame());
  await expect.poll(() => badgeOf(session, page)).toBe('!');
  return panel;
}

/** Where the panel's frame stands in its page, by the browser's own layout; `null` where it is not drawn. */
export async function boxOfPanel(
  page: Page,
): Promise<{ x: number; y: number; width: number } | null> {
  const element = await panelFrames(page)[0]?.frameElement();
  return element ? element.boundingBox() : null;
}

/** What the toolbar's button says beside this tab. */
export async function badgeOf(session: Session, page: Page): Promise<string> {
  await page.bringToFront();
  const worker = await session.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
  });
}

const mark = 'said aloud: ';

/** Have our own pages log what their live regions say, from the first moment on. */
export async function hearAnnouncements(session: Session): Promise<void> {
  await session.context.addInitScript((prefix) => {
    if (location.protocol !== 'chrome-extension:') return;
    let last = '';
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[role=status]');
        const text = region?.textContent ?? '';
        if (text && text !== last) console.debug(prefix + text);
        last = text;
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, mark);
}

/** Everything that the panels of a tab say aloud from now on. */
export function announcementsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(mark)) said.push(text.slice(mark.length));
  });
  return said;
}
