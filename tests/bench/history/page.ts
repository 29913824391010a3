import { dexie } from './dexie';
import { floor } from './floor';
import { type Measured, measure } from './measured';
import { ours } from './ours';
import { pouch } from './pouch';

const candidates = { ours, dexie, pouch };

/** Drive one candidate on this page; each has a page and an origin of its own. */
export async function run(name: keyof typeof candidates, count: number): Promise<Measured> {
  const found = await measure(candidates[name], count, (text) => console.log(text));
  if (name === 'dexie') {
    const started = performance.now();
    await floor.readAll();
    found['read all once'] = performance.now() - started;
  }
  return found;
}

/** SQLite needs a worker: only there are its files open to be read at once. */
export function runSqlite(count: number, script: string, wasm: string): Promise<Measured> {
  const worker = new Worker(script);
  worker.postMessage({ count, wasm });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.text) console.log(data.text);
      else if (data.result) resolve(data.result);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => reject(new Error(event.message));
  });
}
