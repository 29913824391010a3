import { expect, test } from './fixtures.ts';

// The ways in which the other browser tests are unkind: each must really do what it says.

const readBack = (key: string) => chrome.storage.local.get(key);

test('kills the worker, and the next request starts another', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  await session.killWorker();
  await page.close();
  const reopened = await session.openOwnPage('dashboard.html');
  expect(await reopened.evaluate(() => chrome.runtime.id)).toBe(session.extensionId);
});

test('kills the whole browser and comes back on the same profile', async ({ session }) => {
  const before = await session.openOwnPage('dashboard.html');
  await before.evaluate(() => chrome.storage.local.set({ kept: 'through a kill' }));
  const id = session.extensionId;
  await session.killBrowser();
  expect(session.extensionId).toBe(id);
  const after = await session.openOwnPage('dashboard.html');
  expect(await after.evaluate(readBack, 'kept')).toEqual({ kept: 'through a kill' });
});

test('restarts the browser on the same profile', async ({ session }) => {
  const before = await session.openOwnPage('dashboard.html');
  await before.evaluate(() => chrome.storage.local.set({ kept: 'through a restart' }));
  await session.restartBrowser();
  const after = await session.openOwnPage('dashboard.html');
  expect(await after.evaluate(readBack, 'kept')).toEqual({ kept: 'through a restart' });
});

test('opens the popup while the page stays the current tab', async ({ session }) => {
  const page = await session.openDemo('billing');
  const popup = await session.openPopup(page);
  const url = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const [here] = await chrome.tabs.query({ url: 'chrome-extension://*/popup.html*' });
    return { isPopup: tab?.id === here?.id, tabs: (await chrome.tabs.query({})).length };
  });
  expect(url.isPopup).toBe(false);
  expect(popup.viewportSize()).toEqual({ width: 400, height: 600 });
});

test('the browser gives the panel its shortcut', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  const commands = await page.evaluate(() => chrome.commands.getAll());
  // A shortcut that the browser keeps for itself is left empty, and nobody is told.
  expect(commands.find(({ name }) => name === 'open-panel')?.shortcut).toBe('Alt+Shift+M');
});
