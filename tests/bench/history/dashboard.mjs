// The dashboard with many records, as a person meets it: real Chromium, the built extension, real clicks and keys.
// `npm run build:chrome && npm run bench:dashboard [-- --size=100000] [--profile=FOLDER]`. A profile is filled once and
// used again. Times are from the event to the frame that shows its answer, by the page's own clock, in milliseconds.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchWithExtension } from '../../demo/browser.mjs';
import { bundle } from '../browser.mjs';
import { watchPage } from './watch-page.mjs';

const root = resolve(import.meta.dirname, '../../..');
const word = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const size = Number(word('size') ?? 100_000);
const kept = word('profile');
const profile = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'countersign-bench-'));
mkdirSync(profile, { recursive: true });
const isFilled = readdirSync(profile).includes('Default');
// The browser would go on with the worker of the build that filled it.
rmSync(join(profile, 'Default/Service Worker'), { recursive: true, force: true });

const found = {};
const note = (name, value, unit = 'ms') => {
  found[name] = value;
  const shown = typeof value === 'number' ? value.toFixed(value < 10 ? 1 : 0) : value;
  console.log(`  ${name.padEnd(52)} ${String(shown).padStart(9)} ${unit}`);
};

let context = await launch();
let own;
try {
  console.log(`${size} records, Chromium ${context.browser().version()}`);
  if (!isFilled) await fill(await openPage('popup.html'));
  // As after a start of the browser: nothing is in any memory.
  await context.close();
  context = await launch();
  await drive();
} finally {
  await context.close();
  if (!kept) rmSync(profile, { recursive: true, force: true });
}
mkdirSync(resolve(root, '.demo'), { recursive: true });
const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`;
writeFileSync(
  resolve(root, '.demo/bench-dashboard.json'),
  JSON.stringify({ machine, size, found }, null, 1),
);
console.log(`${machine}; saved in .demo/bench-dashboard.json`);

function launch() {
  return launchWithExtension({
    demoUrl: 'http://127.0.0.1:9',
    profile,
    args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
}

async function openPage(path) {
  own ??= await ownAddress();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.addInitScript(watchPage);
  await page.goto(`${own}/${path}`);
  return page;
}

async function ownAddress() {
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** Through the product's own import, in parts, as the page of a restored backup does it. */
async function fill(page) {
  await page.evaluate(await bundle('history/sample.ts'));
  const ms = await page.evaluate(async (count) => {
    const ask = async (name, question) => {
      const reply = await chrome.runtime.sendMessage({ name, question });
      if ('problem' in reply) throw new Error(`${name}: ${reply.problem} ${reply.detail}`);
      return reply.value;
    };
    const importId = crypto.randomUUID();
    const started = performance.now();
    let parts = 0;
    for (const { events, people } of bench.sampleParts(count))
      await ask('stageImport', { importId, part: parts++, events, people });
    while (!(await ask('finishImport', { importId, parts, dryRun: false })).summary);
    return performance.now() - started;
  }, size);
  note('import through the requests, making the sample included', ms);
  await page.close();
}

async function drive() {
  await openings();
  await lookUps();
  const page = await openPage('dashboard.html#/');
  await page.evaluate(() => watched.opened);
  await answers(page);
  await searches(page);
  await longWork(page);
  await memory(page);
}

/** Opened → first rows; opened → the cards' numbers. First with a database that nobody has opened yet. */
async function openings() {
  for (const name of [
    'while the browser starts',
    'two seconds after its start',
    'worker running',
    'worker stopped',
    'again',
  ]) {
    if (name === 'two seconds after its start') {
      await context.close();
      context = await launch();
      await new Promise((done) => setTimeout(done, 2_000));
    }
    if (name === 'worker stopped') await stopWorker();
    const page = await openPage('dashboard.html#/');
    note(`opened, first rows: ${name}`, await page.evaluate(() => watched.opened));
    note(`opened, numbers on the cards: ${name}`, await page.evaluate(() => watched.counted));
    await page.close();
  }
}

/** As the browser does it when the worker has idled. */
async function stopWorker() {
  const session = await context.browser().newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

/** The popup: from a key to the first answer to it. The first key of a popup that was just opened is among them. */
async function lookUps() {
  for (const words of ['who may attest', '600061', 'contoso']) {
    const page = await openPage('popup.html');
    await page.getByRole('combobox').waitFor();
    const times = [];
    for (const key of words) {
      await page.evaluate(() => watched.armContent('#results'));
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      const never = page.waitForTimeout(1_000).then(() => undefined);
      times.push(await Promise.race([page.evaluate(() => watched.answered()), never]));
    }
    // A key that leaves the answers as they are shows nothing to time.
    const answered = times.filter((ms) => ms !== undefined);
    note(`look-up “${words}”: first key`, times[0] ?? 0);
    note(`look-up “${words}”: middle of ${answered.length} keys`, middle(answered));
    note(`look-up “${words}”: longest`, Math.max(...answered));
    await page.close();
  }
}

async function answers(page) {
  const card = (at) => page.locator('.board-cards button').nth(at);
  const field = (at) => page.locator('.filters-more select').nth(at);
  const head = (at) => page.locator('.sort').nth(at);
  const acts = {
    'card: first time': () => card(0).click(),
    'card: another': () => card(1).click(),
    'card: off': () => card(1).click(),
    scenario: () => field(0).selectOption('existing-partner'),
    state: () => field(1).selectOption('recorded'),
    'from a day': () => page.locator('input[type=date]').first().fill('2021-03-01'),
    'until a day': () => page.locator('input[type=date]').nth(1).fill('2021-05-01'),
    'all filters off': () => page.locator('.filter-clear').click(),
    'order by customer: first time': () => head(0).click(),
    'order by customer: other way': () => head(0).click(),
    'order by state: first time': () => head(3).click(),
    'order by time of recording': () => head(4).click(),
    'next page': () => page.locator('.paging button').last().click(),
  };
  for (const [name, act] of Object.entries(acts)) note(name, await answered(page, act));
}

async function searches(page) {
  const box = page.getByRole('searchbox');
  await box.click();
  // As long as a hand takes from the mouse to the keys: the worker reads its texts meanwhile.
  await page.waitForTimeout(500);
  for (const [at, key] of [...'muller'].entries())
    note(`search: key ${at + 1}, “${key}”`, await answered(page, () => page.keyboard.press(key)));
  // The last text is known; another one is looked for in all.
  for (const [name, text] of [
    ['again', 'muller'],
    ['another', 'fabrikam'],
  ]) {
    const part = await page.evaluate(async (text) => {
      const started = performance.now();
      await chrome.runtime.sendMessage({ name: 'listRecords', question: { text } });
      return performance.now() - started;
    }, text);
    note(`search: the worker’s part of an answer, ${name}`, part);
  }
  for (let at = 6; at > 0; at--) {
    const ms = await answered(page, () => page.keyboard.press('Backspace'));
    if (at === 1) note('search: emptied', ms);
  }
  await box.fill('x');
  const ms = await answered(page, () => page.keyboard.type('ticket-100777', { delay: 50 }), true);
  note('search: typed quickly, last key to its answer', ms);
  await answered(page, () => page.locator('.filter-clear').click());
}

/** Each: how long all of it takes, how long a filter waits meanwhile, and how soon it stops. */
async function longWork(page) {
  await page.evaluate(() => {
    delete window.showSaveFilePicker;
  });
  const seal = page.locator('.seal');
  const stop = page
    .locator('progress')
    .locator('xpath=ancestor::*[.//button][1]')
    .locator('button');
  await seal.locator('button').first().click();
  await page
    .getByRole('progressbar')
    .waitFor({ timeout: 2_000 })
    .catch(() => {});
  const card = page.locator('.board-cards button').first();
  const waits = [];
  for (let at = 0; at < 6; at++) waits.push(await answered(page, () => card.click()));
  note('check of the trail: a filter meanwhile, middle of 6', middle(waits));
  note('check of the trail: a filter meanwhile, longest', Math.max(...waits));
  await stops(page, 'check of the trail', stop);
  await seal.locator('button').first().click();
  note('check of the trail', await until(page, '.seal .fingerprint', 300_000), 'ms');

  await page.goto(`${page.url().split('#')[0]}#/backup`);
  const everything = page.locator('#export ~ .grid-wide button').first();
  await everything.click();
  await stops(page, 'everything as a file', stop);
  const file = await exported(page, 'everything as a file', () => everything.click());

  await page.locator('input[type=file]').setInputFiles(file);
  await stops(page, 'dry run of an import', stop);

  await page.locator('#export ~ .grid-wide button').last().click();
  const dialog = page.getByRole('dialog');
  const submit = dialog.locator('button[type=submit]');
  await submit.click();
  await stops(page, 'table', dialog.locator('.row-end button').first());
  await page.locator('#export ~ .grid-wide button').last().click();
  await exported(page, 'table of all', () => submit.click());
}

