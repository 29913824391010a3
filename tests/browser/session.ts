import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type BrowserContext, expect, type Frame, type Page, type Worker } from '@playwright/test';
import { builtExtension, launchWithExtension } from '../demo/browser.mjs';
import { addressOf, type tricks } from '../demo/routes.mjs';
import { clearBrowser } from './clear.ts';
import { endBrowser } from './processes.ts';

export type SessionOptions = {
  demoUrl: string;
  /** Of the browser's own interface; the demo's pages take theirs from `openDemo`. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Keep pages that were left, for the way back. */
  backForwardCache?: boolean;
  /**
   * Sites that the person has allowed once and then taken away again. Chromium asks about a permission
   * only the first time, and nobody can answer its question in a browser without a window.
   */
  allowedOnce?: string[];
  /** The folder for `shoot`. */
  shotsFolder?: string;
  /** Another build than the one under test, for what that one cannot show. */
  extension?: string;
};

export type DemoPage = { lang?: string; tricks?: (keyof typeof tricks)[]; host?: string };

export type Session = Awaited<ReturnType<typeof startSession>>;

const defaultShotsFolder = resolve(import.meta.dirname, '../../.demo/screenshots');

/** Another build can be tested by naming its folder, for example the unpacked zip. */
export const testedExtension = process.env.COUNTERSIGN_BUILD ?? builtExtension;

/**
 * A real browser with the built extension on a fresh profile, on the demo. `context` changes when the
 * browser is killed, so ask for it anew after `killBrowser`.
 */
