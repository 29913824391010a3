import browser from 'webextension-polyfill';
import {
  mostViews,
  type SavedView,
  savedViewSchema,
  withView,
} from '@/lib/domain/history/saved-view';
import { StoreProblem } from './problem';

/** Where saved views are kept: `{ format, views }`. */
export const viewsKey = 'views';
const format = 1;

type Stored = { format: number; views: unknown[] };

/** The saved views, in the order they were made. One that cannot be read is left out here and stays stored. */
export async function listViews(): Promise<SavedView[]> {
  return readable((await readStored()).views);
}

/**
 * Keep a view: a new one, or another name or address for the one with its id. Throws a StoreProblem:
 * `too-many-views`, or `made-by-newer` when a newer version has stored them in another format.
 */
export function keepView(view: SavedView): Promise<void> {
  return change((views) => {
    const known = readable(views);
    const kept = withView(known, view);
    if (kept.length > mostViews) throw new StoreProblem('too-many-views');
    return [...kept, ...views.filter((one) => !savedViewSchema.safeParse(one).success)];
  });
}

/** Delete a view. It is no fault when there is none. */
export function dropView(viewId: string): Promise<void> {
  return change((views) => views.filter((one) => !isObject(one) || one.viewId !== viewId));
}

/** Changes wait for each other: each reads what the one before it has written. */
let lastChange: Promise<unknown> = Promise.resolve();

function change(next: (views: unknown[]) => unknown[]): Promise<void> {
  const changing = lastChange.then(async () => {
    const { views } = await readStored();
    await browser.storage.local.set({ [viewsKey]: { format, views: next(views) } });
  });
  lastChange = changing.catch(() => {});
  return changing;
}

async function readStored(): Promise<Stored> {
  const stored: unknown = (await browser.storage.local.get(viewsKey))[viewsKey];
  if (stored === undefined) return { format, views: [] };
  if (isObject(stored) && stored.format === format && Array.isArray(stored.views))
    return { format, views: stored.views };
  throw new StoreProblem('made-by-newer', 'views');
}

function readable(views: readonly unknown[]): SavedView[] {
  return views.flatMap((view) => {
    const parsed = savedViewSchema.safeParse(view);
    return parsed.success ? [parsed.data] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
