import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import { panelFrames, type Session } from './session.ts';
import { stringOf } from './strings.ts';

// Which sites are read: those of the list, one that is added, and a page that a person asks to look at once.

const portal = 'portal.contoso.example';
const t = (key: Parameters<typeof stringOf>[1], values = {}) => stringOf('en', key, values);

test.describe('a site that a person adds', () => {
  test.use({ sessionOptions: { allowedOnce: [portal] } });

  test('is read from then on, also where it stands open, after a restart and an update', async ({
    session,
  }) => {
    const open = await session.openDemo('new-partner', { host: portal });
    await staysSilent(open);

    await addSite(session, portal);
    const panel = await openPanel(open);
    await expect(panel.quote).toContainText('Microsoft Customer Agreement');
    await showsPanel(session);

    await session.restartBrowser();
    await showsPanel(session);

    await reloadExtension(session);
    // The browser has forgotten the script with the old version; the new one registers it as it starts.
    await expect(async () => {
      expect(await registeredScripts(session)).toEqual([portal]);
    }).toPass({ timeout: 10_000 });
    await showsPanel(session);
  });

  test('is read no longer once it is removed', async ({ session }) => {
    await addSite(session, portal);
    const page = await session.openDemo('new-partner', { host: portal });
    await openPanel(page);

    const settings = await session.openOwnPage('dashboard.html#/settings');
    await settings.getByRole('button', { name: t('hosts.removeNamed', { host: portal }) }).click();
    await expect.poll(() => panelFrames(page).length).toBe(0);
    await expect(settings.getByText(portal, { exact: true })).toHaveCount(0);
    await page.reload();
    await staysSilent(page);
    const origins = await (await session.worker()).evaluate(
      async () => (await chrome.permissions.getAll()).origins,
    );
    expect(origins).not.toContain(`https://${portal}/*`);
  });

  test('is dropped when it is taken away in the browser’s own settings', async ({ session }) => {
    await addSite(session, portal);
    const settings = await session.openOwnPage('dashboard.html#/settings');
    await expect(settings.getByText(portal, { exact: true })).toBeVisible();
    await (await session.worker()).evaluate(
      (host) => chrome.permissions.remove({ origins: [`https://${host}/*`] }),
      portal,
    );
    await expect(settings.getByText(portal, { exact: true })).toHaveCount(0);
    expect(await registeredScripts(session)).toEqual([]);
  });

  test('is added from the popup as well', async ({ session }) => {
    const page = await session.openDemo('new-partner', { host: portal });
    await clickAction(session, page);
    const popup = await session.openPopup(page);
    await popup.getByRole('button', { name: t('hosts.watchToo') }).click();
    await openPanel(page);
    expect(await registeredScripts(session)).toEqual([portal]);
  });
});

test('a default site that is switched off is not read until it is switched on', async ({
  session,
}) => {
  const host = 'admin.microsoft.com';
  const page = await session.openDemo('new-partner');
  await openPanel(page);
  const settings = await session.openOwnPage('dashboard.html#/settings');
  await settings.getByRole('button', { name: t('hosts.switchOffNamed', { host }) }).click();
  await expect.poll(() => panelFrames(page).length).toBe(0);
  await expect(settings.getByText(t('hosts.off'))).toBeVisible();
  await settings.screenshot({ path: '.demo/screenshots/watched-sites.png', fullPage: true });

  await session.restartBrowser();
  const again = await session.openDemo('new-partner');
  await staysSilent(again);
  const other = await session.openDemo('new-partner', { host: 'admin.cloud.microsoft' });
  await openPanel(other);

  const later = await session.openOwnPage('dashboard.html#/settings');
  await later.getByRole('button', { name: t('hosts.switchOnNamed', { host }) }).click();
  await expect(later.getByText(t('hosts.nextLoad', { host }))).toBeVisible();
  await again.reload();
  await openPanel(again);
});

