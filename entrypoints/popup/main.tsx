import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { mount, type PageProps } from '@/components/mount';
import { Popup } from '@/components/popup/Popup';

function PopupPage(props: PageProps): JSX.Element {
  const [tabId, setTabId] = useState<number>();
  useEffect(() => {
    void browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([tab]) => setTabId(tab?.id));
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

  return <Popup {...props} tabId={tabId} onOpen={open} onOpenPanel={openPanel} />;
}

void mount(PopupPage);
