import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDock } from '@/lib/page/dock';
import { watchNotice } from '@/lib/page/notice-watcher';
import type { Order, PageReading } from '@/lib/page/orders';

// The content script: reads Microsoft's page and docks the panel's frame. It carries no UI, no schemas and
// no polyfill, asks for nothing, and what it reports is parsed by the background.
export default defineUnlistedScript(() => {
  const addressAtStart = location.href;
  const stop = new AbortController();
  let hasNotice = false;

  const dock =
    window.top === window
      ? createDock(
          document,
          {
            onTornOut: () => tell('askDock'),
            onBlocked: () => tell('reportBlockedPanel'),
            onOpenBeside: () => tell('openSidePanel'),
          },
          stop.signal,
        )
      : undefined;

  watchNotice(
    document,
    ({ quote, language }) => {
      hasNotice = true;
      tell('reportSighting', { quote, language, addressAtStart, addressNow: location.href });
    },
    () => {
      hasNotice = false;
      tell('reportGone');
    },
    stop.signal,
  );

  // A single-page app moves without loading: an open panel must not go on speaking of the old page.
  if (dock) {
    navigation?.addEventListener('navigatesuccess', () => dock.isShown() && tell('reportMoved'), {
      signal: stop.signal,
    });
  }

  const obey = (order: Order, _sender: unknown, respond: (reading: PageReading) => void): void => {
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
      case 'read':
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

  // After an update of the extension this copy is cut off from it: it goes quiet and leaves nothing behind.
  function tell(name: string, question?: unknown): void {
    if (!chrome.runtime?.id) {
      stop.abort();
      return;
    }
    chrome.runtime.sendMessage({ name, question }).catch(() => {
      if (!chrome.runtime?.id) stop.abort();
    });
  }
});