/** How long a file takes, and the most that the page held meanwhile, looked at ten times a second. */
async function exported(page, name, click) {
  await page.evaluate(() => {
    gc();
    window.most = 0;
    window.looking = setInterval(() => {
      window.most = Math.max(window.most, performance.memory.usedJSHeapSize);
    }, 100);
  });
  const saved = page.waitForEvent('download', { timeout: 300_000 });
  const started = performance.now();
  await click();
  const file = await (await saved).path();
  note(name, performance.now() - started);
  const most = await page.evaluate(() => {
    clearInterval(window.looking);
    return window.most;
  });
  note(`${name}: highest heap of the page`, most / 1e6, 'MB');
  return file;
}

/** Press the button that stops long work; how soon the progress has gone. Over few records the work is done before. */
async function stops(page, name, stop) {
  const bar = page.getByRole('progressbar');
  await bar.waitFor({ timeout: 2_000 }).catch(() => {});
  await page.waitForTimeout(500);
  const share = await bar.getAttribute('value', { timeout: 2_000 }).catch(() => null);
  if (share === null) return note(`${name}: over before it could be stopped`, '', '');
  note(`${name}: share shown after half a second`, Number(share), '');
  await stop.click();
  note(`${name}: stopped`, await page.evaluate(() => watched.gone('progress')));
}