test('refuses what is no site, in words, before the browser is asked', async ({ session }) => {
  const settings = await session.openOwnPage('dashboard.html#/settings');
  const field = settings.getByLabel(t('hosts.add'));
  for (const [typed, words] of [
    ['http://portal.contoso.example', t('hosts.problem.not-secure')],
    ['*.contoso.example', t('hosts.problem.wildcard')],
    ['https://portal.contoso.example/orders', t('hosts.problem.path', { host: portal })],
    ['admin.microsoft.com', t('hosts.add.already', { host: 'admin.microsoft.com' })],
    ['\u0440ortal.contoso.example', t('hosts.problem.look-alike')],
  ] as const) {
    await field.fill(typed);
    await settings.getByRole('button', { name: t('hosts.add.do') }).click();
    await expect(settings.getByText(words)).toBeVisible();
  }
});

test.describe('looking at a page now', () => {
  for (const [route, words] of [
    ['billing', t('hosts.look.none')],
    ['new-partner', undefined],
  ] as const) {
    test(`on a page nobody watches: ${route}`, async ({ session }) => {
      const page = await session.openDemo(route, { host: portal });
      await staysSilent(page);
      await clickAction(session, page);
      const popup = await session.openPopup(page);
      const look = popup.getByRole('button', { name: t('hosts.look') });
      await look.click();
      if (words) {
        await expect(popup.getByText(words)).toBeVisible();
        await look.click();
        await expect(popup.getByText(words)).toBeVisible();
        await session.shoot(popup, 'popup-looked');
        return;
      }
      await openPanel(page);
      await expect(look).toHaveCount(0);
      await expect(popup.getByRole('button', { name: t('hosts.watchToo') })).toBeVisible();
      await page.reload();
      await staysSilent(page);
    });
  }

  test('where a copy runs already, makes no second panel', async ({ session }) => {
    const page = await session.openDemo('new-partner');
    await openPanel(page);
    await clickAction(session, page);
    await (await session.worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://admin.microsoft.com/*' });
      const target = { tabId: tab!.id!, allFrames: true };
      await chrome.scripting.executeScript({ target, files: ['notice.js'] });
    });
    await page.waitForTimeout(1_500);
    expect(panelFrames(page)).toHaveLength(1);
  });

  test('says so where the browser allows it nowhere', async ({ session }) => {
    const page = await session.openDemo('billing', { host: portal });
    // The popup in a tab was opened by nobody's click on the toolbar, so it has no leave to look.
    const popup = await session.openPopup(page);
    await popup.getByRole('button', { name: t('hosts.look') }).click();
    await expect(popup.getByText(t('hosts.look.refused'))).toBeVisible();
  });
});

test.describe('after an update', () => {
  // After `runtime.reload()` under a debugger Chromium leaves one worker in seven without any message: the browser
  // is thrown away and the test begun again.
  test.describe.configure({ retries: 3 });

  test.use({ sessionOptions: { language: 'zh-TW' } });

  test('the old copy says so in one line, goes quiet, and the new one does not double', async ({
    session,
  }) => {
    const page = await session.openDemo('new-partner');
    const panel = await openPanel(page, 'zh-TW');
    await panel.button('panel.record').click();
    await panel.fill({ companyName: 'Alder & Finch' });
    await panel.untilKept();
    const troubles: string[] = [];
    page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));

    await reloadExtension(session);
    const line = `${stringOf('zh-TW', 'hosts.updated')} ✕ ${stringOf('zh-TW', 'common.close')}`;
    await expect.poll(() => shadowText(session, page), { timeout: 12_000 }).toEqual([line]);
    await session.shoot(page, 'updated');
    expect(panelFrames(page)).toHaveLength(0);

    await page.evaluate(() => {
      location.hash = '#/elsewhere';
      document.body.append(document.querySelector('.content')!.cloneNode(true));
    });
    await page.waitForTimeout(2_000);
    expect(troubles).toEqual([]);

    const close = await nodeIn(session, page, 'BUTTON');
    await page.mouse.click(close.x, close.y);
    expect(await shadowText(session, page)).toEqual([]);

    const after = await session.openDemo('new-partner');
    const next = await openPanel(after, 'zh-TW');
    await next.resumeDraft();
    await expect(next.field('companyName')).toHaveValue('Alder & Finch');
  });

  test('the old line gives way when a person has the new copy look at the page', async ({
    session,
  }) => {
    const page = await session.openDemo('new-partner');
    await openPanel(page, 'zh-TW');
    await reloadExtension(session);
    await expect.poll(async () => (await shadowText(session, page)).length).toBe(1);
    await clickAction(session, page);
    const popup = await session.openPopup(page);
    await popup.getByRole('button', { name: stringOf('zh-TW', 'hosts.look'), exact: true }).click();
    await openPanel(page, 'zh-TW');
    await expect.poll(() => shadowText(session, page)).toEqual([]);
    expect(panelFrames(page)).toHaveLength(1);
  });

  test('a page without a panel stays without a word', async ({ session }) => {
    const page = await session.openDemo('billing');
    await reloadExtension(session);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForTimeout(500);
    expect(await shadowText(session, page)).toEqual([]);
  });
});

