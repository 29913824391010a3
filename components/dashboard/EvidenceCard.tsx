import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { useAsked } from '@/components/use-asked';
import { type EvidenceFile, maxFileBytes, maxRecordBytes } from '@/lib/domain/evidence';
import type { AttestationRecord } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { listEvidence } from '@/lib/requests';
import { attach } from './attach-file';
import { EvidenceList } from './EvidenceList';
import './evidence.css';
import { fileSize } from './file-size';
import { Problem } from './Problem';
import { useAct } from './use-act';
import { useFilesGiven } from './use-files-given';

/** A record's evidence files: looked at, saved again, and added by choosing, dropping or pasting. */
export function EvidenceCard(props: {
  record: AttestationRecord;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  again: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const { record, settings } = props;
  const { recordId } = record;
  const named = useAsked(() => listEvidence.ask({ recordId }), recordId, ['trailChanged']);
  const isOpen = record.state !== 'withdrawn';
  const limits = {
    file: fileSize(maxFileBytes, language),
    all: fileSize(maxRecordBytes, language),
  };
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence.title')}</h2>
      <p class="soft">{t('evidence.about', limits)}</p>
      <EvidenceList
        files={record.files}
        names={named.value ?? []}
        isRead={named.value !== undefined}
      />
      {isOpen && <AddEvidence {...props} settings={settings} />}
      <Problem error={named.error} again={named.again} />
    </section>
  );
}

function AddEvidence(props: {
  record: AttestationRecord;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  again: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const { record, settings } = props;
  const { busy, error, act } = useAct();
  const [name, setName] = useState('');
  const [progress, setProgress] = useState<{ file: string; share: number }>();
  const [said, setSaid] = useState('');
  const [needsName, setNeedsName] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const recorder = settings.recorderName || name.trim();

  const add = (files: readonly File[], origin: EvidenceFile['origin']) => {
    if (files.length === 0) return;
    setSaid('');
    setNeedsName(recorder === '');
    if (recorder === '') return;
    void act(async () => {
      let kept = record;
      let count = 0;
      try {
        for (const file of files) {
          setProgress({ file: file.name, share: 0 });
          const by = { name: recorder, role: settings.role };
          const onPart = (share: number) => setProgress({ file: file.name, share });
          await attach({ file, origin, record: kept, by, onPart });
          count += 1;
          kept = withSize(kept, file.size);
        }
        if (!settings.recorderName) await props.change({ recorderName: recorder });
      } finally {
        setProgress(undefined);
        if (count > 0) setSaid(t('evidence.added', { count }));
        props.again();
      }
    });
  };
  const isOver = useFilesGiven(card, add);

  return (
    <div ref={card} class={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}>
      {!settings.recorderName && (
        <Field
          label={t('history.move.name')}
          required
          value={name}
          problem={needsName && recorder === '' ? t('history.move.problem.name') : undefined}
          onInput={(value) => setName(value.slice(0, 300))}
        />
      )}
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

/** The next of several files is measured against those before it. */
function withSize(record: AttestationRecord, bytes: number): AttestationRecord {
  const file = { bytes, erased: false } as AttestationRecord['files'][number];
  return { ...record, files: [...record.files, file] };
}
