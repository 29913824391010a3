import Dexie, { type Table } from 'dexie';
import { csvHead, csvRows } from '@/lib/domain/csv/history-csv';
import { searchTextOf } from '@/lib/domain/history/history-search';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { customerKeysOf } from '@/lib/domain/record/record-customer';
import { type Candidate, storeEach } from './measured';
import { sampleParts } from './sample';

// A row a record, with the same content (each event with its hashes, the person with the salt) and an index for everything
// that the store can look up: place, attempt, time, customer, state, company. Nothing is hashed here.

type Row = {
  recordId: string;
  place: [string, number];
  attemptId: string;
  recordedAt: string;
  state: string;
  companyName: string;
  customerKeys: string[];
  chain: unknown[];
  salt: string;
  record: AttestationRecord;
};

class Bench extends Dexie {
  records!: Table<Row, string>;
  constructor() {
    super('dexie-bench', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records:
        'recordId, &place, &attemptId, recordedAt, *customerKeys, [state+recordedAt], companyName',
    });
  }
}
let db = new Bench();

function* rows(count: number): Generator<Row[]> {
  for (const { events, people, records } of sampleParts(count)) {
    let at = 0;
    yield records.map((record, i) => {
      const own = events.slice(at, at + 1 + record.moves.length);
      at += own.length;
      const { writer, sequence, attemptId } = own[0]!;
      return {
        recordId: record.recordId,
        place: [writer, sequence],
        attemptId,
        recordedAt: record.recordedAt,
        state: record.state,
        companyName: record.current.companyName,
        customerKeys: customerKeysOf(record),
        // What the folded record holds is stored once, the events' own fields beside it.
        chain: own.map(({ hash, previousHash, sequence, attemptId }) => ({
          hash,
          previousHash,
          sequence,
          attemptId,
        })),
        salt: people[i]!.salt,
        record: { ...record, current: record.versions[0]!.attestation },
      };
    });
  }
}

const newest = () => db.records.orderBy('recordedAt').reverse();

export const dexie: Candidate = {
  name: 'Dexie',
  async fill(count) {
    return storeEach(rows(count), (some) => db.records.bulkAdd(some));
  },
  async add(times) {
    const [[sample]] = [...rows(1)] as [[Row]];
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      const recordId = crypto.randomUUID();
      const attemptId = crypto.randomUUID();
      const recordedAt = new Date().toISOString();
      await db.records.add({ ...sample, recordId, attemptId, place: ['new', i], recordedAt });
      taken.push(performance.now() - started);
    }
    return taken;
  },
  async reopen() {
    db.close();
    db = new Bench();
    await db.open();
  },
  async firstPage() {
    const [page] = await Promise.all([newest().limit(50).toArray(), db.records.count()]);
    return page.length;
  },
  async farPage(offset) {
    return (await newest().offset(offset).limit(50).toArray()).length;
  },
  async filter() {
    const of = () =>
      db.records
        .where('[state+recordedAt]')
        .between(['agreement-created', Dexie.minKey], ['agreement-created', Dexie.maxKey]);
    const [page] = await Promise.all([of().reverse().limit(50).toArray(), of().count()]);
    return page.length;
  },
  async sort() {
    return (await db.records.orderBy('companyName').limit(50).toArray()).length;
  },
  async search(text) {
    let total = 0;
    await db.records.each(({ record }) => {
      if (searchTextOf(record).includes(text)) total++;
    });
    return total;
  },
  async csv() {
    let length = csvHead().length;
    await batches((some) => {
      length += csvRows(some.map(({ record }) => record)).length;
    });
    return length;
  },
  async json() {
    let length = 0;
    await batches((some) => {
      length += new TextEncoder().encode(some.map((one) => JSON.stringify(one)).join(',\n')).length;
    });
    return length;
  },
};

/** All rows, newest first, some at a time: going on from the last one, as its makers advise for long lists. */
async function batches(onRows: (rows: Row[]) => void): Promise<void> {
  for (let last = '\uffff'; ; ) {
    const some = await db.records.where('recordedAt').below(last).reverse().limit(500).toArray();
    onRows(some);
    if (some.length < 500) return;
    last = some.at(-1)!.recordedAt;
  }
}
