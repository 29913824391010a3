import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import { panelFrames, panelOf, type Session } from './session.ts';

// The page is hostile until proven otherwise: what it may see and do of the panel in it.

const canary = 'Zebedee';

test('the page reads no word, no key and no paste of the panel', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  await page.evaluate(logEverything);
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.field('firstName').pressSequentially(canary);
  await expect(panel.field('firstName')).toHaveValue(canary);

  const seen = await page.evaluate((word) => {
    const host = [...document.documentElement.children].find(
      (child) => child.role === 'complementary',
    );
    const found = (window as unknown as { find: (text: string) => boolean }).find(word);
    getSelection()?.selectAllChildren(document.documentElement);
    return {
      hostFound: host !== undefined,
      shadow: host?.shadowRoot ?? null,
      frames: document.querySelectorAll('iframe').length,
      windows: window.length,
      found,
      selected: String(getSelection()).includes(word),
      text: document.documentElement.innerText.includes(word),
      html: document.documentElement.getHTML({ serializableShadowRoots: true }).includes(word),
      resources: performance
        .getEntriesByType('resource')
        .filter(({ name }) => /^chrome-ext/.test(name)).length,
      logged: (window as unknown as { logged: string[] }).logged,
    };
  }, canary);
  expect(seen).toEqual({
    hostFound: true,
    shadow: null,
    frames: 0,
    windows: 0,
    found: false,
    selected: false,
    text: false,
    html: false,
    resources: 0,
    logged: [],
  });
});

test('a page with one mutation of styles after the other leaves the panel as it is', async ({
  session,
}) => {
  const page = await session.openDemo('agreement');
  await panelOf(page);
  const before = await boxOfPanel(page, session);
  await page.evaluate(() => {
    const host = [...document.documentElement.children].find(
      (child) => child.role === 'complementary',
    );
    const element = host as HTMLElement;
    element.style.cssText =
      'display:none!important;opacity:0!important;transform:scale(0)!important';
    element.hidden = true;
    element.className = 'gone';
    document.documentElement.style.opacity = '0.01';
    document.body.style.filter = 'opacity(0)';
  });
  expect(await boxOfPanel(page, session)).toEqual(before);
});

test('messages that do not come from our own pages are refused', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const frame = await panelOf(page);
  // What a compromised page could make of our content script: the isolated world's own `sendMessage`.
  const answers = await fromContentScript(session, page, [
    { name: 'listRecords', question: {} },
    { name: 'readTrail', question: { heads: [] } },
    { name: 'listDrafts' },
    { name: 'readSettings' },
    { name: 'wipeTrail', question: { confirm: 'wipe' } },
    { name: 'viewTab', question: {} },
    { name: 'claimFrame', question: { ticket: crypto.randomUUID() } },
    { name: 'constructor' },
    { name: '__proto__', question: {} },
    'listRecords',
    null,
  ]);
  for (const answer of answers) {
    expect(
      answer === null || answer === undefined || (answer as { problem?: string }).problem,
    ).toBeTruthy();
    expect(answer ?? {}).not.toHaveProperty('value');
  }
  // The control: our own frame is answered, so the refusals above are refusals.
  const own = await frame.evaluate(() => chrome.runtime.sendMessage({ name: 'listDrafts' }));
  expect(own).toEqual({ value: [] });
});

test('malformed reports are refused, whole', async ({ session }) => {
  const page = await session.openDemo('billing');
  const report = {
    quote: 'x',
    addressAtStart: 'https://admin.microsoft.com/',
    addressNow: 'https://admin.microsoft.com/',
  };
  const answers = await fromContentScript(session, page, [
    { name: 'reportSighting', question: { ...report, quote: 7 } },
    { name: 'reportSighting', question: { ...report, extra: true } },
    { name: 'reportSighting', question: { ...report, quote: 'x'.repeat(2_000) } },
    { name: 'reportSighting' },
  ]);
  expect(answers).toEqual(Array(4).fill({ problem: 'malformed', detail: 'reportSighting' }));
});

test('a frame of ours that somebody else made stays blank and is not answered', async ({
  session,
}) => {
  const page = await session.openDemo('billing');
  const loaded = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 1_500));
    return frame.contentDocument === null;
  }, `chrome-extension://${session.extensionId}/panel.html#${crypto.randomUUID()}`);
  expect(loaded).toBe(true);
  // With the static id, the browser does not even load it.
  expect(panelFrames(page)).toHaveLength(0);
});

test('a real ticket works only once', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  // It has shown its ticket once it shows anything at all.
  await expect(panel.steps).toBeVisible();
  const again = await panel.root.evaluate(() =>
    chrome.runtime.sendMessage({
      name: 'claimFrame',
      question: { ticket: location.hash.slice(1) },
    }),
  );
  expect(again).toEqual({ problem: 'refused', detail: '' });
});

/** Runs in the page: everything it could overhear. */
function logEverything(): void {
  const logged: string[] = [];
  (window as unknown as { logged: string[] }).logged = logged;
  for (const kind of [
    'keydown',
    'keyup',
    'beforeinput',
    'input',
    'paste',
    'message',
    'focusin',
    'copy',
  ])
    addEventListener(
      kind,
      (event) => logged.push(`${kind} ${(event as KeyboardEvent).key ?? ''}`),
      true,
    );
}

/** Ask the background from the content script's own world in the page. */
async function fromContentScript(
  session: Session,
  page: Page,
  messages: unknown[],
): Promise<unknown[]> {
  const cdp = await session.context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await cdp.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin === `chrome-extension://${session.extensionId}`);
  expect(world, 'our content script’s world').toBeDefined();
  const expression = `Promise.all(${JSON.stringify(messages)}.map((message) =>
    chrome.runtime.sendMessage(message).catch((error) => ({ problem: String(error) })).then((answer) => answer ?? null)))`;
  const { result } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId: world!.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  return result.value;
}

/** Where the panel's frame really stands on the screen, by the browser's own layout. */
async function boxOfPanel(page: Page, session: Session): Promise<number[]> {
  const cdp = await session.context.newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const frame = frameIn(root as Node_);
  const { model } = await cdp.send('DOM.getBoxModel', { nodeId: frame!.nodeId });
  await cdp.detach();
  return [...model.border, model.width, model.height];
}

type Node_ = { nodeId: number; nodeName: string; children?: Node_[]; shadowRoots?: Node_[] };
function frameIn(node: Node_): Node_ | undefined {
  if (node.nodeName === 'IFRAME') return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = frameIn(child);
    if (found) return found;
  }
  return undefined;
}