test.describe('the panel’s address', () => {
  test('is of no use to a page that nobody watches', async ({ session }) => {
    const page = await session.openDemo('billing', { host: portal });
    const answer = await page.evaluate(
      (id) =>
        fetch(`chrome-extension://${id}/panel.html`).then(
          () => 'answered',
          () => 'refused',
        ),
      session.extensionId,
    );
    expect(answer).toBe('refused');
  });
});

async function addSite(session: Session, host: string): Promise<void> {
  const settings = await session.openOwnPage('dashboard.html#/settings');
  await settings.getByLabel(t('hosts.add')).fill(`https://${host}/`);
  await settings.getByRole('button', { name: t('hosts.add.do') }).click();
  await expect(settings.getByText(host, { exact: true })).toBeVisible();
  await settings.close();
}

async function showsPanel(session: Session): Promise<void> {
  const page = await session.openDemo('new-partner', { host: portal });
  const panel = await openPanel(page);
  await expect(panel.steps).toBeVisible();
  await page.close();
}

/** Nothing is docked within the time that a sighting takes many times over. */
async function staysSilent(page: Page): Promise<void> {
  await page.waitForTimeout(2_000);
  expect(panelFrames(page)).toEqual([]);
}

async function registeredScripts(session: Session): Promise<string[]> {
  const worker = await session.worker();
  return worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );
}

/** As an update does: every context of the extension ends, and it starts anew. */
async function reloadExtension(session: Session): Promise<void> {
  session.useUp();
  const old = await session.worker();
  const starting = session.context.waitForEvent('serviceworker', (next) => next !== old);
  await old.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await starting;
}

/** A click on the toolbar's button, which lets the extension look at this one page. */
async function clickAction(session: Session, page: Page): Promise<void> {
  await page.bringToFront();
  const browser = await session.context.browser()!.newBrowserCDPSession();
  const tabs = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = tabs.targetInfos.find(({ url }) => url === page.url())!;
  await browser.send(
    'Extensions.triggerAction' as never,
    { id: session.extensionId, targetId: tab.targetId } as never,
  );
  await browser.detach();
}

type DomNode = {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  shadowRootType?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
};

/** Everything in closed shadow roots, which no page and no locator sees. */
async function shadowNodes(session: Session, page: Page) {
  const cdp = await session.context.newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: DomNode[] = [];
  const walk = (node: DomNode, inside: boolean): void => {
    if (inside) found.push(node);
    for (const child of node.children ?? []) walk(child, inside);
    for (const child of node.shadowRoots ?? []) walk(child, child.shadowRootType === 'closed');
  };
  walk(root as DomNode, false);
  return { cdp, found };
}

async function shadowText(session: Session, page: Page): Promise<string[]> {
  const { found, cdp } = await shadowNodes(session, page);
  await cdp.detach();
  const texts = found.filter(({ nodeName, nodeValue }) => nodeName === '#text' && nodeValue);
  return texts.map(({ nodeValue }) => nodeValue).filter((text) => !text.includes(':host'));
}

async function nodeIn(session: Session, page: Page, name: string) {
  const { cdp, found } = await shadowNodes(session, page);
  const { nodeId } = found.find(({ nodeName }) => nodeName === name)!;
  const { model } = await cdp.send('DOM.getBoxModel', { nodeId });
  await cdp.detach();
  const [left, top, right, , , bottom] = model.border as number[];
  return { x: (left! + right!) / 2, y: (top! + bottom!) / 2 };
}
