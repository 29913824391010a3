import browser from 'webextension-polyfill';
import * as z from 'zod/mini';

const key = 'staging';
const stagersSchema = z.record(z.string(), z.string());

/** Which document stages which import, by the import's id. */
export type Stagers = z.infer<typeof stagersSchema>;

/**
 * Who stages imports, as long as the extension runs (`storage.session`): no page of ours outlives that, while the worker may die
 * and come back. `undefined` before anybody has looked.
 */
export async function readStagers(): Promise<Stagers | undefined> {
  const stored = await browser.storage.session.get(key);
  return stagersSchema.safeParse(stored[key]).data;
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Change who stages imports. Changes run one after the other. */
export function changeStagers(change: (stagers: Stagers) => Stagers): Promise<void> {
  const changed = lastChange.then(async () => {
    await browser.storage.session.set({ [key]: change((await readStagers()) ?? {}) });
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

/**
 * Whether parts of an import may lie in the database (`storage.local`): noted before the first one is kept, so that nobody has to
 * open the database to learn that there is none.
 */
export async function mayHoldStaged(): Promise<boolean> {
  return (await browser.storage.local.get(heldKey))[heldKey] === true;
}

/** Note that parts may lie in the database, or that none do. */
export async function noteStaged(mayHold: boolean): Promise<void> {
  if (mayHold) await browser.storage.local.set({ [heldKey]: true });
  else await browser.storage.local.remove(heldKey);
}

const heldKey = 'staged';
