// The detector beside its peers, in real Chromium: `npm run bench`, all of it or one part:
//   -- --size=50000 --workload=log   one size, one workload; --quick is the smallest size with fewer trials
//   -- --load | --hostile | --long   page load; one mutation a task; ten minutes of storm
//   -- --rounds=1   fewer windows for each candidate
//   -- --added   only what ours and an empty observer add to each storm, over half a minute
// Parts are merged into .demo/bench.json, and the table is printed from all of it (docs/performance.md).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { bundle, launch } from './browser.mjs';
import { measureLoads } from './load.mjs';
import { medianOf, quantileOf } from './numbers.mjs';
import { buildPage, changeOneATask, measureFloor, startWorkload } from './page.mjs';
import { printTable } from './table.mjs';

const words = process.argv.slice(2);
const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const isQuick = words.includes('--quick');
const sizes = option('size')
  ? [Number(option('size'))]
  : isQuick
    ? [5_000]
    : [5_000, 50_000, 200_000];
const workloads = option('workload')?.split(',') ?? ['idle', 'rerender', 'log', 'chars', 'virtual'];
const onlyOne = ['load', 'hostile', 'long', 'added'].find((part) => words.includes(`--${part}`));
const names = [
  'none',
  'empty observer',
  'ours',
  'native pass a batch',
  'naive innerText',
  'mark.js each 500 ms',
  'arrive',
  'selector-observer',
];
const rounds = Number(option('rounds') ?? (isQuick ? 1 : 3));
const trials = isQuick ? 5 : 20;
const windowMs = 1_000;
const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';

