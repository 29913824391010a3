import type { TabView } from '@/lib/domain/sighting';
import { viewTab } from '@/lib/requests';
import { useAsked } from './use-asked';

/**
 * What is known of a tab, asked again whenever it changes and for every new `visit` (a page that moves
 * within itself tells nobody); `undefined` until the first answer about this tab.
 */
export function useTabView(tabId: number | undefined, visit = 0): TabView | undefined {
  const question = tabId === undefined ? {} : { tabId };
  const { value, isStale } = useAsked(() => viewTab.ask(question), `${tabId} ${visit}`, [
    'tab',
    'settings',
  ]);
  return isStale && value?.tabId !== tabId && tabId !== undefined ? undefined : value;
}
