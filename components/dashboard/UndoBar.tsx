import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { IconButton } from '@/components/IconButton';
import { Problem } from '@/components/Problem';
import { useWords } from '@/lib/i18n';
import type { Undo } from './use-undo';

/** What was just done, with a way back: stays until it is dismissed or some seconds have gone by unheeded. */
export function UndoBar({ undo }: { undo: Undo }): JSX.Element {
  const { t } = useWords();
  const { offered, said, busy } = undo;
  return (
    <section
      class={said ? 'undo-bar' : 'undo-bar undo-bar-empty'}
      aria-label={t('board.undo.label')}
      onMouseEnter={() => undo.hold(true)}
      onMouseLeave={() => undo.hold(false)}
      onFocusIn={() => undo.hold(true)}
      onFocusOut={() => undo.hold(false)}
    >
      <div class="undo-said" role="status">
        {said && <p>{said}</p>}
        {offered && (
          <p class="small soft">
            {offered.about && <>{offered.about} </>}
            {t('board.undo.keys', { keys: undoKeys() })}
          </p>
        )}
      </div>
      {offered && (
        <button
          class="button"
          type="button"
          aria-disabled={busy}
          aria-keyshortcuts="Control+Z"
          onClick={undo.undo}
        >
          <Icon name="undo" />
          {busy ? t('board.undo.busy') : t('board.undo')}
        </button>
      )}
      {said && <IconButton icon="close" label={t('board.undo.dismiss')} onClick={undo.dismiss} />}
      {undo.error !== undefined && (
        <div class="undo-problem">
          <Problem error={undo.error} again={undo.undo} />
        </div>
      )}
    </section>
  );
}

function undoKeys(): string {
  return /Mac/.test(navigator.userAgent) ? '⌘Z' : 'Ctrl+Z';
}
