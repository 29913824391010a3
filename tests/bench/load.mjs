// What a page pays for us as it loads, beside the framework's own empty content script: `npm run bench -- --load`.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'wxt';
import { canSandbox, requireBrowser } from '../setup.mjs';
import { medianOf } from './numbers.mjs';

const root = resolve(import.meta.dirname, '../..');

/** What is loaded: name, then the document. */
const pages = {
  empty: '<!doctype html><title>x</title><p>x</p>',
  'admin center of 2,000 nodes': adminCenter(),
  'five frames': `<!doctype html><title>x</title>${'<iframe src="/frame" width=300 height=100></iframe>'.repeat(5)}`,
};

function adminCenter() {
  const row = (i) =>
    `<tr><td><a href="#">Contoso customer ${i}</a></td><td>Business Premium</td><td><button aria-label="More">…</button></td><td>${i}.00 EUR</td></tr>`;
  return `<!doctype html><title>x</title><nav>Partner relationships</nav><table>${Array.from({ length: 150 }, (_, i) => row(i)).join('')}</table>`;
}

/** An extension whose one content script does nothing, as the framework builds it. */
async function buildEmpty(folder) {
  await mkdir(join(folder, 'entrypoints'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'entrypoints/content.ts'),
    `export default defineContentScript({
      matches: ['https://admin.microsoft.com/*'], runAt: 'document_start', allFrames: true,
      main() {},
    });`,
  );
  await build({
    root: folder,
    browser: 'chrome',
    manifestVersion: 3,
    logger: quiet,
    configFile: false,
    manifest: { name: 'empty', version: '1' },
  });
  return join(folder, '.output/chrome-mv3');
}

const quiet = new Proxy({}, { get: () => () => {} });

async function open(name, extension, folder) {
  const context = await chromium.launchPersistentContext(join(folder, `profile-${name}`), {
    executablePath: requireBrowser(),
    chromiumSandbox: canSandbox,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: extension
      ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : [],
  });
  const page = await context.newPage();
  let html = '';
  await context.route('https://admin.microsoft.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: route.request().url().endsWith('/frame') ? pages.empty : html,
    }),
  );
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
  return {
    /** CPU time of the page's main thread from the start of one load until it is quiet, in milliseconds. */
    async load(document) {
      html = document;
      await page.goto('about:blank');
      await page.waitForTimeout(30);
      const before = await spent();
      await page.goto('https://admin.microsoft.com/', { waitUntil: 'load' });
      await page.waitForTimeout(700);
      return (await spent()) - before;
    },
    close: () => context.close(),
  };
}

/** Median CPU of a load with us and with the empty script, beyond a load without any extension. */
export async function measureLoads(extension, loads = 40) {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  const browsers = {
    none: await open('none', undefined, folder),
    'empty content script': await open('empty', await buildEmpty(folder), folder),
    ours: await open('ours', extension, folder),
  };
  const results = [];
  for (const [page, html] of Object.entries(pages)) {
    const times = Object.fromEntries(Object.keys(browsers).map((name) => [name, []]));
    for (let turn = -3; turn < loads; turn++) {
      for (const [name, browser] of Object.entries(browsers)) {
        const ms = await browser.load(html);
        if (turn >= 0) times[name].push(ms);
      }
    }
    const alone = medianOf(times.none);
    const added = (name) => medianOf(times[name]) - alone;
    results.push({
      page,
      aloneMs: alone,
      emptyMs: added('empty content script'),
      oursMs: added('ours'),
      ratio: added('ours') / added('empty content script'),
    });
  }
  for (const browser of Object.values(browsers)) await browser.close();
  await rm(folder, { recursive: true });
  return results;
}
