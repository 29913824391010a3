import { dexie } from './dexie';
import type { Candidate } from './measured';

// What nobody can go below with rows: reading all of them once, and looking at nothing.

export const floor: Pick<Candidate, 'name' | 'fill'> & { readAll: () => Promise<number> } = {
  name: 'floor',
  fill: dexie.fill,
  async readAll() {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('dexie-bench');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = database.transaction('records').objectStore('records');
    let read = 0;
    for (let after: IDBKeyRange | null = null; ; ) {
      const rows = await new Promise<{ recordId: string }[]>((resolve, reject) => {
        const request = store.getAll(after, 2_000);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      read += rows.length;
      if (rows.length < 2_000) break;
      after = IDBKeyRange.lowerBound(rows.at(-1)!.recordId, true);
    }
    database.close();
    return read;
  },
};
