import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchedHosts } from '@/lib/domain/address/hosts';
import {
  readAddedHosts,
  readWatchedHosts,
  switchDefaultHost,
  watchedHostsKey,
} from '@/lib/store/watched-hosts-store';

let origins: string[];

beforeEach(() => {
  fakeBrowser.reset();
  // What the browser answers: the manifest's own patterns are always among them.
  origins = watchedHosts.map((host) => `https://${host}/*`);
  fakeBrowser.permissions.getAll = async () => ({ origins, permissions: [] });
});

const stored = async () => (await fakeBrowser.storage.local.get(watchedHostsKey))[watchedHostsKey];
const [first, second] = watchedHosts;

it('begins with the default sites, all on, and stores nothing by reading them', async () => {
  expect(await readWatchedHosts()).toEqual(
    watchedHosts.map((host) => ({ host, byDefault: true, on: true })),
  );
  expect(await stored()).toBeUndefined();
});

it('lists what the person has allowed after the default sites, by name', async () => {
  origins.push('https://portal.contoso.example/*', 'https://a.contoso.example/*');
  expect((await readWatchedHosts()).slice(watchedHosts.length)).toEqual([
    { host: 'a.contoso.example', byDefault: false, on: true },
    { host: 'portal.contoso.example', byDefault: false, on: true },
  ]);
});

it('takes no permission that is wider than one site for a site', async () => {
  origins.push('https://*/*', 'https://*.contoso.example/*', 'http://contoso.example/*');
  expect(await readAddedHosts()).toEqual([]);
});

it('switches a default site off and on again', async () => {
  await switchDefaultHost(first, false);
  expect(await stored()).toEqual({ format: 1, off: [`https://${first}`] });
  expect((await readWatchedHosts()).filter(({ on }) => !on)).toEqual([
    { host: first, byDefault: true, on: false },
  ]);
  await switchDefaultHost(first, true);
  expect((await readWatchedHosts()).every(({ on }) => on)).toBe(true);
});

it('loses none of two changes at once, and says nothing twice', async () => {
  await Promise.all([
    switchDefaultHost(first, false),
    switchDefaultHost(second, false),
    switchDefaultHost(first, false),
  ]);
  expect(await stored()).toMatchObject({ off: [`https://${second}`, `https://${first}`] });
});

it.each([
  ['another format', { format: 2, off: [] }],
  ['no shape that was ever ours', 'a text'],
])('refuses to write over %s', async (_name, value) => {
  await fakeBrowser.storage.local.set({ [watchedHostsKey]: value });
  await expect(switchDefaultHost(first, false)).rejects.toMatchObject({ code: 'made-by-newer' });
  await expect(readWatchedHosts()).rejects.toMatchObject({ code: 'made-by-newer' });
  expect(await stored()).toEqual(value);
});
