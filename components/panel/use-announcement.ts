import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabView } from '@/lib/domain/notice/sighting';
import { takeAnnouncement } from '@/lib/requests';

/** A live region speaks only when its text changes after it was there. */
const announceAfterMs = 400;

/**
 * What the panel's live region says: `found` once for each page that shows the notice, however often it goes and
 * comes back there, and `gone` when it has left. Only the background knows what an earlier panel has said.
 */
export function useAnnouncement(view: TabView | undefined, found: string, gone: string): string {
  const [said, setSaid] = useState('');
  // Records of this customer may change what was found before it is said.
  const latest = useRef(found);
  latest.current = found;
  const stands = view?.sighting && !view.sighting.gone;
  const isGone = view?.sighting?.gone === true;
  const page = `${view?.tabId} ${view?.sighting?.addressAtStart}`;

  useEffect(() => {
    if (!stands) return;
    // What was said when it left is old news.
    setSaid('');
    const timer = setTimeout(async () => {
      const isFirst = await takeAnnouncement.ask({ tabId: view?.tabId }).catch(() => false);
      if (isFirst) setSaid(latest.current);
    }, announceAfterMs);
    return () => clearTimeout(timer);
  }, [stands, page]);
  useEffect(() => {
    if (isGone) setSaid(gone);
  }, [isGone, gone]);

  return said;
}
