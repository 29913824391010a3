import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from '@/lib/i18n';
import './files.css';
import { FilesNotKept } from './FilesNotKept';
import { Icon } from './Icon';
import { type QueueProps, useFileQueue } from './use-file-queue';
import { useFilesGiven } from './use-files-given';

/** Add evidence files by choosing, dropping or pasting: one after the other, each with how far it has come. */
export function AddFiles(props: QueueProps): JSX.Element {
  const { t, language } = useWords();
  const { add, progress, waiting, count, notKept } = useFileQueue(props);
  const zone = useRef<HTMLDivElement>(null);
  const isOver = useFilesGiven(zone, add);

  return (
    <div ref={zone} class={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}>
      <div class="row">
        <Chooser onFiles={(files) => add(files, 'picked')} />
        <span class="soft small">{t('evidence.orDrop')}</span>
      </div>
      <div class="stack-tight" role="status">
        {progress && (
          <p class="row small">
            <span class="spinner" aria-hidden="true" />
            {t('evidence.sending', {
              file: progress.file,
              share: progress.share.toLocaleString(language, { style: 'percent' }),
            })}
          </p>
        )}
        {waiting > 0 && (
          <p class="small">
            {t(progress ? 'evidence.next' : 'evidence.waitName', { count: waiting })}
          </p>
        )}
        {count > 0 && <p class="small said-good">{t('evidence.added', { count })}</p>}
      </div>
      <FilesNotKept files={notKept} />
    </div>
  );
}

function Chooser(props: { onFiles: (files: File[]) => void }): JSX.Element {
  const { t } = useWords();
  return (
    <label class="button file-button">
      <Icon name="add" />
      {t('evidence.choose')}
      <input
        class="visually-hidden"
        type="file"
        multiple
        onChange={({ currentTarget }) => {
          props.onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
