import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AddFiles } from '@/components/AddFiles';
import { useAsked } from '@/components/use-asked';
import { maxFileBytes, maxRecordBytes } from '@/lib/domain/record/evidence';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { isBlank } from '@/lib/domain/record/record-tidy';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { attachFile, listEvidence } from '@/lib/requests';
import { EvidenceList } from './EvidenceList';
import { NameField } from './HappenedFields';
import '../evidence.css';
import { fileSize } from '@/components/file-size';
import { Problem } from '@/components/Problem';

/** A record's evidence files: looked at, saved again, and added by choosing, dropping or pasting. */
export function EvidenceCard(props: {
  record: AttestationRecord;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  again: () => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { record, settings } = props;
  const { recordId } = record;
  const named = useAsked(() => listEvidence.ask({ recordId }), recordId, ['trailChanged']);
  const isOpen = record.state !== 'withdrawn';
  const limits = {
    file: fileSize(maxFileBytes, words),
    all: fileSize(maxRecordBytes, words),
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
  const { t } = useWords();
  const { record, settings, again } = props;
  const { recordId } = record;
  const [name, setName] = useState('');
  /** A name that is half typed must not become a file's for good. */
  const [typing, setTyping] = useState(false);
  const [needsName, setNeedsName] = useState(false);
  const recorder = settings.recorderName || (isBlank(name) ? '' : name.trim());
  const by = { name: recorder, role: settings.role };

  return (
    <>
      {!settings.recorderName && (
        <NameField
          value={name}
          problem={needsName && recorder === '' ? t('history.move.problem.name') : undefined}
          onInput={(value) => {
            setName(value);
            setTyping(true);
          }}
          onDone={() => setTyping(false)}
        />
      )}
      <AddFiles
        kept={record.files.filter(({ erased }) => !erased).map(({ bytes }) => bytes)}
        held={recorder === '' || (typing && !settings.recorderName)}
        onHeld={() => setNeedsName(true)}
        // One attempt for each file, however often it is asked for.
        keep={async (sent) => {
          await attachFile.ask({ ...sent, attemptId: sent.fileId, recordId, by });
          // The file is kept, whatever becomes of this; then the name is asked for once more.
          if (!settings.recorderName)
            await props.change({ recorderName: recorder }).catch(() => {});
        }}
        onAdded={again}
      />
    </>
  );
}
