import browser from 'webextension-polyfill';

/**
 * Stored items that tell open pages to ask again. They hold no personal data: settings, the trail's
 * witness, the watched sites, saved views, when everything was last exported, the id of the draft that changed, and (in memory only) what is known of each tab.
 */
export type Change =
  | 'settings'
  | 'trailChanged'
  | 'draftsChanged'
  | 'watchedHosts'
  | 'views'
  | 'backup'
  | 'tab';

/** Call `onChange` whenever one of these items is written, until `signal` aborts. `tab` stands for every tab. */
export function watchChanges(
  wanted: readonly Change[],
  onChange: (change: Change) => void,
  signal: AbortSignal,
): void {
  const listen = (changed: Record<string, unknown>) => {
    for (const name of Object.keys(changed)) {
      const change = (name.startsWith('tab:') ? 'tab' : name) as Change;
      if (wanted.includes(change)) onChange(change);
    }
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
}
