import browser from 'webextension-polyfill';
import type { Sender } from '@/lib/define-request';
import { changeStagers, mayHoldStaged, noteStaged, readStagers } from '@/lib/store/staging-store';
import type { TrailKeeper } from '@/lib/store/trail';
import { dropStaged } from '@/lib/store/trail-import';
import { documentIdOf } from './senders';

// Parts of an import that wait hold people's data. They go with the page that staged them, and with a tab nobody says so.

/**
 * Throw away what pages have left behind that are gone: now, as the worker starts, and whenever a tab is closed. Nothing that
 * an open page has staged is touched. What keeps a part of an import is given to `stage`.
 */
export function tidyStaging(keeper: TrailKeeper): {
  stage: (importId: string, sender: Sender, keep: () => Promise<void>) => Promise<void>;
} {
  // One after the other: a part that arrives while its page goes must not slip through.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const tidy = () => inTurn(() => dropLeftovers(keeper)).catch(warn);
  tidy();
  browser.tabs.onRemoved.addListener(() => void tidy());

  return {
    stage: (importId, sender, keep) =>
      inTurn(async () => {
        if (!(await mayHoldStaged())) await noteStaged(true);
        const documentId = documentIdOf(sender);
        if (documentId && (await readStagers())?.[importId] !== documentId)
          await changeStagers((stagers) => ({ ...stagers, [importId]: documentId }));
        await keep();
      }),
  };
}

async function dropLeftovers(keeper: TrailKeeper): Promise<void> {
  const stagers = await readStagers();
  if (!stagers) {
    // The extension has only just started, and no page has outlived that.
    if (await mayHoldStaged()) {
      await dropStaged(await keeper.openToRead());
      await noteStaged(false);
    }
    await changeStagers((since) => since);
    return;
  }
  if (Object.keys(stagers).length === 0) return;
  const open = await openDocuments();
  const gone = Object.keys(stagers).filter((importId) => open && !open.has(stagers[importId]!));
  for (const importId of gone) {
    await dropStaged(await keeper.openToRead(), importId);
    await changeStagers(({ [importId]: _, ...others }) => others);
  }
}

/** All documents of ours that are open; `undefined` where the browser does not say. */
async function openDocuments(): Promise<ReadonlySet<string> | undefined> {
  if (typeof chrome === 'undefined' || !chrome.runtime?.getContexts) return undefined;
  const contexts = await chrome.runtime.getContexts({});
  return new Set(contexts.map(({ documentId }) => documentId ?? ''));
}

function warn(error: unknown): void {
  console.warn('Countersign: parts of an import may be left', error);
}
