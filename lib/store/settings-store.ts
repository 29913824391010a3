import browser from 'webextension-polyfill';
import { defaultSettings, type Settings, settingsSchema } from '@/lib/domain/settings';
import { StoreProblem } from './problem';

/** Where settings are kept: `{ format, values }`. */
export const settingsKey = 'settings';
const format = 1;

/** What is stored, in whatever shape: `values` may hold settings of another version. */
type Stored = { format: number; values: Record<string, unknown> };

/**
 * The settings as they stand. One that is missing or cannot be read has its default here, and stays in
 * the storage as it is until a person sets it.
 */
export async function readSettings(): Promise<Settings> {
  return understood((await readStored()).values);
}

/**
 * Change some settings and leave all others as they are stored. Throws a StoreProblem `made-by-newer`
 * when a newer version has stored them in another format.
 */
export function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const changing = lastChange.then(async () => {
    const stored = await readStored();
    if (stored.format > format) throw new StoreProblem('made-by-newer', 'settings');
    const values = { ...stored.values, ...change };
    await browser.storage.local.set({ [settingsKey]: { format, values } });
    return understood(values);
  });
  lastChange = changing.catch(() => {});
  return changing;
}

/** Changes wait for each other: each reads what the one before it has written. */
let lastChange: Promise<unknown> = Promise.resolve();

async function readStored(): Promise<Stored> {
  const stored: unknown = (await browser.storage.local.get(settingsKey))[settingsKey];
  if (stored === undefined) return { format, values: {} };
  if (isObject(stored) && typeof stored.format === 'number' && isObject(stored.values))
    return { format: stored.format, values: stored.values };
  throw new StoreProblem('made-by-newer', 'settings');
}

function understood(values: Record<string, unknown>): Settings {
  const entries = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(Object.hasOwn(values, name) ? values[name] : undefined);
    return [name, parsed.success ? parsed.data : defaultSettings[name as keyof Settings]];
  });
  return settingsSchema.parse(Object.fromEntries(entries));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
