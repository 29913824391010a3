import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { MessageBar } from './MessageBar';
import { sentenceOf } from './Problem';
import type { NotKept } from './use-file-queue';

/** Each file that was not kept by its name, with the reason; the developer's detail is folded away. */
export function FilesNotKept({ files }: { files: readonly NotKept[] }): JSX.Element | null {
  const { t } = useWords();
  if (files.length === 0) return null;
  const failed = files.filter((file) => 'error' in file);
  return (
    <MessageBar tone="bad" live>
      <p>{t('evidence.notKept', { count: files.length })}</p>
      <ul class="files-not-kept">
        {files.map((file, at) => (
          <li key={`${at}${file.name}`}>
            {t('evidence.notKept.file', {
              // Its own direction, which must not turn the sentence around.
              file: `\u2068${file.name}\u2069`,
              why: t('error' in file ? sentenceOf(file.error) : 'evidence.notTried'),
            })}
          </li>
        ))}
      </ul>
      <details class="small">
        <summary>{t('history.problem.detail')}</summary>
        {[...new Set(failed.map(({ error }) => String(error)))].map((detail) => (
          <p key={detail} class="mono">
            {detail}
          </p>
        ))}
      </details>
    </MessageBar>
  );
}
