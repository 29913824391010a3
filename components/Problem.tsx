import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import { RequestError } from '@/lib/define-request';
import { useWords } from '@/lib/i18n';
import type { StringKey } from '@/lib/strings';
import { importSentence } from './import-problems';

/** Sentences of other areas. */
const others: Record<string, StringKey> = {
  'file-empty': 'evidence.problem.file-empty',
  'file-too-large': 'evidence.problem.file-too-large',
  'record-too-large': 'evidence.problem.record-too-large',
  'too-many-files': 'evidence.problem.too-many-files',
  'file-gone': 'evidence.problem.file-gone',
  'file-unreadable': 'evidence.problem.file-unreadable',
  'file-not-shown': 'evidence.problem.file-not-shown',
  'pieces-missing': 'evidence.problem.pieces-missing',
  'nothing-to-erase': 'evidence.problem.nothing-to-erase',
  'trail-changed': 'evidence.problem.trail-changed',
};

const known = [
  'unreachable',
  'storage-full',
  'not-written',
  'trail-damaged',
  'superseded',
  'record-missing',
  'already-saved',
  'draft-gone',
  'storage-blocked',
  'storage-broken',
  'made-by-newer',
  'too-many-views',
  'malformed',
] as const;

/** A failure in words a person can act on, with the developer's detail folded away. Nothing while there is none. */
export function Problem(props: { error: unknown; again?: () => void }): JSX.Element | null {
  const { t } = useWords();
  if (props.error === undefined) return null;
  return (
    <MessageBar tone="bad" live>
      <p>{t(sentenceOf(props.error))}</p>
      {props.again && (
        <div>
          <button class="button" type="button" onClick={props.again}>
            {t('common.retry')}
          </button>
        </div>
      )}
      <details class="small">
        <summary>{t('history.problem.detail')}</summary>
        <p class="mono">{String(props.error)}</p>
      </details>
    </MessageBar>
  );
}

/** The sentence for a failure: what happened, and what to do. */
export function sentenceOf(error: unknown): StringKey {
  if (!(error instanceof RequestError)) return 'history.problem.failed';
  const code = known.find((one) => one === error.problem);
  if (code === 'too-many-views') return 'board.problem.too-many-views';
  return code
    ? `history.problem.${code}`
    : (others[error.problem] ?? importSentence(error.problem) ?? 'history.problem.failed');
}
