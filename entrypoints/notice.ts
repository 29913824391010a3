import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDock } from '@/lib/page/dock';
import { watchNotice } from '@/lib/page/notice-watcher';
import type { Order, PageReading } from '@/lib/page/orders';

// The content script: reads Microsoft's page and docks the panel's frame. It carries no UI, no schemas and
// no polyfill, asks for nothing, and what it reports is parsed by the background.
export default defineUnlistedScript(async () => {
  let addressAtStart = location.href;
  let personMoved = false;
  const before = running.notice;
  if (before && !before.aborted) return;
  const stop = new AbortController();
  const { signal } = stop;
  running.notice = signal;
  // A second copy is put in because a person asked for it, also where the site is switched off.
  if (!before && (await isSwitchedOff())) return stop.abort();

  let hasNotice = false;

  const dock =
    window.top === window
      ? createDock(
          document,
          {
            onTornOut: () => tell('askDock'),
            onBlocked: () => tell('reportBlockedPanel'),
            onOpenBeside: () => tell('openSidePanel'),
            onPulse: isConnected,
          },
          signal,
        )
      : undefined;

  const { lookNow } = watchNotice(
    document,
    ({ quote, language }) => {
      hasNotice = true;
      tell('reportSighting', { quote, language, addressAtStart, addressNow: location.href });
    },
    () => {
      hasNotice = false;
      // The app's own rewriting keeps the start; a person who has gone elsewhere begins anew there.
      if (personMoved) addressAtStart = location.href;
      personMoved = false;
      tell('reportGone');
    },
    signal,
  );

  document.addEventListener('visibilitychange', isConnected, { signal });

  // A single-page app moves without loading: an open panel must not go on speaking of the old page.
  const { navigation } = window;
  navigation?.addEventListener(
    'navigate',
    ({ userInitiated }) => {
      personMoved ||= userInitiated;
    },
    { signal },
  );
  navigation?.addEventListener('navigatesuccess', () => dock?.isShown() && tell('reportMoved'), {
    signal,
  });

  const obey = (order: Order, _sender: unknown, respond: (reading: PageReading) => void): void => {
    if (signal.aborted) return;
    switch (order.order) {
      case 'dock':
        dock?.show({ ...order, address: `${chrome.runtime.getURL('panel.html')}#${order.ticket}` });
        break;
      case 'alive':
        dock?.alive();
        break;
      case 'place':
        dock?.place(order);
        break;
      case 'undock':
        dock?.remove();
        break;
      case 'stop':
        if (!order.origins.includes(origin)) break;
        dock?.remove();
        stop.abort();
        break;
      case 'read':
        if (order.look) lookNow();
        respond({
          loadKey: String(performance.timeOrigin),
          addressAtStart,
          addressNow: location.href,
          hasNotice,
          docked: dock?.isShown() ?? false,
        });
    }
  };
  chrome.runtime.onMessage.addListener(obey);

  /** Again when nobody answered: the worker may have died over it, and nothing would report it a second time. */
  function tell(name: string, question?: unknown, tries = 3): void {
    if (!isConnected()) return;
    chrome.runtime.sendMessage({ name, question }).catch(() => {
      if (isConnected() && tries) setTimeout(tell, 1_000, name, question, tries - 1);
    });
  }

  /** After an update of the extension this copy is cut off from it: then it goes quiet. */
  function isConnected(): boolean {
    if (!chrome.runtime?.id) stop.abort();
    return !signal.aborted;
  }
});

/** Only our own scripts see this object, so no page can make us think that a copy runs already. */
const running = chrome as { notice?: AbortSignal };

/** Whether the person has switched this site off (lib/store/watched-hosts-store.ts). */
async function isSwitchedOff(): Promise<boolean> {
  const { watchedHosts }: { watchedHosts?: { off: string[] } } = await chrome.storage.local
    .get('watchedHosts')
    // A damaged storage: better read a page too many than be silent for ever.
    .catch(() => ({}));
  // Not `location`: a frame without an address of its own belongs to the site that made it.
  return watchedHosts?.off.includes(origin) ?? false;
}
