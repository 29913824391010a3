import { useEffect } from 'preact/hooks';
import type { TabView } from '@/lib/domain/notice/sighting';
import { viewTab } from '@/lib/requests';
import { useAsked } from './use-asked';

/**
 * What is known of a tab, asked again whenever it changes and for every new `visit` (a page that moves
 * within itself tells nobody); `undefined` until the first answer about this tab.
 */
export function useTabView(tabId: number | undefined, visit = 0): TabView | undefined {
  const question = tabId === undefined ? {} : { tabId };
  const { value, isStale, again } = useAsked(() => viewTab.ask(question), `${tabId} ${visit}`, [
    'tab',
    'settings',
  ]);
  const isSilent = value?.watched === false;
  useEffect(() => {
    if (!isSilent) return;
    const timer = setTimeout(again, listensWithinMs);
    return () => clearTimeout(timer);
  }, [isSilent, again, tabId, visit]);
  return isStale && value?.tabId !== tabId && tabId !== undefined ? undefined : value;
}

/** A page that has only just begun does not answer yet (entrypoints/notice.ts). */
const listensWithinMs = 1_300;
