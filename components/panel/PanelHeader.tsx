import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { moveDock } from '@/lib/requests';
import { Icon, type IconName } from '../Icon';

/** The product's name, and where the panel stands: other side, beside the page, collapsed, closed. */
export function PanelHeader(props: {
  framed: boolean;
  onOpenBeside?: (() => void) | undefined;
}): JSX.Element {
  const { framed, onOpenBeside } = props;
  const { t } = useWords();
  return (
    <header class="panel-header">
      <span class="brand">
        <Icon name="seal" size={20} />
        <h1>{t('common.product')}</h1>
      </span>
      {framed && (
        <span class="row panel-tools">
          <Tool
            icon="swap"
            label={t('panel.otherSide')}
            onClick={() => moveDock.ask({ action: 'other-side' })}
          />
          {onOpenBeside && (
            <Tool icon="sidePanel" label={t('panel.openBeside')} onClick={onOpenBeside} />
          )}
          <Tool
            icon="collapse"
            label={t('panel.collapse')}
            onClick={() => moveDock.ask({ action: 'collapse' })}
          />
          <Tool
            icon="close"
            label={t('panel.notNow')}
            onClick={() => moveDock.ask({ action: 'not-now' })}
          />
        </span>
      )}
    </header>
  );
}

function Tool(props: { icon: IconName; label: string; onClick: () => unknown }): JSX.Element {
  return (
    <button
      class="button button-subtle button-icon"
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={() => void props.onClick()}
    >
      <Icon name={props.icon} size={18} />
    </button>
  );
}
