import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { moveDock } from '@/lib/requests';
import { Icon } from '../Icon';
import './panel.css';

/** The handle that a collapsed panel leaves at the edge of the page. It pales once the notice has gone. */
export function CollapsedPanel(props: { noticeGone: boolean; hasDraft: boolean }): JSX.Element {
  const { noticeGone, hasDraft } = props;
  const { t } = useWords();
  const label = t(noticeGone ? 'panel.expand.gone' : 'panel.expand');
  return (
    <button
      class={`collapsed-panel ${noticeGone ? 'collapsed-panel-pale' : ''}`}
      type="button"
      aria-label={label}
      title={hasDraft ? `${label} (${t('panel.expand.draft')})` : label}
      onClick={() => void moveDock.ask({ action: 'expand' })}
    >
      <Icon name="seal" size={20} />
      {hasDraft && <i class="draft-dot" />}
      <span aria-hidden="true">{t('common.product')}</span>
    </button>
  );
}
