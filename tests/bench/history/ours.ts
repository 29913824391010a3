import { writeBundle } from '@/lib/domain/bundle/bundle-write';
import { csvHead, csvRows } from '@/lib/domain/csv/history-csv';
import { countRows, mostListedRows, rowsFrom } from '@/lib/domain/history/listed-rows';
import { readAhead, readOn } from '@/lib/domain/read-ahead';
import { type RecordQuery, recordQuerySchema } from '@/lib/domain/record/record';
import type { CheckCursor } from '@/lib/domain/trail/trail-report';
import { listRecords, listRows, readFigures, readRows } from '@/lib/store/history-reading';
import { saveRecord } from '@/lib/store/history-store';
import { keepTrail } from '@/lib/store/trail';
import { checkSome } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { finishStaged, stagePart } from '@/lib/store/trail-import';
import { readTrail, type TrailPart } from '@/lib/store/trail-text';
import { type Candidate, storeEach, timed } from './measured';
import { onePart, sampleParts } from './sample';

// The store itself, as the background uses it: imports arrive in parts and are checked down to every hash.

const importId = '00000000-0000-4000-8000-00000000000f';
const now = () => new Date().toISOString();
const newKeeper = () => keepTrail({ now, uuid: () => crypto.randomUUID() });
let keeper = newKeeper();

const list = async (query: Partial<RecordQuery>) =>
  (await listRecords(await keeper.open(), recordQuerySchema.parse(query))).records.length;

export const ours: Candidate = {
  name: 'ours',
  async fill(count) {
    const trail = await keeper.open();
    let parts = 0;
    const staging = await storeEach(sampleParts(count), ({ events, people }) => {
      const beside = { checkpoints: [], files: [], pieces: [] };
      return stagePart(trail, { importId, part: parts++, events, people, ...beside });
    });
    const wish = { importId, parts, dryRun: false };
    const { ms } = await timed(() => finishStaged(keeper, wish, now()));
    return staging + ms;
  },
  async add(times) {
    const trail = await keeper.open();
    const [sample] = onePart().records;
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      await saveRecord(trail, {
        attemptId: crypto.randomUUID(),
        recordId: crypto.randomUUID(),
        attestation: sample!.current,
        reason: '',
        by: { name: 'Robin', role: 'admin-agent' },
        at: now(),
        offsetMinutes: 60,
        salt: 'ab'.repeat(32),
      });
      taken.push(performance.now() - started);
    }
    return taken;
  },
  async reopen() {
    await keeper.close();
    keeper = newKeeper();
    await keeper.open();
  },
  firstPage: () => list({}),
  farPage: (offset) => list({ offset }),
  filter: () => list({ state: 'agreement-created' }),
  sort: () => list({ sort: 'companyName', order: 'ascending' }),
  search: (text) => list({ text }),
  async figures() {
    return (await readFigures(await keeper.open(), new Date())).all;
  },
  async csv() {
    const trail = await keeper.open();
    let length = csvHead().length;
    for (let [offset, total] = [0, 1]; offset < total; offset += mostListedRows) {
      const query = { ...recordQuerySchema.parse({}), offset, limit: mostListedRows };
      const list = await listRows(trail, query);
      total = list.total;
      const places = Array.from({ length: Math.ceil(countRows(list.rows) / 500) }, (_, at) => at);
      const pages = readAhead(places, (at) => readRows(trail, rowsFrom(list.rows, at * 500, 500)));
      for await (const records of pages) length += csvRows(records).length;
    }
    return length;
  },
  async json() {
    const trail = await keeper.open();
    const ends = await readTrailEnds(trail);
    const parts = readOn<Pick<TrailPart, 'end'>, TrailPart>(
      {},
      ({ end }) => readTrail(trail, end, ends.heads),
      ({ end }) => end && { end },
    );
    async function* slices() {
      for await (const { slice } of parts) yield slice;
    }
    const about = { product: 'bench', exportedAt: now(), readFile: async () => undefined };
    let length = 0;
    for await (const bytes of writeBundle({ ...ends, ...about, slices: slices() }))
      length += bytes.length;
    return length;
  },
  async verify() {
    const trail = await keeper.open();
    let longest = 0;
    let ticked = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - ticked - 4);
      ticked = performance.now();
    }, 4);
    let cursor: CheckCursor | undefined;
    for (;;) {
      const until = performance.now() + 200;
      const part = await checkSome(trail, cursor, () => performance.now() > until);
      if (part.report?.problem) throw new Error(JSON.stringify(part.report.problem));
      if (part.report) break;
      cursor = part.cursor;
    }
    clearInterval(timer);
    return longest;
  },
};
