import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tidyStaging } from '@/entrypoints/background/staging';
import type { Sender } from '@/lib/define-request';
import type { TrailKeeper } from '@/lib/store/trail';
import { stagePart } from '@/lib/store/trail-import';
import { sampleTrail } from '../lib/domain/trail/trail-sample';
import { emptyDisk, nextUuid, startKeeper } from '../lib/store/setup';

// Whose page has gone, that import's parts go: they hold people's data.

let open: Set<string>;
let keeper: TrailKeeper;
let staging: ReturnType<typeof tidyStaging>;

beforeEach(() => {
  emptyDisk();
  open = new Set(['page', 'other']);
  const getContexts = async () => [...open].map((documentId) => ({ documentId }));
  vi.stubGlobal('chrome', { runtime: { getContexts } });
  startWorker();
  return () => vi.unstubAllGlobals();
});

function startWorker(): void {
  fakeBrowser.tabs.onRemoved.removeAllListeners();
  keeper = startKeeper();
  staging = tidyStaging(keeper);
}

async function stage(documentId: string): Promise<string> {
  const importId = nextUuid();
  const { events, people } = await sampleTrail(2);
  const part = { importId, part: 0, events, people, checkpoints: [], files: [], pieces: [] };
  await staging.stage(importId, { documentId } as unknown as Sender, async () =>
    stagePart(await keeper.open(), part),
  );
  return importId;
}

const staged = async () =>
  (await (await keeper.open()).database.getAllKeys('staging')).map(([importId]) => importId);

it('at the next start of the worker, and no other', async () => {
  await stage('page');
  const kept = await stage('other');
  open.delete('page');
  startWorker();
  await vi.waitFor(async () => expect(await staged()).toEqual([kept]));
  startWorker();
  await stage('other');
  expect(await staged()).toContain(kept);
});

it('when its tab is closed, while the worker lives', async () => {
  const kept = await stage('other');
  await stage('page');
  open.delete('page');
  fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false });
  await vi.waitFor(async () => expect(await staged()).toEqual([kept]));
});

it('also when a part of it arrives after its page has gone', async () => {
  open.delete('page');
  await stage('page');
  startWorker();
  await vi.waitFor(async () => expect(await staged()).toEqual([]));
});

it('all of them when the extension has started anew, but none that is staged from then on', async () => {
  await stage('page');
  await fakeBrowser.storage.session.clear();
  startWorker();
  const kept = await stage('page');
  expect(await staged()).toEqual([kept]);
});

it('without opening the database where none was ever staged, or all have gone', async () => {
  const looked = async () => (await fakeBrowser.storage.session.get('staging')).staging;
  await vi.waitFor(async () => expect(await looked()).toBeDefined());
  expect(await indexedDB.databases()).toEqual([]);

  await stage('page');
  await fakeBrowser.storage.session.clear();
  startWorker();
  await vi.waitFor(async () => expect(await looked()).toBeDefined());
  await fakeBrowser.storage.session.clear();
  startWorker();
  const opening = vi.spyOn(keeper, 'openToRead');
  await vi.waitFor(async () => expect(await looked()).toBeDefined());
  expect(opening).not.toHaveBeenCalled();
});

it('but not where the browser does not say which pages are open', async () => {
  const kept = await stage('page');
  vi.stubGlobal('chrome', undefined);
  startWorker();
  const next = await stage('other');
  expect((await staged()).sort()).toEqual([kept, next].sort());
});
