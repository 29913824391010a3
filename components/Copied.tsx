import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { Icon } from './Icon';
import type { Copying } from './use-copy';

/** Says politely that something was copied, or that it could not be. Always there, so that it is heard. */
export function Copied({ outcome }: Pick<Copying, 'outcome'>): JSX.Element {
  const { t } = useWords();
  return (
    <div class="copied small" role="status">
      {outcome && (
        <span key={outcome.turn} class={outcome.ok ? 'said-good' : 'said-bad'}>
          <Icon name={outcome.ok ? 'good' : 'warn'} size={14} />
          {t(outcome.ok ? 'common.copied' : 'guide.copyFailed')}
        </span>
      )}
    </div>
  );
}