export async function startSession(options: SessionOptions) {
  const { extension = testedExtension } = options;
  const profile = await mkdtemp(join(tmpdir(), 'countersign-'));
  await prepareProfile(profile, extension, options.allowedOnce ?? []);
  const launch = () => launchWithExtension({ ...options, profile, extension });
  let context = await launch();
  let extensionId = await readExtensionId(context);
  let isUsedUp = false;
  /** Said of what cannot be taken back: no other test gets this browser. */
  function useUp(): void {
    isUsedUp = true;
  }
  watchContext(context, useUp);

  /** A page of the demo, in a tab of its own, once its own content stands. */
  async function openDemo(route: string, page: DemoPage = {}): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(addressOf(route, page));
    await tab.locator('.content > .heading').waitFor({ state: 'attached' });
    return tab;
  }

  /** One of the extension's own pages in a tab: `dashboard.html#/settings`. */
  async function openOwnPage(path: string): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(`chrome-extension://${extensionId}/${path}`);
    return tab;
  }

  /** The popup, in a tab that stays behind `tab`, so that `tab` is still the current one of its window. */
  async function openPopup(tab: Page): Promise<Page> {
    const popup = await openOwnPage('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    await tab.bringToFront();
    // It asks for the current tab as it starts.
    await popup.reload();
    return popup;
  }

  /** The background worker, woken first when it sleeps, once it has the browser's functions and answers. */
  async function worker(): Promise<Worker> {
    let found: Worker | undefined;
    // One that has only just started is told of before it can do anything, and an idle one may be ended meanwhile.
    await expect(async () => {
      found = await wake();
      expect(await found.evaluate(() => typeof chrome.commands?.getAll)).toBe('function');
    }).toPass({ timeout: 15_000, intervals: [50, 100, 250] });
    if (!found) throw new Error('no background worker');
    return found;
  }

  async function wake(): Promise<Worker> {
    const isOurs = (candidate: Worker) => candidate.url().includes(extensionId);
    const running = context.serviceWorkers().find(isOurs);
    if (running) return running;
    const waking = context.waitForEvent('serviceworker', isOurs);
    const knock = await openOwnPage('dashboard.html');
    const woken = await waking;
    await knock.close();
    return woken;
  }

  /** End the background worker as Chromium does when it has idled; the next request starts another. */
  async function killWorker(): Promise<void> {
    const session = await browserSession(context);
    const alive = async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      const ours = targetInfos.filter(
        ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
      );
      return ours.map(({ targetId }) => targetId);
    };
    const killed = await alive();
    // By id: a waiting page may already have started the next one. A worker in the middle of its work does
    // not always go at the first word.
    await expect(async () => {
      const left = (await alive()).filter((id) => killed.includes(id));
      for (const targetId of left) await session.send('Target.closeTarget', { targetId });
      expect(left).toEqual([]);
    }).toPass({ timeout: 15_000, intervals: [10, 20, 50, 100] });
    await session.detach();
  }

  /** SIGKILL to the whole browser, then another one on the same profile. */
  async function killBrowser(): Promise<void> {
    useUp();
    await endBrowser(context, profile);
    context = await launch();
    extensionId = await readExtensionId(context);
  }

  /** Close the browser as a person does, then open it again on the same profile; `meanwhile` it is off. */
  async function restartBrowser(meanwhile = async () => {}): Promise<void> {
    useUp();
    const closed = new Promise((done) => context.once('close', done));
    await (await browserSession(context)).send('Browser.close');
    await closed;
    await meanwhile();
    context = await launch();
    extensionId = await readExtensionId(context);
  }

  /** A picture of a page under `.demo/screenshots`. */
  async function shoot(page: Page, name: string, fullPage = false): Promise<string> {
    const path = join(options.shotsFolder ?? defaultShotsFolder, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path, fullPage });
    return path;
  }

  /** Whether it is now as a browser that has just started: nothing open, nothing stored. */
  async function clear(): Promise<boolean> {
    return !isUsedUp && (await clearBrowser(context, extensionId, killWorker));
  }

  async function stop(): Promise<void> {
    await endBrowser(context, profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return {
    get context() {
      return context;
    },
    get extensionId() {
      return extensionId;
    },
    profile,
    openDemo,
    openOwnPage,
    openPopup,
    worker,
    killWorker,
    killBrowser,
    restartBrowser,
    shoot,
    useUp,
    clear,
    stop,
  };
}

/** The panel's frame in a page, once it has loaded. It stands in a closed shadow root, so no locator finds it. */
export async function panelOf(page: Page, timeoutMs = 10_000): Promise<Frame> {
  await expect.poll(() => panelFrames(page).length, { timeout: timeoutMs }).toBe(1);
  return panelFrames(page)[0]!;
}

/** The panel frames that a page holds now: none where Countersign is silent. */
export function panelFrames(page: Page): Frame[] {
  return page
    .frames()
    .filter((frame) => /^chrome-extension:\/\/[^/]+\/panel\.html/.test(frame.url()));
}

/**
 * A fresh profile as a person's is who loads an unpacked build: without the developer mode, Chromium does
 * not start such a build again after `chrome.runtime.reload()`.
 */
async function prepareProfile(
  profile: string,
  extension: string,
  allowedOnce: string[],
): Promise<void> {
  const { key } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const runtime_granted_permissions = {
    api: [],
    explicit_host: allowedOnce.map((host) => `https://${host}/*`),
    manifest_permissions: [],
    scriptable_host: [],
  };
  const extensions = {
    ui: { developer_mode: true },
    settings: { [idOf(key)]: { runtime_granted_permissions } },
  };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ extensions }));
}

/** Chromium's name for an extension: the first half of its key's digest, with letters for digits. */
function idOf(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...digest.slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
}

async function readExtensionId(context: BrowserContext): Promise<string> {
  const started = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(started.url()).host;
}

/** Called for what a test does to the whole browser and Playwright cannot undo. */
function watchContext(context: BrowserContext, onChange: () => void): void {
  for (const name of ['addInitScript', 'route', 'exposeBinding', 'setOffline'] as const) {
    const plain = context[name].bind(context) as (...parameters: unknown[]) => Promise<never>;
    Object.assign(context, {
      [name]: (...parameters: unknown[]) => {
        onChange();
        return plain(...parameters);
      },
    });
  }
}

export async function browserSession(context: BrowserContext) {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context without its browser');
  return browser.newBrowserCDPSession();
}
