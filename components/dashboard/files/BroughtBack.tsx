import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import type { BundleSummary } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { addressOf } from '../route';

/**
 * Says how many records that were erased here get personal data again from a file, and names the first of them; as links
 * where nothing is lost by leaving the page.
 */
export function BroughtBack(props: {
  summary: BundleSummary;
  linked?: boolean;
}): JSX.Element | null {
  const { t } = useWords();
  const { broughtBack } = props.summary;
  if (!broughtBack) return null;
  const { count, records } = broughtBack;
  return (
    <MessageBar tone="warn">
      <p>{t('history.import.broughtBack', { count })}</p>
      <p class="row">
        {records.map(({ recordId, number }) =>
          props.linked ? (
            <a key={recordId} href={addressOf({ name: 'record', recordId })}>
              {number}
            </a>
          ) : (
            <span key={recordId}>{number}</span>
          ),
        )}
        {count > records.length && <span>…</span>}
      </p>
    </MessageBar>
  );
}
