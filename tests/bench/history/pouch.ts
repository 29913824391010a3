import PouchDB from 'pouchdb-browser';
import { csvHead, csvRows } from '@/lib/domain/csv/history-csv';
import { searchTextOf } from '@/lib/domain/history/history-search';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { type Candidate, storeEach } from './measured';
import { onePart, sampleParts } from './sample';

// Documents under a key that puts them in order of time. It has no other index without its own views, which are slower
// still, so what needs one looks at every document: only done at 10,000.

type Doc = { _id: string; record: AttestationRecord };
let db = new PouchDB('pouch-bench');
const keyOf = (record: AttestationRecord) => `${record.recordedAt}/${record.recordId}`;

async function all(): Promise<Doc[]> {
  const { rows } = await db.allDocs({ include_docs: true, descending: true });
  return rows.map(({ doc }: { doc?: unknown }) => doc as Doc);
}

export const pouch: Candidate = {
  name: 'PouchDB',
  async fill(count) {
    return storeEach(sampleParts(count), ({ records }) =>
      db.bulkDocs(records.map((record) => ({ _id: keyOf(record), record }))),
    );
  },
  async add(times) {
    const { records } = onePart();
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      await db.put({ _id: `${new Date().toISOString()}/${i}`, record: records[0]! });
      taken.push(performance.now() - started);
    }
    return taken;
  },
  async reopen() {
    await db.close();
    db = new PouchDB('pouch-bench');
  },
  async firstPage() {
    return (await db.allDocs({ include_docs: true, descending: true, limit: 50 })).rows.length;
  },
  async farPage(skip) {
    const asked = { include_docs: true, descending: true, limit: 50, skip };
    return (await db.allDocs(asked)).rows.length;
  },
  async filter() {
    return (await all()).filter(({ record }) => record.state === 'agreement-created').length;
  },
  async sort() {
    const name = ({ record }: Doc) => record.current.companyName;
    return (await all()).sort((one, other) => (name(one) < name(other) ? -1 : 1)).length;
  },
  async search(text) {
    return (await all()).filter(({ record }) => searchTextOf(record).includes(text)).length;
  },
  async csv() {
    return csvHead().length + csvRows((await all()).map(({ record }) => record)).length;
  },
  async json() {
    return JSON.stringify(await all()).length;
  },
};
