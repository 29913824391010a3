import browser from 'webextension-polyfill';
import type { Sender, Trust } from '@/lib/define-request';
import { readTab } from '@/lib/store/tab-store';

/** A page of this extension, by the browser's own account of where the sender runs. */
export function isOwnPage(sender: Sender): boolean {
  const own = browser.runtime.getURL('');
  return sender.id === browser.runtime.id && (sender.url?.startsWith(own) ?? false);
}

/**
 * Whether a sender may ask. Content scripts may only ask what is marked for them. Our own pages may ask
 * everything; but one that is framed in another page only after it has shown that our content script made
 * the frame, since a page could try to frame us itself.
 */
export async function mayAsk(sender: Sender, trust: Trust): Promise<boolean> {
  if (sender.id !== browser.runtime.id) return false;
  if (trust === 'content-script') return sender.tab?.id !== undefined;
  if (!isOwnPage(sender)) return false;
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === 0) return true;
  const { frames } = await readTab(tabId);
  return frames.some((frame) => isFrame(sender, frame));
}

/** The id of the very document that sent something; a frame that has loaded another page has another. */
export function documentIdOf(sender: Sender): string {
  return (sender as { documentId?: string }).documentId ?? '';
}

function isFrame(sender: Sender, frame: { frameId: number; documentId: string }): boolean {
  return sender.frameId === frame.frameId && documentIdOf(sender) === frame.documentId;
}
