import type { JSX } from 'preact';
import { spaced } from '@/components/spaced';
import { dockSides } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { Choices } from './Choices';
import type { SettingsGroupProps } from './SettingsPage';

/** Where the browser lets people change shortcuts; an extension may not link there. */
const shortcutAddress = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

/** The panel beside Microsoft's pages: its side, the sites where it stays closed, and its shortcut. */
export function PanelSettings({ settings, save }: SettingsGroupProps): JSX.Element {
  const { t } = useWords();
  const { silencedHosts } = settings;
  const watchAgain = (host: string) =>
    save({ silencedHosts: silencedHosts.filter((other) => other !== host) });

  return (
    <section class="card" aria-labelledby="settings-panel">
      <h2 id="settings-panel">{t('settings.panel')}</h2>
      <Choices
        label={t('settings.dockSide')}
        value={settings.dockSide}
        options={dockSides.map((value) => ({ value, label: t(`settings.dockSide.${value}`) }))}
        onChoose={(dockSide) => save({ dockSide })}
      />
      <div class="stack-tight">
        <h3>{t('settings.silenced')}</h3>
        {silencedHosts.length === 0 ? (
          <p class="soft">{t('settings.silenced.none')}</p>
        ) : (
          <>
            <p class="soft">{t('settings.silenced.about')}</p>
            <ul class="plain-list">
              {silencedHosts.map((host) => (
                <li class="row" key={host}>
                  <span class="grow mono" dir="ltr">
                    {host}
                  </span>
                  <button
                    class="button"
                    type="button"
                    aria-label={t('settings.silenced.againNamed', { host })}
                    onClick={() => watchAgain(host)}
                  >
                    {t('settings.silenced.again')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="stack-tight">
        <h3>{t('settings.shortcut')}</h3>
        <p>
          {spaced(t('settings.shortcut.about'))}
          <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>M</kbd>
        </p>
        <p class="soft small">
          {spaced(t('settings.shortcut.change'))}
          <code dir="ltr">{shortcutAddress}</code>
        </p>
      </div>
    </section>
  );
}
