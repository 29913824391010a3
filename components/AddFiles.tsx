import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EvidenceFile } from '@/lib/domain/record/evidence';
import { useWords } from '@/lib/i18n';
import './files.css';
import { Icon } from './Icon';
import { Problem } from './Problem';
import { type SentFile, sendFile } from './send-file';
import { useAct } from './use-act';
import { useFilesGiven } from './use-files-given';

/** Add evidence files by choosing, dropping or pasting: one after the other, each with how far it has come. */
export function AddFiles(props: {
  /** Sizes of the files that are there already. */
  kept: readonly number[];
  /** Asked before anything is sent; when it answers false, nothing is. */
  mayAdd?: () => boolean;
  /** Keep a file that was sent; asked again with the same file it must do nothing twice. */
  keep: (sent: SentFile) => Promise<unknown>;
  onBusy?: (busy: boolean) => void;
  /** Some were kept, perhaps not all. */
  onAdded: () => unknown;
}): JSX.Element {
  const { t, language } = useWords();
  const { busy, error, act } = useAct();
  const [progress, setProgress] = useState<{ file: string; share: number }>();
  const [said, setSaid] = useState('');
  const zone = useRef<HTMLDivElement>(null);

  const add = (files: readonly File[], origin: EvidenceFile['origin']) => {
    if (files.length === 0) return;
    setSaid('');
    if (props.mayAdd?.() === false) return;
    void act(async () => {
      props.onBusy?.(true);
      // The next of several files is measured against those before it.
      const kept = [...props.kept];
      let count = 0;
      try {
        for (const file of files) {
          setProgress({ file: file.name, share: 0 });
          const onPart = (share: number) => setProgress({ file: file.name, share });
          await sendFile({ file, origin, kept, keep: props.keep, onPart });
          count += 1;
          kept.push(file.size);
        }
      } finally {
        setProgress(undefined);
        props.onBusy?.(false);
        if (count > 0) setSaid(t('evidence.added', { count }));
        props.onAdded();
      }
    });
  };
  const isOver = useFilesGiven(zone, add);

  return (
    <div ref={zone} class={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}>
      <div class="row">
        <Chooser busy={busy} onFiles={(files) => add(files, 'picked')} />
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
        {said && <p class="small said-good">{said}</p>}
      </div>
      <Problem error={error} />
    </div>
  );
}

function Chooser(props: { busy: boolean; onFiles: (files: File[]) => void }): JSX.Element {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The same file can be chosen again after a failure.
    if (!props.busy && input.current) input.current.value = '';
  }, [props.busy]);
  return (
    <label class="button file-button" aria-disabled={props.busy}>
      <Icon name="add" />
      {t('evidence.choose')}
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        disabled={props.busy}
        onChange={(event) => props.onFiles([...(event.currentTarget.files ?? [])])}
      />
    </label>
  );
}
