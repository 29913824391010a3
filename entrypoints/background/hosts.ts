import browser, { type Scripting } from 'webextension-polyfill';
import { RequestError } from '@/lib/define-request';
import { hostOfMatch, isDefaultHost, matchOf, originOf } from '@/lib/domain/address/hosts';
import type { Order } from '@/lib/page/orders';
import * as requests from '@/lib/requests';
import { StoreProblem } from '@/lib/store/problem';
import {
  announceAddedHosts,
  readAddedHosts,
  readWatchedHosts,
  switchDefaultHost,
} from '@/lib/store/watched-hosts-store';
import { readYoungPage } from './pages';

// Which pages are read: docs/decisions/003-watched-hosts.md.

/** The content script, by the name that the manifest calls it as well (wxt.config.ts). */
const scripts = ['notice.js'];

/** Answer everything about which sites are watched. Registers at once, before anything is awaited. */
export function answerHostRequests(): void {
  requests.listWatchedHosts.answer(() => passOn(readWatchedHosts()));

  requests.switchHost.answer(async ({ host, on }) => {
    const permission = { origins: [matchOf(host)] };
    if (isDefaultHost(host)) {
      await passOn(switchDefaultHost(host, on));
      if (!on) await stopPages([host]);
    } else if (!on) {
      // What follows from it is done where a removal in the browser's own settings is heard as well.
      await browser.permissions.remove(permission);
    } else if (await browser.permissions.contains(permission)) {
      await registerAdded();
    } else throw new RequestError('not-allowed', host);
  });

  requests.lookAtTab.answer(async ({ tabId }) => ({ found: await lookAt(tabId) }));

  // The browser forgets registered scripts with every update of the extension. One that a switch loads is installed
  // with every start of the browser, and then hears of no start.
  browser.runtime.onInstalled.addListener(({ reason }) =>
    reason === 'install' ? beginReading() : registerAdded(),
  );
  browser.runtime.onStartup.addListener(beginReading);

  // The browser's question closes the popup that asked it, so the answer is heard here.
  browser.permissions.onAdded.addListener(async ({ origins }) => {
    const hosts = added(origins);
    if (hosts.length === 0) return;
    await registerAdded();
    for (const host of hosts) await readOpenPages(host);
  });
  browser.permissions.onRemoved.addListener(async ({ origins }) => {
    await registerAdded();
    const hosts = added(origins);
    await stopPages(hosts);
    // A page that has only just begun does not listen yet.
    setTimeout(stopPages, 1_500, hosts);
  });
}

function added(origins: string[] = []): string[] {
  return origins
    .flatMap((origin) => hostOfMatch(origin) ?? [])
    .filter((host) => !isDefaultHost(host));
}

let lastRegistering: Promise<unknown> = Promise.resolve();

/** Have the browser run our script on every added site, as the manifest has it on the default ones. */
function registerAdded(): Promise<void> {
  const registering = lastRegistering.then(async () => {
    const [hosts, registered] = await Promise.all([
      readAddedHosts(),
      browser.scripting.getRegisteredContentScripts(),
    ]);
    const ids = registered.map(({ id }) => id);
    const gone = ids.filter((id) => !hosts.includes(id));
    if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
    const missing = hosts.filter((host) => !ids.includes(host));
    if (missing.length > 0) {
      await browser.scripting.registerContentScripts(missing.map(registration));
    }
    await announceAddedHosts(hosts);
  });
  lastRegistering = registering.catch(() => undefined);
  return registering;
}

/** As the browser starts: pages that are opened meanwhile may be there before its own list of scripts is. */
async function beginReading(): Promise<void> {
  await registerAdded();
  for (const waitMs of [0, 2_000, 4_000]) {
    await new Promise((done) => setTimeout(done, waitMs));
    for (const host of await readAddedHosts()) await readOpenPages(host);
  }
}

/** The manifest's own entry for the default sites, for another one (wxt.config.ts). */
const registration = (host: string): Scripting.RegisteredContentScript => ({
  id: host,
  matches: [matchOf(host)],
  js: scripts,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: true,
});

/** Start reading the pages of a site that stand open already. */
async function readOpenPages(host: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: matchOf(host) });
  for (const { id } of tabs) {
    // A tab that sleeps, or shows the browser's own error, reads it when it loads again.
    if (id !== undefined) await inject(id).catch(() => undefined);
  }
}

/** Whether the notice stands on a page now; a copy of the script that runs there already is asked instead. */
async function lookAt(tabId: number): Promise<boolean> {
  const frames = await inject(tabId).catch((error) => {
    throw new RequestError('not-allowed', String(error));
  });
  const readings = await Promise.all(
    frames.map((frameId) => readYoungPage(tabId, frameId, 'page')),
  );
  return readings.some((reading) => reading?.hasNotice);
}

async function inject(tabId: number): Promise<number[]> {
  const target = { tabId, allFrames: true };
  const results = await browser.scripting.executeScript({ target, files: scripts });
  return results.map(({ frameId }) => frameId);
}

/** Copies that run on these sites stop for good, and the panel goes. */
async function stopPages(hosts: string[]): Promise<void> {
  const order: Order = { order: 'stop', origins: hosts.map(originOf) };
  const tabs = await browser.tabs.query({});
  await Promise.all(
    // Most tabs have no copy of ours, and that is no error.
    tabs.map(({ id }) => id && browser.tabs.sendMessage(id, order).catch(() => undefined)),
  );
}

async function passOn<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreProblem) throw new RequestError(error.code, error.detail);
    throw error;
  }
}
