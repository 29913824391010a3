/** What one candidate can do; what it cannot is left out and said so in the table. */
export type Candidate = {
  name: string;
  /** Store so many records; answers with the milliseconds that the storing took. */
  fill: (count: number) => Promise<number>;
  /** Durable additions, one after the other: the milliseconds of each. */
  add: (times: number) => Promise<number[]>;
  /** As a page that has just been opened asks: whatever was in memory is gone. */
  reopen: () => Promise<void>;
  firstPage: () => Promise<number>;
  farPage: (offset: number) => Promise<number>;
  filter: () => Promise<number>;
  sort: () => Promise<number>;
  search: (text: string) => Promise<number>;
  csv: () => Promise<number>;
  json: () => Promise<number>;
  figures?: () => Promise<number>;
  /** Every hash; the longest time without a pause, in milliseconds. */
  verify?: () => Promise<number>;
};

export type Measured = Record<string, number>;

/** Drive one candidate through everything; times in milliseconds. Each short thing is done some times, the median counts. */
export async function measure(
  candidate: Candidate,
  count: number,
  say: (text: string) => void,
): Promise<Measured> {
  const found: Measured = {};
  const disk = async () => (await navigator.storage.estimate()).usage ?? 0;
  const note = (name: string, value: number) => {
    found[name] = value;
    say(`${candidate.name} ${name}: ${value.toFixed(1)}`);
  };
  const once = async (name: string, work: () => Promise<unknown>) =>
    note(name, (await timed(work)).ms);
  const often = async (name: string, work: () => Promise<unknown>, times = 15) => {
    const all: number[] = [];
    // Whatever takes seconds is as long the next time.
    while (all.length < times && (all[0] ?? 0) < 2_000) all.push((await timed(work)).ms);
    note(name, middle(all));
  };

  const before = await disk();
  note('import', await candidate.fill(count));
  note('disk MB', ((await disk()) - before) / 1e6);
  const adds = await candidate.add(40);
  note('add', middle(adds));
  note('add p95', adds.toSorted((a, b) => a - b)[Math.floor(adds.length * 0.95)]!);

  await candidate.reopen();
  await once('first page, just opened', candidate.firstPage);
  if (candidate.figures) {
    await candidate.reopen();
    await once('figures, just opened', candidate.figures);
    await often('figures', candidate.figures);
  }
  await often('first page', candidate.firstPage);
  const far = Math.min(49_950, Math.floor(count / 2));
  await once('far page, first', () => candidate.farPage(far));
  await often('far page', () => candidate.farPage(far));
  await often('filter', candidate.filter);
  await once('sort, first', candidate.sort);
  await often('sort', candidate.sort);

  await candidate.reopen();
  await once('search, first key', () => candidate.search('m'));
  const keys = await nextKeys(candidate.search, 'muller');
  note('search, next key', middle(keys));
  note('search, slowest next key', Math.max(...keys));
  // Another one each time: an answer that was kept is none.
  let rare = 100_777;
  await often('search, rare', () => candidate.search(`ticket-${rare++}`), 3);
  await once('csv', candidate.csv);
  await once('json', candidate.json);
  if (candidate.verify) {
    const { ms, value } = await timed(candidate.verify);
    note('verify', ms);
    note('verify, longest slice', value);
  }
  (globalThis as { gc?: () => void }).gc?.();
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  if (memory) note('heap MB', memory.usedJSHeapSize / 1e6);
  return found;
}

/** A word typed letter by letter: the milliseconds of each key after the first. */
async function nextKeys(
  search: (text: string) => Promise<unknown>,
  word: string,
): Promise<number[]> {
  const taken: number[] = [];
  for (let letters = 2; letters <= word.length; letters++) {
    taken.push((await timed(() => search(word.slice(0, letters)))).ms);
    // Whatever takes seconds is as long the next time.
    if (taken.at(-1)! > 2_000) break;
  }
  return taken;
}

/** Store the parts of a sample; the time that making them takes is left out. Answers with milliseconds. */
export async function storeEach<Part>(
  parts: Iterable<Part>,
  store: (part: Part) => Promise<unknown>,
): Promise<number> {
  let taken = 0;
  for (const part of parts) taken += (await timed(() => store(part))).ms;
  return taken;
}

export async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ ms: number; value: Value }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
