import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { moveDock } from '@/lib/requests';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';

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
          <IconButton
            icon="swap"
            label={t('panel.otherSide')}
            onClick={() => moveDock.ask({ action: 'other-side' })}
          />
          {onOpenBeside && (
            <IconButton icon="sidePanel" label={t('panel.openBeside')} onClick={onOpenBeside} />
          )}
          <IconButton
            icon="collapse"
            label={t('panel.collapse')}
            onClick={() => moveDock.ask({ action: 'collapse' })}
          />
          <IconButton
            icon="close"
            label={t('panel.notNow')}
            onClick={() => moveDock.ask({ action: 'not-now' })}
          />
        </span>
      )}
    </header>
  );
}
