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

/** Events of these kinds say how long the page's own thread worked, and for whom. */
const categories = ['devtools.timeline', 'extensions'];
const settledMs = 700;

async function open(name, extension, folder) {
  const context = await chromium.launchPersistentContext(join(folder, `profile-${name}`), {
    executablePath: requireBrowser(),
    chromiumSandbox: canSandbox,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const page = await context.newPage();
  let html = '';
  await context.route('https://admin.microsoft.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: route.request().url().endsWith('/frame') ? pages.empty : html,
    }),
  );
  const devtools = await context.browser().newBrowserCDPSession();

  async function traced(work) {
    const events = [];
    const collect = ({ value }) => events.push(...value);
    devtools.on('Tracing.dataCollected', collect);
    await devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: categories },
    });
    await work();
    const ended = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
    await devtools.send('Tracing.end');
    await ended;
    devtools.off('Tracing.dataCollected', collect);
    return events;
  }

  return {
    /** What the extension's scripts cost one load of a document, in milliseconds. */
    async load(document) {
      html = document;
      await page.goto('about:blank');
      await page.waitForTimeout(30);
      const events = await traced(async () => {
        await page.goto('https://admin.microsoft.com/', { waitUntil: 'load' });
        await page.waitForTimeout(settledMs);
      });
      return costOf(events);
    },
    close: () => context.close(),
  };
}

/**
 * Thread time of putting scripts into a page, and of every later call into one of them. The difference between
 * whole loads with and without us drowns in what the browser itself does differently each time.
 */
function costOf(events) {
  const isOurs = ({ name, args }) =>
    /InjectJs/.test(name) ||
    (/^(FunctionCall|EvaluateScript)$/.test(name) &&
      args?.data?.url?.startsWith('chrome-extension:'));
  const calls = events.filter((event) => event.ph === 'X' && isOurs(event));
  calls.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const ends = new Map();
  let us = 0;
  for (const { pid, tid, ts, dur = 0, tdur = 0 } of calls) {
    const thread = `${pid} ${tid}`;
    // Within one that is counted already.
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    us += tdur;
  }
  return us / 1_000;
}

/** Medians for each page: what the framework's empty script costs a load, and what ours do. */
export async function measureLoads(extension, loads = 40) {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  const empty = await open('empty', await buildEmpty(folder), folder);
  const ours = await open('ours', extension, folder);
  const results = [];
  for (const [page, html] of Object.entries(pages)) {
    const times = { empty: [], ours: [] };
    for (let turn = -3; turn < loads; turn++) {
      const [emptyMs, oursMs] = [await empty.load(html), await ours.load(html)];
      if (turn < 0) continue;
      times.empty.push(emptyMs);
      times.ours.push(oursMs);
    }
    const [emptyMs, oursMs] = [medianOf(times.empty), medianOf(times.ours)];
    results.push({ page, emptyMs, oursMs, ratio: oursMs / emptyMs });
  }
  await empty.close();
  await ours.close();
  await rm(folder, { recursive: true });
  return results;
}
