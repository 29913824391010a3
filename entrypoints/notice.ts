import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Copy, noteCopy, runningCopy } from '@/lib/page/copy';
import { watchNotice } from '@/lib/page/notice-watcher';
import type { Order, PageReading } from '@/lib/page/orders';

// The content script of every frame: reads Microsoft's page. It carries no UI, no schemas and no polyfill,
// asks for nothing, and what it reports is parsed by the background.
export default defineUnlistedScript(() => {
  const before = runningCopy();
  if (before && !before.hasStopped) return;
  // An image, a feed or a drawing says no sentence of the admin center.
  if (!document.contentType.includes('html')) return;
  before?.dock?.remove();

  const copy: Copy = { hasStopped: false, tell, isConnected };
  noteCopy(copy);

  let addressAtStart = document.URL;
  let personMoved = false;
  let hasNotice = false;
  let watching: ReturnType<typeof watchNotice> | undefined;
  let listening: AbortController | undefined;
  /** A second copy is put in because a person asked for it, also where the site is switched off. */
  let isWanted = Boolean(before);
  let settling: Promise<void> | undefined;
  let docking: Promise<unknown> | undefined;
  let failures = 0;

  // Put in later, by a person's wish or because a site was added: somebody is about to ask.
  if (document.readyState !== 'loading') void settle();
  if (before || window.top === window) watch();
  // A frame that is not drawn gets no frames: nothing is done in it until it is.
  else requestAnimationFrame(() => setTimeout(watchWithRoom));

  /** A frame without room cannot show a sentence; it may be given room. */
  function watchWithRoom(): void {
    if (innerWidth > 50 && innerHeight > 10) watch();
    else window.addEventListener('resize', watchWithRoom, { once: true });
  }

  function watch(): typeof watching {
    if (watching || copy.hasStopped) return watching;
    setTimeout(settle, settleMs);
    watching = watchNotice(
      document,
      async (quote) => {
        hasNotice = true;
        await settle();
        tell('reportSighting', { quote, addressAtStart, addressNow: document.URL });
      },
      () => {
        hasNotice = false;
        // The app's own rewriting keeps the start; a person who has gone elsewhere begins anew there.
        if (personMoved) addressAtStart = document.URL;
        personMoved = false;
        tell('reportGone');
      },
    );
    return watching;
  }

  /**
   * What a page needs once it stands, or before anything is told of it. Not while it loads: to give a page's script
   * `chrome` and its storage takes the browser longer than all the rest of its start. The background asks again
   * when nobody answers yet (entrypoints/background/pages.ts).
   */
  function settle(): Promise<void> {
    settling ??= listenAndAsk();
    return settling;
  }

  async function listenAndAsk(): Promise<void> {
    listening = new AbortController();
    const { signal } = listening;
    copy.signal = signal;
    if (!isConnected()) return;
    chrome.runtime.onMessage.addListener(obey);
    document.addEventListener('visibilitychange', isConnected, { signal });
    // A frame that is taken away takes the notice with it. The tab's own page is known to go by its address.
    window.addEventListener(
      'pagehide',
      ({ persisted }) => {
        if (hasNotice && !persisted && window.top !== window) tell('reportGone');
      },
      { signal },
    );

    window.navigation?.addEventListener(
      'navigate',
      ({ userInitiated }) => {
        personMoved ||= userInitiated;
      },
      { signal },
    );
    if ((await isSwitchedOff()) && !isWanted) stop();
  }

  function stop(): void {
    copy.hasStopped = true;
    watching?.stop();
    listening?.abort();
  }

  function obey(order: Order, _sender: unknown, respond: (reading: PageReading) => void): void {
    if (copy.hasStopped) return;
    if (order.order === 'stop' && order.origins.includes(origin)) {
      copy.dock?.remove();
      stop();
    }
    if (order.order === 'dock') docking ??= loadDock();
    if (order.order !== 'read') {
      docking?.then(() => copy.hasStopped || copy.obeyDock?.(order));
      return;
    }
    if (order.look === 'page') {
      isWanted = true;
      watch()?.lookNow();
    }
    respond({
      loadKey: String(performance.timeOrigin),
      addressAtStart,
      addressNow: document.URL,
      hasNotice: hasNotice && (order.look !== 'notice' || Boolean(watching?.stands())),
      docked: copy.dock?.isShown() ?? false,
    });
  }

  /**
   * What holds the panel's frame (entrypoints/dock.ts) is fetched when a panel is first wanted: most pages never show
   * one. A name of its own for each copy, since the browser runs what it has fetched once and no more.
   */
  function loadDock(): Promise<unknown> {
    return import(/* @vite-ignore */ chrome.runtime.getURL(`dock.js?${Date.now()}`)).catch(() => {
      docking = undefined;
      // Asked for again with another ticket, a little later: a browser that has just started may not know the file yet.
      // The toolbar's mark stands meanwhile.
      if (failures++ < 3) setTimeout(tell, 1_000, 'askDock');
    });
  }

  /** Again when nobody answered: the worker may have died over it, and nothing would report it a second time. */
  function tell(name: string, question?: unknown, tries = 3): void {
    if (!isConnected()) return;
    chrome.runtime.sendMessage({ name, question }).catch(() => {
      if (isConnected() && tries) setTimeout(tell, 1_000, name, question, tries - 1);
    });
  }

  function isConnected(): boolean {
    if (!chrome.runtime?.id) stop();
    return !copy.hasStopped;
  }
});

/** By then a page has loaded, and a site that is switched off has cost nothing to speak of. */
const settleMs = 1_000;

/** Whether the person has switched this site off (lib/store/watched-hosts-store.ts). */
async function isSwitchedOff(): Promise<boolean> {
  const { watchedHosts }: { watchedHosts?: { off: string[] } } = await chrome.storage.local
    .get('watchedHosts')
    // A damaged storage: better read a page too many than be silent for ever.
    .catch(() => ({}));
  // Not `location`: a frame without an address of its own belongs to the site that made it.
  return watchedHosts?.off.includes(origin) ?? false;
}
