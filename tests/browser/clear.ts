import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { mappedHosts } from '../demo/browser.mjs';

/**
 * Make a browser as one that has just started on a fresh profile: one empty tab, nothing stored by the extension or
 * by a page, no permission. False where something is left.
 */
export async function clearBrowser(
  context: BrowserContext,
  extensionId: string,
  killWorker: () => Promise<void>,
): Promise<boolean> {
  const earlier = context.pages();
  const page = await openWindow(context, earlier);
  await Promise.all(earlier.map((one) => one.close()));
  // It remembers, and may be about to write.
  await killWorker();
  await context.clearCookies();
  await context.clearPermissions();
  const cdp = await context.newCDPSession(page);
  await Promise.all(mappedHosts.map((host) => clearSite(cdp, `https://${host}`)));
  await cdp.detach();
  // A page of the extension that asks for nothing: no script of ours runs in it.
  await page.goto(`chrome-extension://${extensionId}/icon/16.png`);
  const left = await page.evaluate(clearExtension);
  await page.goto('about:blank');
  return left.length === 0 && context.pages().length === 1;
}

/** The browser's own side panel goes with the window in which it was opened, so the tab that stays has another one. */
async function openWindow(context: BrowserContext, earlier: Page[]): Promise<Page> {
  const opened = context.waitForEvent('page', (page) => !earlier.includes(page));
  const cdp = await context.browser()!.newBrowserCDPSession();
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  await cdp.detach();
  return opened;
}

async function clearSite(cdp: CDPSession, origin: string): Promise<void> {
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

/** Runs in a page of the extension: what could not be cleared, by name. */
async function clearExtension(): Promise<string[]> {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise<void>((done, fail) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => done();
      request.onerror = () => fail(request.error);
      request.onblocked = () => fail(new Error(`${name} is still open`));
    });
  }
  localStorage.clear();
  const { local, session, sync } = chrome.storage;
  for (const area of [local, session, sync]) await area.clear();

  const manifest = chrome.runtime.getManifest();
  const given = manifest.content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return [
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...Object.keys({ ...(await local.get()), ...(await session.get()), ...(await sync.get()) }),
    ...origins.filter((origin) => !given.includes(origin)),
    ...scripts.map(({ id }) => `script ${id}`),
  ];
}
