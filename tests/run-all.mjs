// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Everything that must hold, in one run. Each part counts its own checks; the last line is the sum.

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'countersign-reports-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {string[]} command
 * @property {() => Count} [count] without it, the part is one check by its exit code
 * @property {Record<string, string>} [env]
 * @property {boolean} [isQuiet] what it prints is kept until it has ended, since another part is speaking meanwhile
 * @property {string} [needs] the title of a part without which this one cannot be run, and so has failed
 */

/** @type {Part} */
const unitTests = {
  title: 'unit tests',
  command: [
    ...['vitest', 'run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  ],
  count: countUnitTests,
};

/** @type {Part[]} */
const checksAndBuilds = [
  { title: 'types', isQuiet: true, command: ['tsc', '--noEmit'] },
  { title: 'format and lint', isQuiet: true, command: ['biome', 'check', '.'] },
  { title: 'build for Chrome', isQuiet: true, command: ['wxt', 'build', '-b', 'chrome'] },
  { title: 'build for Edge', isQuiet: true, command: ['wxt', 'build', '-b', 'edge'] },
  {
    title: 'build for Firefox',
    isQuiet: true,
    command: ['wxt', 'build', '-b', 'firefox', '--mv3'],
  },
];

/** @type {Part} */
const browserTests = {
  title: 'browser tests',
  command: [
    'playwright',
    'test',
    '-c',
    'tests/browser/playwright.config.ts',
    '--reporter=list,json',
  ],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  needs: 'build for Chrome',
  count: countBrowserTests,
};

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
/** @type {Set<string>} */
const broken = new Set();
// One build leaves half of the machine idle. The browser tests have all of it: they measure what a person waits for.
await Promise.all([holdAll([unitTests]), holdAll(checksAndBuilds)]);
await holdAll([browserTests]);
rmSync(reports, { recursive: true, force: true });

console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * One part after the other, and what came of each.
 * @param {Part[]} parts
 */
async function holdAll(parts) {
  for (const part of parts) {
    if (part.needs && broken.has(part.needs)) {
      total.failed++;
      summary.push(`FAILED  ${part.title}: not run, since this failed: ${part.needs}`);
      continue;
    }
    const { passed, failed, seconds } = await hold(part);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) broken.add(part.title);
    summary.push(
      `${failed > 0 ? 'FAILED' : 'ok    '}  ${part.title}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
}

/**
 * Run one part and count what it checked. What it prints is passed through.
 * @param {Part} part
 */
async function hold({ title, command, env = {}, count, isQuiet = false }) {
  const begun = Date.now();
  const code = await exitCode({ title, isQuiet }, command, env);
  const seconds = Math.round((Date.now() - begun) / 1000);
  return { ...counted(code, count), seconds };
}

/**
 * @param {number} code
 * @param {(() => Count) | undefined} count
 * @returns {Count}
 */
function counted(code, count) {
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = reported(count);
  // A run that ends badly without a failed test (a crash, a file that does not load, no test at all) has failed.
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** @param {() => Count} count */
function reported(count) {
  try {
    return count();
  } catch (error) {
    console.error(`The report cannot be read: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {Pick<Part, 'title' | 'isQuiet'>} part
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function exitCode({ title, isQuiet }, [program = '', ...parameters], env) {
  if (!isQuiet) console.log(`\n── ${title} ──`);
  return new Promise((done, fail) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (text) => said.push(text));
    child.stderr?.on('data', (text) => said.push(text));
    child.on('error', fail);
    child.on('close', (code) => {
      if (isQuiet) console.log(`\n── ${title} ──\n${Buffer.concat(said)}`);
      done(code ?? 1);
    });
  });
}

/** @returns {Count} */
function countUnitTests() {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** @returns {Count} */
function countBrowserTests() {
  const { stats, suites } = JSON.parse(readFileSync(browserReport, 'utf8'));
  for (const title of flakyTitles({ suites }))
    summary.push(`AGAIN   held only at its second try: ${title}`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/**
 * The tests that failed once and held when they were run again.
 * @param {{ suites?: any[], specs?: any[] }} suite
 * @returns {string[]}
 */
function flakyTitles({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) =>
    tests.some((/** @type {any} */ { status }) => status === 'flaky'),
  );
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyTitles)];
}
