import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ours } from '@/lib/page/copy';
import { createDock } from '@/lib/page/dock';
import type { Order } from '@/lib/page/orders';

// The second content script, in top frames alone: docks the panel's frame when notice.ts is told to. By itself,
// so that the many frames without a panel do not load it.
export default defineUnlistedScript(() => {
  const copy = ours().notice;
  if (!copy || copy.dock || copy.signal.aborted || window.top !== window) return;
  const { tell, signal } = copy;
  const dock = createDock(
    document,
    {
      onTornOut: () => tell('askDock'),
      onBlocked: () => tell('reportBlockedPanel'),
      onOpenBeside: () => tell('openSidePanel'),
      onPulse: copy.isConnected,
    },
    signal,
  );
  copy.dock = dock;

  // A single-page app moves without loading: an open panel must not go on speaking of the old page.
  window.navigation?.addEventListener(
    'navigatesuccess',
    () => dock.isShown() && tell('reportMoved'),
    { signal },
  );

  chrome.runtime.onMessage.addListener((order: Order) => {
    if (signal.aborted) return;
    switch (order.order) {
      case 'dock':
        dock.show({ ...order, address: `${chrome.runtime.getURL('panel.html')}#${order.ticket}` });
        break;
      case 'alive':
        dock.alive();
        break;
      case 'place':
        dock.place(order);
        break;
      case 'undock':
        dock.remove();
    }
  });
});
