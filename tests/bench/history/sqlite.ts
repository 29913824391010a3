import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { csvHead, csvRows } from '@/lib/domain/csv/history-csv';
import { searchTextOf } from '@/lib/domain/history/history-search';
import { customerKeysOf } from '@/lib/domain/record/record-customer';
import { type Candidate, measure, storeEach } from './measured';
import { onePart, sampleParts } from './sample';

// SQLite on the origin's private files, in a worker: a row a record with the same indexes, the folded text in a column.
// `synchronous=FULL` is its own word for durable.

type Sqlite = {
  exec: (options: unknown) => unknown;
  selectValue: (sql: string, bind?: unknown[]) => unknown;
  selectArrays: (sql: string, bind?: unknown[]) => unknown[][];
  close: () => void;
};
let db: Sqlite;
let open: () => Sqlite;
let count = 0;

const insert = 'INSERT INTO records VALUES (?,?,?,?,?,?,?,?)';
function put(recordId: string, record: never, text: string, keys: string[], attemptId: string) {
  const { recordedAt, state, current } = record as {
    recordedAt: string;
    state: string;
    current: { companyName: string };
  };
  const bind = [recordId, attemptId, count++, recordedAt, state, current.companyName];
  db.exec({ sql: insert, bind: [...bind, JSON.stringify(record), text] });
  for (const key of keys) db.exec({ sql: 'INSERT INTO keys VALUES (?,?)', bind: [key, recordId] });
}

const sqlite: Candidate = {
  name: 'SQLite',
  async fill(wanted) {
    return storeEach(sampleParts(wanted), async ({ records }) => {
      db.exec('BEGIN');
      for (const record of records)
        put(
          record.recordId,
          record as never,
          searchTextOf(record),
          customerKeysOf(record),
          crypto.randomUUID(),
        );
      db.exec('COMMIT');
    });
  },
  async add(times) {
    const { records } = onePart();
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      db.exec('BEGIN');
      put(crypto.randomUUID(), records[0] as never, 'text', ['name:x'], crypto.randomUUID());
      db.exec('COMMIT');
      taken.push(performance.now() - started);
    }
    return taken;
  },
  async reopen() {
    db.close();
    db = open();
  },
  firstPage: async () =>
    parsed('SELECT record FROM records ORDER BY recordedAt DESC LIMIT 50').length,
  farPage: async (offset) =>
    parsed('SELECT record FROM records ORDER BY recordedAt DESC LIMIT 50 OFFSET ?', [offset])
      .length,
  async filter() {
    db.selectValue("SELECT count(*) FROM records WHERE state='agreement-created'");
    return parsed(
      "SELECT record FROM records WHERE state='agreement-created' ORDER BY recordedAt DESC LIMIT 50",
    ).length;
  },
  sort: async () => parsed('SELECT record FROM records ORDER BY companyName LIMIT 50').length,
  async search(text) {
    db.selectValue('SELECT count(*) FROM records WHERE instr(text, ?)', [text]);
    return parsed(
      'SELECT record FROM records WHERE instr(text, ?) ORDER BY recordedAt DESC LIMIT 50',
      [text],
    ).length;
  },
  async csv() {
    let length = csvHead().length;
    for (const some of batches()) length += csvRows(some.map((one) => JSON.parse(one))).length;
    return length;
  },
  async json() {
    let length = 0;
    for (const some of batches()) length += new TextEncoder().encode(some.join(',\n')).length;
    return length;
  },
};

function parsed(sql: string, bind?: unknown[]): unknown[] {
  return db.selectArrays(sql, bind).map(([record]) => JSON.parse(record as string));
}

function* batches(): Generator<string[]> {
  for (let last = '\uffff'; ; ) {
    const rows = db.selectArrays(
      'SELECT record, recordedAt FROM records WHERE recordedAt < ? ORDER BY recordedAt DESC LIMIT 500',
      [last],
    );
    yield rows.map(([record]) => record as string);
    if (rows.length < 500) return;
    last = rows.at(-1)![1] as string;
  }
}

self.onmessage = async ({ data }: MessageEvent<{ count: number; wasm: string }>) => {
  try {
    const init = sqlite3InitModule as unknown as (options: unknown) => Promise<never>;
    const sqlite3 = (await init({ locateFile: () => data.wasm })) as {
      installOpfsSAHPoolVfs: (
        options: unknown,
      ) => Promise<{ OpfsSAHPoolDb: new (name: string) => Sqlite }>;
    };
    const pool = await sqlite3.installOpfsSAHPoolVfs({});
    open = () => {
      const opened = new pool.OpfsSAHPoolDb('/bench.sqlite3');
      opened.exec('PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;');
      return opened;
    };
    db = open();
    db.exec(`CREATE TABLE records (recordId TEXT PRIMARY KEY, attemptId TEXT UNIQUE, sequence INT UNIQUE,
      recordedAt TEXT, state TEXT, companyName TEXT, record TEXT, text TEXT) WITHOUT ROWID;
      CREATE TABLE keys (key TEXT, recordId TEXT, PRIMARY KEY (key, recordId)) WITHOUT ROWID;
      CREATE INDEX byTime ON records (recordedAt); CREATE INDEX byState ON records (state, recordedAt);
      CREATE INDEX byName ON records (companyName);`);
    const result = await measure(sqlite, data.count, (text) => self.postMessage({ text }));
    self.postMessage({ result });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
