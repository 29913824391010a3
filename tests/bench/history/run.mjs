// The history beside its peers, in one run of real Chromium: `npm run bench:history [-- --size=10000] [--million] [--only=ours] [--minutes=8]`.
// Compare ratios within a run, never milliseconds across runs.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const word = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const size = Number(word('size'));
const sizes = size ? [size] : [10_000, 100_000];
if (process.argv.includes('--million')) sizes.push(1_000_000);
const only = word('only')?.split(',');

const page = await bundle('page.ts');
const worker = await bundle('sqlite.ts');
const wasm = readFileSync(
  resolve(root, 'node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm'),
);

const file = resolve(root, '.demo/bench-history.json');
const results = [];
let version = '';
for (const count of sizes) {
  const found = {};
  results.push({ count, found });
  for (const name of ['ours', 'dexie', 'sqlite', 'pouch']) {
    if (only && !only.includes(name)) continue;
    found[name] = {};
    await runOne(name, count, found[name]).catch((error) => {
      found[name].failed = String(error);
    });
    save();
  }
  print(count, found);
}
console.log(`${machine()}; saved in .demo/bench-history.json`);

/** After each candidate: a run that is ended early has not been for nothing. */
function save() {
  mkdirSync(resolve(root, '.demo'), { recursive: true });
  writeFileSync(file, JSON.stringify({ machine: machine(), results }, null, 1));
}

function machine() {
  return `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Chromium ${version}`;
}

/** How long one candidate may take; what it has measured by then counts. PouchDB would take hours over a million. */
function minutesFor(count) {
  return Number(word('minutes')) || (count > 100_000 ? 25 : 10);
}

/**
 * Measure one candidate into `found`. A fresh browser with an empty profile on the disk for each: in a private window the
 * database would lie in memory.
 */
async function runOne(name, count, found) {
  const profile = mkdtempSync(join(tmpdir(), 'bench-history-'));
  const own = '/usr/bin/chromium';
  const browser = await chromium.launchPersistentContext(profile, {
    ...(existsSync(own) ? { executablePath: own } : {}),
    chromiumSandbox: false,
    args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  version = browser.browser()?.version() ?? version;
  try {
    const tab = await browser.newPage();
    tab.on('console', (message) => {
      if (process.argv.includes('--say')) console.log(message.text());
      const [, measure, value] = /^\w+ (.+): ([\d.]+)$/.exec(message.text()) ?? [];
      if (measure) found[measure] = Number(value);
    });
    await tab.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/sqlite.js')
        return route.fulfill({ contentType: 'text/javascript', body: worker });
      if (pathname === '/sqlite3.wasm')
        return route.fulfill({ contentType: 'application/wasm', body: wasm });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
    });
    tab.on('pageerror', (error) => console.error(error.message));
    await tab.goto('https://bench.example/');
    await tab.addScriptTag({ content: page });
    const call =
      name === 'sqlite'
        ? `bench.runSqlite(${count}, '/sqlite.js', '/sqlite3.wasm')`
        : `bench.run('${name}', ${count})`;
    const minutes = minutesFor(count);
    const late = new Promise((_resolve, reject) => {
      setTimeout(
        () => reject(new Error(`not done in ${minutes} minutes`)),
        minutes * 60_000,
      ).unref();
    });
    Object.assign(found, await Promise.race([tab.evaluate(call), late]));
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function bundle(entry) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@': root,
        events: resolve(import.meta.dirname, 'events.ts'),
        'webextension-polyfill': resolve(import.meta.dirname, 'stand-in.ts'),
      },
    },
    define: { 'import.meta.url': '"https://bench.example/x.js"' },
    build: {
      write: false,
      minify: true,
      target: 'chrome123',
      lib: { entry: resolve(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  return [result].flat()[0].output[0].code;
}

/** One line a measure: milliseconds (or MB) of each, and how many times as long as ours the others take. */
function print(count, found) {
  console.log(`\n${count} records`);
  const names = Object.keys(found);
  for (const name of names) if (found[name].failed) console.log(`  ${name}: ${found[name].failed}`);
  const measures = [...new Set(names.flatMap((name) => Object.keys(found[name])))];
  console.log(`  ${''.padEnd(26)}${names.map((name) => name.padStart(16)).join('')}`);
  for (const measure of measures) {
    if (measure === 'failed') continue;
    const own = found.ours?.[measure];
    const cells = names.map((name) => {
      const value = found[name][measure];
      if (value === undefined) return '–'.padStart(16);
      const ratio = own && name !== 'ours' ? ` ×${(value / own).toFixed(1)}` : '';
      return `${value.toFixed(value < 10 ? 1 : 0)}${ratio}`.padStart(16);
    });
    console.log(`  ${measure.padEnd(26)}${cells.join('')}`);
  }
}