const file = '.demo/bench.json';
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const script = await bundle('candidates.ts');
const browser = await launch(['--js-flags=--expose-gc']);
results.machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Chromium ${browser.version()}`;
const page = await browser.newPage();
// Isolated, so that the page's clock counts in 5 µs.
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
await page.route('**/*', (route) =>
  route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html><body>' }),
);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });

async function metrics() {
  const { metrics: list } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

async function fresh(size) {
  await page.goto('about:blank');
  await page.goto('https://admin.microsoft.com/');
  await page.addScriptTag({ content: script });
  await page.evaluate(`(${buildPage})(${size})`);
  await page.waitForTimeout(500 + size / 100);
}

/** One candidate in one window: CPU a step of the page's own work, since a starved page does fewer of them. */
async function measure(name) {
  await page.evaluate((candidate) => {
    window.longTasks = [];
    window.watch = new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
    );
    window.watch.observe({ entryTypes: ['longtask'] });
    window.stop = window.bench.start(candidate, () => {});
  }, name);
  await page.waitForTimeout(600);
  const read = () =>
    page.evaluate(() => ({
      steps: window.steps,
      at: performance.now(),
      ms: window.bench.meter.ms,
    }));
  await page.evaluate(() => {
    window.bench.meter.all = [];
    window.longTasks = [];
  });
  const [before, first] = [await metrics(), await read()];
  await page.waitForTimeout(windowMs);
  const [after, last] = [await metrics(), await read()];
  const { all, longTasks } = await page.evaluate(() => {
    window.stop();
    window.watch.disconnect();
    return { all: window.bench.meter.all, longTasks: window.longTasks };
  });
  const elapsed = last.at - first.at;
  const steps = Math.max(1, last.steps - first.steps);
  return {
    taskMs: (after.TaskDuration - before.TaskDuration) * 1_000,
    elapsed,
    steps,
    ownMs: last.ms - first.ms,
    ownTasks: all,
    pageLongestMs: Math.max(0, ...longTasks),
    heapMb: after.JSHeapUsedSize / 1e6,
  };
}

/**
 * What ours adds to a second of a workload once its start is over: its own script, timed exactly, and the records it is
 * told of at the price that an empty observer pays for one.
 */
async function measureAdded(workload) {
  await page.evaluate(() => {
    window.stop = window.bench.start('ours', () => {});
  });
  await page.waitForTimeout(2_500);
  await page.evaluate(() => {
    Object.assign(window.bench.meter, { ms: 0, records: 0, tasks: 0, all: [] });
    window.steadyFrom = performance.now();
  });
  await page.waitForTimeout(isQuick ? 6_000 : 30_000);
  const { ms, records, all, seconds } = await page.evaluate(() => {
    window.stop();
    const { ms, records, all } = window.bench.meter;
    return { ms, records, all, seconds: (performance.now() - window.steadyFrom) / 1_000 };
  });
  await page.evaluate(() => window.rest());
  const floor =
    workload === 'idle' ? { ms: 0, records: 0 } : await page.evaluate(`(${measureFloor})(150)`);
  const recordMs = floor.records ? floor.ms / floor.records : 0;
  return {
    floorMs: floor.ms,
    ownMs: ms / seconds,
    ownP99Ms: all.length ? quantileOf(all, 0.99) : 0,
    recordsMs: (records / seconds) * recordMs,
    recordedShare: floor.records ? records / seconds / floor.records : 0,
  };
}

/** Several windows of one candidate as one line; times are for a second of the page's nominal work. */
function summed(windows, stepsASecond) {
  const tasks = windows.flatMap(({ ownTasks }) => ownTasks);
  return {
    cpuMs: medianOf(windows.map(({ taskMs, steps }) => (taskMs / steps) * stepsASecond)),
    ownMs: medianOf(windows.map(({ ownMs, elapsed }) => (ownMs / elapsed) * 1_000)),
    ownP99Ms: tasks.length ? quantileOf(tasks, 0.99) : 0,
    ownLongestMs: Math.max(0, ...tasks),
    pageLongestMs: Math.max(...windows.map(({ pageLongestMs }) => pageLongestMs)),
    heapMb: medianOf(windows.map(({ heapMb }) => heapMb)),
  };
}

/** How long until a notice that comes in under a workload is told, beside how long the page's next frame takes. */
async function delays(place = 'slot') {
  const told = [];
  const frames = [];
  for (let trial = 0; trial < trials; trial++) {
    const [delay, frame] = await page.evaluate(
      async ([text, wait, id]) => {
        let tell;
        const seen = new Promise((resolve) => {
          tell = () => resolve(performance.now());
        });
        const stop = window.bench.start('ours', tell);
        await new Promise((resolve) => setTimeout(resolve, wait));
        const started = performance.now();
        const notice = document.createElement('p');
        notice.textContent = text;
        document.getElementById(id).append(notice);
        const drawn = new Promise((resolve) =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
        );
        const late = new Promise((resolve) => setTimeout(resolve, 5_000, Infinity));
        const [at, frameAt] = [await Promise.race([seen, late]), await drawn];
        stop();
        notice.remove();
        return [at - started, frameAt - started];
      },
      [en, 400 + ((trial * 137) % 700), place],
    );
    told.push(delay ?? Infinity);
    frames.push(frame);
  }
  return {
    median: medianOf(told),
    p95: quantileOf(told, 0.95),
    worst: Math.max(...told),
    frameMedian: medianOf(frames),
    frameWorst: Math.max(...frames),
  };
}

async function measureSize(size) {
  const stepsASecond = { idle: 1, rerender: 10, log: 50, chars: 50, virtual: 62.5 };
  await fresh(size);
  const looks = await page.evaluate(() =>
    Array.from({ length: 7 }, () => ({
      native: window.bench.nativePass(),
      ...window.bench.firstLook(),
    })),
  );
  results.looks ??= {};
  results.looks[size] = {
    nativeMs: medianOf(looks.map(({ native }) => native)),
    textMs: medianOf(looks.map(({ textMs }) => textMs)),
    sweepMs: medianOf(looks.map(({ sweepMs }) => sweepMs)),
    coldNativeMs: looks[0].native,
    coldTextMs: looks[0].textMs,
  };
  for (const workload of workloads) {
    const begin = async () => {
      await fresh(size);
      await page.evaluate(`(${startWorkload})('${workload}')`);
    };
    await begin();
    const added = await measureAdded(workload);
    const windows = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      // A page of its own: some peers go on listening after they were told to end.
      await begin();
      for (const name of names) windows[name].push(await measure(name));
    }
    const candidates = Object.fromEntries(
      names.map((name) => [name, summed(windows[name], stepsASecond[workload])]),
    );
    await begin();
    results.storms ??= {};
    const delay = await delays();
    // Where texts change in place, what is put among them stays: the others would take it away before anybody saw it.
    const delayInside = workload === 'chars' ? await delays('table') : undefined;
    results.storms[`${size} ${workload}`] = { candidates, delay, delayInside, added };
    save();
    console.log(`measured ${size} nodes, ${workload}`);
  }
}

async function measureAddedOnly(size) {
  for (const workload of workloads) {
    await fresh(size);
    await page.evaluate(`(${startWorkload})('${workload}')`);
    const name = `${size} ${workload}`;
    results.storms ??= {};
    results.storms[name] = { ...results.storms[name], added: await measureAdded(workload) };
    save();
  }
}

async function measureHostile() {
  await fresh(5_000);
  const ms = 2_000;
  const costs = {};
  for (const name of ['none', 'empty observer', 'ours', 'none', 'empty observer', 'ours']) {
    await page.evaluate((candidate) => {
      window.stop = window.bench.start(candidate, () => {});
    }, name);
    await page.waitForTimeout(600);
    await page.evaluate(() => {
      window.bench.meter.ms = window.bench.meter.tasks = 0;
    });
    const count = await page.evaluate(`(${changeOneATask})(${ms})`);
    const own = await page.evaluate(() => {
      window.stop();
      return window.bench.meter.ms;
    });
    costs[name] = { us: (ms * 1_000) / count, ownUs: (own * 1_000) / count, count };
  }
  // The second turn of each: the first warms the engine up.
  results.hostile = costs;
}

/** Memory after a collection during ten minutes of storm; then what an idle page is woken for. */
async function measureLong() {
  await fresh(5_000);
  await page.evaluate(() => {
    window.stop = window.bench.start('ours', () => {});
  });
  await page.evaluate(`(${startWorkload})('rerender')`);
  const heapMb = {};
  for (let minute = 0; minute <= 10; minute++) {
    if (minute) await page.waitForTimeout(60_000);
    await page.evaluate(() => {
      window.bench.meter.all = [];
      window.gc();
    });
    if ([0, 2, 5, 10].includes(minute)) heapMb[minute] = (await metrics()).JSHeapUsedSize / 1e6;
  }
  await page.evaluate(() => window.rest());
  await page.waitForTimeout(90_000);
  const tasks = () => page.evaluate(() => window.bench.meter.tasks);
  const before = await tasks();
  await page.waitForTimeout(60_000);
  results.long = { heapMb, wakeUpsInAnIdleMinute: (await tasks()) - before };
}

function save() {
  mkdirSync('.demo', { recursive: true });
  writeFileSync(file, JSON.stringify(results, null, 1));
}

if (!onlyOne) for (const size of sizes) await measureSize(size);
if (onlyOne === 'added') for (const size of sizes) await measureAddedOnly(size);
if (onlyOne === 'hostile' || (!onlyOne && !isQuick && !option('size'))) await measureHostile();
if (onlyOne === 'long') await measureLong();
await browser.close();
if (onlyOne === 'load' || (!onlyOne && !isQuick && !option('size'))) {
  const extension = process.env.COUNTERSIGN_BUILD ?? (await buildExtension());
  results.loads = await measureLoads(extension, Number(option('loads') ?? 30));
}
save();
printTable(results);
console.log(`${results.machine}; saved in ${file}`);

/** The production build: what is measured is what ships. */
async function buildExtension() {
  const { build } = await import('wxt');
  await build({
    root: resolve(import.meta.dirname, '../..'),
    browser: 'chrome',
    manifestVersion: 3,
  });
  return resolve(import.meta.dirname, '../../.output/chrome-mv3');
}
