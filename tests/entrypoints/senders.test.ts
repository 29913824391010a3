import { beforeEach, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayAsk } from '@/entrypoints/background/senders';
import type { Sender } from '@/lib/define-request';
import { changeTab } from '@/lib/store/tab-store';

const tabId = 7;
const ticketed = { frameId: 3, documentId: 'document-3' };

beforeEach(async () => {
  fakeBrowser.reset();
  await changeTab(tabId, (state) => ({ ...state, frames: [ticketed] }));
});

const from = (sender: object): Sender =>
  ({
    id: browser.runtime.id,
    url: browser.runtime.getURL('/panel.html' as never),
    ...sender,
  }) as Sender;
const page = { url: 'https://admin.microsoft.com/' };
const tab = { id: tabId };

it.each([
  ['a page of ours that stands by itself (popup, side panel)', from({}), true],
  ['a page of ours in a tab of its own', from({ tab, frameId: 0 }), true],
  ['our frame that has shown its ticket', from({ tab, ...ticketed }), true],
  ['a frame of ours that nobody gave a ticket', from({ tab, frameId: 4, documentId: 'x' }), false],
  [
    'another document in the frame that had a ticket',
    from({ tab, frameId: 3, documentId: 'x' }),
    false,
  ],
  ['our frame in another tab', from({ tab: { id: 8 }, ...ticketed }), false],
  ['the content script', from({ ...page, tab, frameId: 0 }), false],
  ['another extension', from({ id: 'other' }), false],
  ['an address that only begins like ours', from({ url: 'https://evil.example/?' }), false],
  ['a sender without an address', from({ url: undefined }), false],
])('own pages’ requests: %s', async (_, sender, allowed) => {
  expect(await mayAsk(sender, 'own-pages')).toBe(allowed);
});

it.each([
  ['the content script', from({ ...page, tab, frameId: 0 }), true],
  ['a page of ours without a tab', from({}), false],
  ['another extension’s content script', from({ id: 'other', ...page, tab, frameId: 0 }), false],
])('a content script’s requests: %s', async (_, sender, allowed) => {
  expect(await mayAsk(sender, 'content-script')).toBe(allowed);
});
