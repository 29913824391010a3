import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import {
  hostOfMatch,
  isDefaultHost,
  originOf,
  type WatchedHost,
  watchedHosts,
} from '@/lib/domain/address/hosts';
import { StoreProblem } from './problem';

// Which sites were added is kept once, by the browser itself: as the permissions that a person gave for
// them. They outlive restarts and updates, and a second list could only disagree with them.

/**
 * In `storage.local`: `{ format, off }`, the origins of default sites that are switched off; the content
 * script reads it (entrypoints/notice.ts). In `storage.session`: the added ones, so that open pages see a change.
 */
export const watchedHostsKey = 'watchedHosts';
const format = 1;

const storedSchema = z.object({ format: z.literal(format), off: z.array(z.string()) });

/** Every site on the list: the default ones, then the added ones by name. */
export async function readWatchedHosts(): Promise<WatchedHost[]> {
  const [off, added] = await Promise.all([readOff(), readAddedHosts()]);
  return [
    ...watchedHosts.map((host) => ({ host, byDefault: true, on: !off.includes(originOf(host)) })),
    ...added.map((host) => ({ host, byDefault: false, on: true })),
  ];
}

/** The sites that a person has allowed beyond the default ones. */
export async function readAddedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.flatMap((origin) => hostOfMatch(origin) ?? []);
  return hosts.filter((host) => !isDefaultHost(host)).sort();
}

/**
 * Switch a default site on or off. Throws a StoreProblem `made-by-newer` when a newer version has stored
 * the list in another form.
 */
export function switchDefaultHost(host: string, on: boolean): Promise<void> {
  const changing = lastChange.then(async () => {
    const others = (await readOff()).filter((other) => other !== originOf(host));
    const off = on ? others : [...others, originOf(host)];
    await browser.storage.local.set({ [watchedHostsKey]: { format, off } });
  });
  lastChange = changing.catch(() => {});
  return changing;
}

/** Changes wait for each other: each reads what the one before it has written. */
let lastChange: Promise<unknown> = Promise.resolve();

/** Tell open pages which sites are added now. */
export async function announceAddedHosts(hosts: string[]): Promise<void> {
  await browser.storage.session.set({ [watchedHostsKey]: hosts });
}

async function readOff(): Promise<string[]> {
  const stored = (await browser.storage.local.get(watchedHostsKey))[watchedHostsKey];
  if (stored === undefined) return [];
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) throw new StoreProblem('made-by-newer', watchedHostsKey);
  return parsed.data.off;
}
