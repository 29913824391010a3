import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Copy, runningCopy } from '@/lib/page/copy';
import { createDock, type Dock } from '@/lib/page/dock';
import type { Order } from '@/lib/page/orders';

// The second content script, in top frames alone: docks the panel's frame when notice.ts is told to. By itself,
// so that the many frames without a panel do not load it.
export default defineUnlistedScript(() => {
  const copy = runningCopy();
  if (!copy || copy.obeyDock || copy.signal.aborted || window.top !== window) return;
  // Made when it is first wanted: most pages never show a panel.
  copy.obeyDock = (order) => {
    copy.dock ??= makeDock(copy);
    switch (order.order) {
      case 'dock':
        copy.dock.show({
          ...order,
          address: `${chrome.runtime.getURL('panel.html')}#${order.ticket}`,
        });
        break;
      case 'alive':
        copy.dock.alive();
        break;
      case 'place':
        copy.dock.place(order);
        break;
      case 'undock':
        copy.dock.remove();
    }
  };
});

function makeDock({ tell, signal, isConnected }: Copy): Dock {
  const dock = createDock(
    document,
    {
      onTornOut: () => tell('askDock'),
      onBlocked: () => tell('reportBlockedPanel'),
      onOpenBeside: () => tell('openSidePanel'),
      onPulse: isConnected,
    },
    signal,
  );
  // A single-page app moves without loading: an open panel must not go on speaking of the old page.
  window.navigation?.addEventListener(
    'navigatesuccess',
    () => dock.isShown() && tell('reportMoved'),
    { signal },
  );
  return dock;
}
