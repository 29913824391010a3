// The detector beside its peers, in one run of real Chromium: `npm run bench [-- --quick]`.
// Compare ratios within a run, never milliseconds across runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bundle, launch } from './browser.mjs';
import { buildPage, startWorkload } from './page.mjs';

const isQuick = process.argv.includes('--quick');
const only = Number(process.argv.find((word) => word.startsWith('--size='))?.slice(7));
const sizes = only ? [only] : isQuick ? [5_000] : [5_000, 50_000, 200_000];
const workloads = ['idle', 'rerender', 'log', 'chars', 'virtual'];
const names = [
  'none',
  'empty observer',
  'ours',
  'naive innerText',
  'mark.js each 500 ms',
  'arrive',
  'selector-observer',
];
const trials = isQuick ? 4 : 8;
const windowMs = isQuick ? 1_000 : 1_500;
const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';

const script = await bundle('candidates.ts');
const browser = await launch(['--js-flags=--expose-gc']);
const page = await browser.newPage();
await page.route('**/*', (route) =>
  route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><body>' }),
);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');

async function metrics() {
  const { metrics: list } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

async function fresh(size) {
  await page.goto('https://admin.microsoft.com/');
  await page.addScriptTag({ content: script });
  await page.evaluate(`(${buildPage})(${size})`);
  await page.waitForTimeout(300);
}

/** CPU of one candidate under one workload. */
async function measure(name, workload) {
  await page.evaluate((candidate) => {
    window.tasks = [];
    window.watch = new PerformanceObserver((list) =>
      window.tasks.push(...list.getEntries().map((entry) => entry.duration)),
    );
    window.watch.observe({ entryTypes: ['longtask'] });
    window.gc?.();
    window.stop = window.bench.candidates[candidate](() => {});
  }, name);
  await page.evaluate(`(${startWorkload})('${workload}')`);
  await page.waitForTimeout(400);
  const before = await metrics();
  await page.waitForTimeout(windowMs);
  const after = await metrics();
  const tasks = await page.evaluate(() => {
    window.rest();
    window.stop();
    window.watch.disconnect();
    return window.tasks;
  });
  await page.waitForTimeout(100);
  return {
    taskMs: (after.TaskDuration - before.TaskDuration) * 1_000,
    scriptMs: (after.ScriptDuration - before.ScriptDuration) * 1_000,
    heapMb: after.JSHeapUsedSize / 1e6,
    longestMs: Math.max(0, ...tasks),
  };
}

/** How long until a notice that comes in under a workload is told. */
async function delays(workload) {
  await page.evaluate(`(${startWorkload})('${workload}')`);
  const found = [];
  for (let trial = 0; trial < trials; trial++) {
    found.push(
      await page.evaluate(
        async ([text, wait]) => {
          let told;
          const seen = new Promise((resolve) => {
            told = resolve;
          });
          const stop = window.bench.candidates.ours(() => told(performance.now()));
          await new Promise((resolve) => setTimeout(resolve, wait));
          const started = performance.now();
          const notice = document.createElement('p');
          notice.textContent = text;
          document.getElementById('slot').append(notice);
          const at = await Promise.race([
            seen,
            new Promise((resolve) => setTimeout(resolve, 4_000, Infinity)),
          ]);
          stop();
          notice.remove();
          return at - started;
        },
        [en, 400 + ((trial * 137) % 700)],
      ),
    );
  }
  await page.evaluate(() => window.rest());
  found.sort((a, b) => a - b);
  return { median: found[Math.floor(trials / 2)], p95: found.at(-1) };
}

const results = [];
for (const size of sizes) {
  await fresh(size);
  const pass = await page.evaluate(() =>
    Math.min(...Array.from({ length: 5 }, () => window.bench.nativePass())),
  );
  for (const workload of workloads) {
    const row = { size, workload, nativePassMs: pass, candidates: {} };
    for (const name of names) row.candidates[name] = await measure(name, workload);
    row.delay = await delays(workload);
    results.push(row);
    print(row);
  }
}
await browser.close();
mkdirSync('.demo', { recursive: true });
const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Chromium ${browser.version()}`;
writeFileSync('.demo/bench.json', JSON.stringify({ machine, windowMs, results }, null, 1));
console.log(`${machine}; saved in .demo/bench.json`);

/** One line a candidate: main-thread time as a ratio to the empty observer's, and what it added to the page alone. */
function print({ size, workload, nativePassMs, candidates, delay }) {
  const floor = candidates['empty observer'].taskMs;
  const alone = candidates.none.taskMs;
  console.log(
    `\n${size} nodes, ${workload} (one native pass ${nativePassMs.toFixed(1)} ms; ours told after ${delay.median.toFixed(0)} ms, at worst ${delay.p95.toFixed(0)} ms)`,
  );
  for (const [name, { taskMs, scriptMs, longestMs, heapMb }] of Object.entries(candidates)) {
    const share = (((taskMs - alone) / windowMs) * 100).toFixed(1);
    console.log(
      `  ${name.padEnd(20)} ×${(taskMs / floor).toFixed(2)} of the empty observer  ${share.padStart(6)} % added  script ${scriptMs.toFixed(0).padStart(5)} ms  longest task ${longestMs.toFixed(0).padStart(4)} ms  heap ${heapMb.toFixed(0)} MB`,
    );
  }
}
