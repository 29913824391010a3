import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { mount, type PageProps } from '@/components/mount';
import { Panel } from '@/components/panel/Panel';
import { useNarrow } from '@/components/use-narrow';
import { claimFrame, moveDock } from '@/lib/requests';

const framed = window.top !== window;
/** How long the side panel may show a page that its tab has left. */
const lookAgainMs = 1_500;

// Framed in a page: show the ticket that our content script was given. A frame that somebody else made has
// none, and stays blank.
async function start(): Promise<void> {
  if (!framed) return mount(BesidePage);
  try {
    await claimFrame.ask({ ticket: location.hash.slice(1) });
  } catch {
    return;
  }
  await mount(InPage);
}

function InPage(props: PageProps): JSX.Element {
  const collapsed = useNarrow();
  const openBeside = typeof chrome !== 'undefined' && chrome.sidePanel ? openSidePanel : undefined;
  return (
    <Panel {...props} tabId={undefined} framed collapsed={collapsed} onOpenBeside={openBeside} />
  );
}

function BesidePage(props: PageProps): JSX.Element {
  const { tabId, visit } = useTabBeside();
  return <Panel {...props} tabId={tabId} visit={visit} framed={false} />;
}

/** Within the person's click: the browser opens its side panel only then. */
function openSidePanel(tabId: number): void {
  void chrome.sidePanel.open({ tabId }).then(() => moveDock.ask({ action: 'not-now' }));
}

/**
 * The tab beside which the browser's side panel stands: its window's current one. A single-page app moves
 * without telling anybody outside it, so while the panel is looked at, it asks again now and then.
 */
function useTabBeside(): { tabId: number | undefined; visit: number } {
  const [tabId, setTabId] = useState<number>();
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    const follow = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      setTabId(tab?.id);
    };
    const look = () => document.visibilityState === 'visible' && setVisit((count) => count + 1);
    void follow();
    browser.tabs.onActivated.addListener(follow);
    const timer = setInterval(look, lookAgainMs);
    return () => {
      browser.tabs.onActivated.removeListener(follow);
      clearInterval(timer);
    };
  }, []);
  return { tabId, visit };
}

void start();
