import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { mount, type PageProps } from '@/components/mount';
import { Popup } from '@/components/popup/Popup';

function PopupPage(props: PageProps): JSX.Element {
  const [tab, setTab] = useState<Tabs.Tab>();
  const tabId = tab?.id;
  useEffect(() => {
    void browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([current]) => setTab(current));
  }, []);

  async function open(page: string): Promise<void> {
    await browser.tabs.create({ url: browser.runtime.getURL(page) });
    window.close();
  }

  const hasSidePanel = typeof chrome !== 'undefined' && chrome.sidePanel !== undefined;
  const openPanel =
    hasSidePanel && tabId !== undefined
      ? () => void chrome.sidePanel.open({ tabId }).then(() => window.close())
      : undefined;

  return (
    <Popup {...props} tabId={tabId} address={tab?.url} onOpen={open} onOpenPanel={openPanel} />
  );
}

void mount(PopupPage);
