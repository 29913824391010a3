import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { RequestError } from '@/lib/define-request';
import { useWords } from '@/lib/i18n';
import type { StringKey } from '@/lib/strings';
import { IconButton } from './IconButton';
import { MessageBar } from './MessageBar';

/**
 * Says so when something that a person asked for failed and the place where it was asked has no words of its
 * own for that: no button may do nothing without a word.
 */
export function FailureNotice(): JSX.Element | null {
  const { t } = useWords();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    const listen = ({ reason }: PromiseRejectionEvent) =>
      setProblem(reason instanceof RequestError ? reason.problem : 'failed');
    addEventListener('unhandledrejection', listen, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  if (problem === undefined) return null;
  return (
    <div class="failure-notice">
      <MessageBar tone="bad" live>
        <p>{t(sentenceOf(problem))}</p>
      </MessageBar>
      <IconButton icon="close" label={t('common.close')} onClick={() => setProblem(undefined)} />
    </div>
  );
}

function sentenceOf(problem: string): StringKey {
  switch (problem) {
    case 'storage-full':
    case 'not-written':
    case 'storage-blocked':
    case 'trail-damaged':
      return `common.failed.${problem}`;
    default:
      return 'common.failed';
  }
}
