import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Copy, runningCopy } from '@/lib/page/copy';
import { createDock, type Dock } from '@/lib/page/dock';

// Fetched by notice.ts into a top frame that is to show the panel, and run beside it in the same world.
export default defineUnlistedScript(() => {
  const copy = runningCopy();
  if (!copy?.signal) return;
  const dock = makeDock(copy, copy.signal);
  copy.dock = dock;
  copy.obeyDock = (order) => {
    switch (order.order) {
      case 'dock':
        dock.show({
          ...order,
          address: `${chrome.runtime.getURL('panel.html')}#${order.ticket}`,
        });
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
  };
});

function makeDock({ tell, isConnected }: Copy, signal: AbortSignal): Dock {
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
