import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '@/lib/i18n';
import { moveDock } from '@/lib/requests';

/** Ways on: the history, the settings, and never to open here again (asked twice, reversible in the settings). */
export function PanelFooter(props: { framed: boolean; host: string | undefined }): JSX.Element {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <footer class="panel-footer small">
      {asking && (
        <div class="stack">
          <p>{t('panel.neverHere.ask', { host: props.host ?? '' })}</p>
          <div class="row">
            <button
              class="button"
              type="button"
              ref={(button) => button?.scrollIntoView({ block: 'nearest' })}
              onClick={() => void moveDock.ask({ action: 'never-here' })}
            >
              {t('panel.neverHere')}
            </button>
            <button class="button button-subtle" type="button" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      )}
      <nav class="row" aria-label={t('panel.ways')}>
        <a href="/dashboard.html#/" target="_blank" rel="noopener">
          {t('panel.history')}
        </a>
        <a href="/dashboard.html#/settings" target="_blank" rel="noopener">
          {t('panel.settings')}
        </a>
        {props.framed && !asking && (
          <button class="link-button" type="button" onClick={() => setAsking(true)}>
            {t('panel.neverHere')}
          </button>
        )}
      </nav>
      <p class="soft">{t('common.independent')}</p>
    </footer>
  );
}
