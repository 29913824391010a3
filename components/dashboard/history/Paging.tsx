import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { useWords } from '@/lib/i18n';

/** Which part of the list is on show, and the way to the others; nothing while all fit on one page. */
export function Paging(props: {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}): JSX.Element | null {
  const { t } = useWords();
  const { page, pageSize, total, onPage } = props;
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;
  const first = (page - 1) * pageSize + 1;
  const turnTo = (next: number) => {
    onPage(next);
    window.scrollTo({ top: 0 });
  };

  return (
    <nav class="row paging" aria-label={t('history.paging.label')}>
      <button
        class="button button-icon"
        type="button"
        aria-label={t('history.paging.previous')}
        aria-disabled={page <= 1}
        onClick={() => page > 1 && turnTo(Math.min(page - 1, last))}
      >
        <Icon name="back" />
      </button>
      <span>
        {t('history.paging.range', {
          first: Math.min(first, total),
          last: Math.min(first + pageSize - 1, total),
          total,
        })}
      </span>
      <button
        class="button button-icon"
        type="button"
        aria-label={t('history.paging.next')}
        aria-disabled={page >= last}
        onClick={() => page < last && turnTo(page + 1)}
      >
        <Icon name="next" />
      </button>
    </nav>
  );
}
