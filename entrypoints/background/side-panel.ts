import browser from 'webextension-polyfill';
import type { Sender } from '@/lib/define-request';

/**
 * The browser's own side panel. It may only be opened within a person's click or key press, and the
 * permission ends at the first `await`: so these listeners stay synchronous and outside lib/requests.
 */
export function listenForSidePanel(): void {
  // Firefox has a sidebar instead, which a content script's click cannot open.
  if (typeof chrome === 'undefined' || !chrome.sidePanel) return;

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const name = (message as { name?: unknown } | null)?.name;
    if (name !== 'openSidePanel' || sender.id !== browser.runtime.id) return undefined;
    if (sender.tab?.id !== undefined) void chrome.sidePanel.open({ tabId: sender.tab.id });
    return undefined;
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.id !== undefined) {
      void chrome.sidePanel.open({ tabId: tab.id });
    }
  });
}

/** Whether the browser's side panel is open in a window: then the page needs no second one. */
export async function hasSidePanel(windowId: number | undefined): Promise<boolean> {
  if (typeof chrome === 'undefined' || !chrome.runtime.getContexts || windowId === undefined) {
    return false;
  }
  const open = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.SIDE_PANEL],
    windowIds: [windowId],
  });
  return open.length > 0;
}
