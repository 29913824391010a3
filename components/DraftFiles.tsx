import type { JSX } from 'preact';
import { type DraftFile, maxFileBytes, maxRecordBytes } from '@/lib/domain/record/evidence';
import { useWords } from '@/lib/i18n';
import { dropDraftFile, keepDraftFile, listDraftFiles } from '@/lib/requests';
import { AddFiles } from './AddFiles';
import { fileSize } from './file-size';
import { IconButton } from './IconButton';
import { Problem } from './Problem';
import { useAct } from './use-act';
import { useAsked } from './use-asked';

/** The evidence files of a form that is not saved yet: kept with it on the disk, and part of the record once it is saved. */
export function DraftFiles(props: {
  draftId: string;
  onBusy: (busy: boolean) => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { draftId } = props;
  const asked = useAsked(() => listDraftFiles.ask({ draftId }), draftId, ['draftsChanged']);
  const { error, act } = useAct();
  const files = asked.value ?? [];
  const remove = ({ fileId }: DraftFile) =>
    act(async () => {
      await dropDraftFile.ask({ draftId, fileId });
      asked.again();
    });

  return (
    <fieldset class="group">
      <legend>{t('evidence.draft.title')}</legend>
      <p class="small soft">
        {t('evidence.draft.about', {
          file: fileSize(maxFileBytes, words),
          all: fileSize(maxRecordBytes, words),
        })}
      </p>
      {files.length > 0 && (
        <ul class="plain-list draft-files">
          {files.map((file) => (
            <li key={file.fileId} class="row">
              <span class="grow">
                <bdi>{file.name}</bdi> <span class="small soft">{fileSize(file.bytes, words)}</span>
              </span>
              <IconButton
                icon="close"
                label={t('evidence.draft.remove', { file: file.name })}
                onClick={() => void remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      <AddFiles
        kept={files.map(({ bytes }) => bytes)}
        keep={(sent) => keepDraftFile.ask({ ...sent, draftId })}
        onBusy={props.onBusy}
        onAdded={asked.again}
      />
      <Problem error={error ?? asked.error} again={asked.again} />
    </fieldset>
  );
}
