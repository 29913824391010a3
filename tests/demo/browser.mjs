// @ts-check
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { canSandbox, requireBrowser } from '../setup.mjs';

const root = resolve(import.meta.dirname, '../..');

/** The hosts that the demo stands in for: those that are watched from the start, and one that a person may add. */
export const mappedHosts = [
  'admin.microsoft.com',
  'admin.cloud.microsoft',
  'portal.office.com',
  'partner.microsoft.com',
  'portal.contoso.example',
];

/** The production build for Chromium: what is tested is what ships. */
export const builtExtension = resolve(root, '.output/chrome-mv3');

/**
 * A browser with the built extension on a profile of its own, in which Microsoft's hosts are the demo
 * and nothing else can be reached.
 * @param {object} how
 * @param {string} how.demoUrl
 * @param {string} how.profile a folder; kept, so that the next browser can go on with it
 * @param {boolean} [how.headless]
 * @param {string} [how.language] of the browser's own interface
 * @param {'light' | 'dark'} [how.colorScheme]
 * @param {{ width: number, height: number } | null} [how.viewport] null: as large as the window
 * @param {string} [how.extension] a built extension's folder
 * @param {boolean} [how.backForwardCache] keep pages that were left, as every browser does that a test does not steer
 * @param {string[]} [how.args] further switches
 */
export async function launchWithExtension({
  demoUrl,
  profile,
  headless = true,
  language = 'en-US',
  colorScheme = 'light',
  viewport = { width: 1280, height: 800 },
  extension = builtExtension,
  backForwardCache = false,
  args = [],
}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser(),
    headless,
    chromiumSandbox: canSandbox,
    colorScheme: headless ? colorScheme : null,
    viewport,
    locale: language,
    // With a window, Ctrl-C is for start.mjs, which tidies up.
    handleSIGINT: headless,
    handleSIGTERM: headless,
    // Playwright switches extensions off unless told to leave that alone.
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${language}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...args,
    ],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  });
  for (const host of mappedHosts) {
    await context.route(`https://${host}/**`, (route) => answerFromDemo(route, demoUrl));
  }
  return context;
}

/**
 * @param {import('@playwright/test').Route} route
 * @param {string} demoUrl
 */
async function answerFromDemo(route, demoUrl) {
  const { pathname, search } = new URL(route.request().url());
  const answer = await fetch(new URL(pathname + search, demoUrl));
  const body = Buffer.from(await answer.arrayBuffer());
  try {
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body,
    });
  } catch (error) {
    // The tab or the browser may be gone by now; its answer has nowhere to go.
    if (!/has been closed|Invalid InterceptionId/.test(String(error))) throw error;
  }
}
