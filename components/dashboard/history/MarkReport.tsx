import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import { sentenceOf } from '@/components/Problem';
import { useWords } from '@/lib/i18n';
import { customerName } from '../labels';
import { addressOf } from '../route';
import type { MarkPlan, MarkReport } from './mark-several';

/** How many of the chosen records are left alone, and why; nothing when there are none. */
export function SkippedMarks({ plan }: { plan: MarkPlan }): JSX.Element | null {
  const { t } = useWords();
  const lines = [
    plan.same > 0 && t('board.mark.skipSame', { count: plan.same }),
    plan.withdrawn > 0 && t('board.mark.skipWithdrawn', { count: plan.withdrawn }),
    plan.gone > 0 && t('board.mark.skipGone', { count: plan.gone }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <MessageBar tone="info" live>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </MessageBar>
  );
}

/** How far the writing has come. */
export function MarkProgress({ done, count }: { done: number; count: number }): JSX.Element {
  const { t } = useWords();
  const said = t('board.mark.progress', { done, count });
  return (
    <div class="stack-tight">
      <progress max={count} value={done} aria-label={said} />
      <p class="soft">{said}</p>
    </div>
  );
}

/** What could not be written, record by record with the reason, and what was left undone when it was stopped. */
export function FailedMarks(props: {
  report: MarkReport;
  written: number;
  total: number;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { failed, left } = props.report;
  return (
    <>
      {left.length > 0 && (
        <MessageBar tone="warn" live>
          <p>{t('board.mark.stopped', { done: props.written, count: props.total })}</p>
        </MessageBar>
      )}
      {failed.length > 0 && (
        <MessageBar tone="bad" live>
          <p>{t('board.mark.failed', { count: failed.length })}</p>
          <ul class="bullets">
            {failed.map(({ record, error }) => (
              <li key={record.recordId}>
                <a href={addressOf({ name: 'record', recordId: record.recordId })}>
                  <bdi>{customerName(record.current, words)}</bdi>
                </a>{' '}
                ({record.number}): {t(sentenceOf(error))}
              </li>
            ))}
          </ul>
        </MessageBar>
      )}
    </>
  );
}
