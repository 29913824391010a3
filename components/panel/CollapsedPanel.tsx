import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { moveDock } from '@/lib/requests';
import { Icon } from '../Icon';
import './panel.css';

/** The handle that a collapsed panel leaves at the edge of the page. */
export function CollapsedPanel(): JSX.Element {
  const { t } = useWords();
  return (
    <button
      class="collapsed-panel"
      type="button"
      aria-label={t('panel.expand')}
      title={t('panel.expand')}
      onClick={() => void moveDock.ask({ action: 'expand' })}
    >
      <Icon name="seal" size={20} />
      <span aria-hidden="true">{t('common.product')}</span>
    </button>
  );
}
