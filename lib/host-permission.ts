import { matchOf } from './domain/address/hosts';

/**
 * Let the browser ask the person whether we may read one site; resolves to the answer. Must be called within
 * a click, before anything is awaited. In the popup the question may close the page that asked, so the
 * background acts on the answer by itself (entrypoints/background/hosts.ts).
 */
export function askForHost(host: string): Promise<boolean> {
  return chrome.permissions.request({ origins: [matchOf(host)] });
}
