import type { TabView } from '@/lib/domain/sighting';
import { viewTab } from '@/lib/requests';
import { useAsked } from './use-asked';

/** What is known of a tab, asked again whenever it changes; `undefined` until the first answer. */
export function useTabView(tabId: number | undefined): TabView | undefined {
  const question = tabId === undefined ? {} : { tabId };
  return useAsked(() => viewTab.ask(question), `tab-${tabId}`, ['tab', 'settings']).value;
}
