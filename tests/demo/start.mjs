// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchWithExtension } from './browser.mjs';
import { serveDemo } from './server.mjs';

// `npm start`: build the extension, serve the demo, and open a browser with both. With `--headless`, or
// with no display, the main job drives itself instead.

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    lang: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().locale },
  },
});

await run('wxt', ['build', '-b', 'chrome']);
if (values.headless || !hasDisplay()) await driveItself();
else await openForPerson();

/** A window with the start page, until it is closed or Ctrl-C is pressed. */
async function openForPerson() {
  const demo = await serveDemo();
  const profile = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  const context = await launchWithExtension({
    demoUrl: demo.url,
    profile,
    headless: false,
    language: values.lang,
    viewport: null,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(demo.url);
  console.log(`\nThe demo is open (${demo.url}). Close its window or press Ctrl-C to end it.`);

  await new Promise((ended) => {
    context.on('close', ended);
    // The last window of a persistent profile may close without the browser ending.
    context.on('page', (opened) =>
      opened.on('close', () => context.pages().length === 0 && ended(0)),
    );
    page.on('close', () => context.pages().length === 0 && ended(0));
    process.once('SIGINT', ended);
    process.once('SIGTERM', ended);
  });
  await context.close();
  await demo.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function driveItself() {
  console.log('\nNo window: the main job drives itself. Pictures go to .demo/screenshots/.');
  await rm(join(root, '.demo/screenshots'), { recursive: true, force: true });
  await run('playwright', ['test', '-c', 'tests/demo/playwright.config.ts']);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Run a program of the project; a failure ends everything with its exit code.
 * @param {string} program
 * @param {string[]} parameters
 */
async function run(program, parameters) {
  const code = await new Promise((done, fail) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) process.exit(code ?? 1);
}