async function until(page, selector, timeout) {
  const started = performance.now();
  await page.locator(selector).first().waitFor({ timeout });
  return performance.now() - started;
}

/** From the first (or the last) event of an act to the frame that shows its answer. */
async function answered(page, act, fromLast = false) {
  await page.evaluate((fromLast) => watched.arm(fromLast), fromLast);
  await act();
  return page.evaluate(() => watched.answered());
}

async function memory(page) {
  await page.goto(`${page.url().split('#')[0]}#/`);
  await page.locator('tbody tr').first().waitFor();
  await page.evaluate(() => gc());
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  note('heap of the page', heap / 1e6, 'MB');
  note('the extension’s process: page, worker and all', ownMemory() / 1e6, 'MB');
}

/** What the extension's renderer holds for itself alone, in bytes. */
function ownMemory() {
  const mine = execFileSync('pgrep', ['-f', '--', '--extension-process'], { encoding: 'utf8' })
    .split('\n')
    .filter((pid) => pid && isOurs(pid));
  let sum = 0;
  for (const pid of mine)
    for (const [, kilobytes] of readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(
      /^Private_(?:Clean|Dirty):\s+(\d+)/gm,
    ))
      sum += Number(kilobytes) * 1024;
  return sum;
}

/** Whether a process belongs to the browser on our profile. */
function isOurs(pid) {
  for (let at = pid; at && at !== '1'; ) {
    const command = readFileSync(`/proc/${at}/cmdline`, 'utf8');
    if (command.includes(`--user-data-dir=${profile}`)) return true;
    at = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1];
  }
  return false;
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
