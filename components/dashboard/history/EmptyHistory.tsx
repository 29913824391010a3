import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { spaced } from '@/components/spaced';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';

/** Nothing is kept yet: what will bring the first record, and what helps before it. */
export function EmptyHistory(props: { settings: Settings; action: JSX.Element }): JSX.Element {
  const { t } = useWords();
  const unknownProfile = props.settings.partnerType === 'unsure' || !props.settings.recorderName;
  return (
    <section class="card empty">
      <Icon name="seal" size={40} />
      <h2>{t('history.empty.title')}</h2>
      <ol class="empty-steps">
        {unknownProfile && (
          <li>
            {spaced(t('history.empty.profile'))}
            <a href="#/settings">{t('history.empty.toSettings')}</a>
          </li>
        )}
        <li>{t('history.empty.wait')}</li>
        <li>{t('history.empty.byHand')}</li>
        <li>
          {spaced(t('history.empty.import'))}
          <a href="#/backup">{t('history.empty.toBackup')}</a>
        </li>
      </ol>
      <div>{props.action}</div>
    </section>
  );
}

/** Records exist, but none fits the search. */
export function NothingFound({ onClear }: { onClear: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card empty">
      <Icon name="search" size={32} />
      <h2>{t('history.nothing.title')}</h2>
      <p>{t('history.nothing.body')}</p>
      <div>
        <button class="button" type="button" onClick={onClear}>
          {t('history.nothing.clear')}
        </button>
      </div>
    </section>
  );
}
