import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';

/** Says that an answer is awaited; drawn only after a moment (dashboard.css), since most answers come sooner. */
export function Loading(): JSX.Element {
  const { t } = useWords();
  return (
    <p class="row soft loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {t('common.loading')}
    </p>
  );
}
