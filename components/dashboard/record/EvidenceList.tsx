import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fileSize } from '@/components/file-size';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { RequestError } from '@/lib/define-request';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import type { RecordFile } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { download } from '../download';
import { actorName } from '../labels';
import { EvidencePicture } from './EvidencePicture';
import { bytesOf, showable } from './evidence-files';

/** Each file with what is known of it for ever; those that are here can be looked at and saved again. */
export function EvidenceList(props: {
  files: readonly RecordFile[];
  names: readonly { fileId: string; name: string }[];
  /** The names have been read: a file without one is not here. */
  isRead: boolean;
}): JSX.Element {
  const { t } = useWords();
  const names = new Map(props.names.map(({ fileId, name }) => [fileId, name]));
  if (props.files.length === 0) return <p class="soft">{t('evidence.none')}</p>;
  return (
    <ul class="evidence-list">
      {props.files.map((file) => (
        <li key={file.fileId}>
          <EvidenceItem file={file} name={names.get(file.fileId)} isRead={props.isRead} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceItem(props: {
  file: RecordFile;
  name: string | undefined;
  isRead: boolean;
}): JSX.Element {
  const words = useWords();
  const { t, instant } = words;
  const { file, isRead } = props;
  const name = props.name && maskAcceptanceLinks(props.name);
  const size = fileSize(file.bytes, words);
  const who = actorName(file.by, words);
  return (
    <>
      <div class="evidence-head">
        <div class="grow stack-tight">
          <p class="strong">{name ? <bdi>{name}</bdi> : t(nameless(file, isRead))}</p>
          <p class="small soft">
            {file.type || t('evidence.unknownType')} · {size} ·{' '}
            {t(`evidence.origin.${file.origin}`)} · <bdi>{who}</bdi> · {instant(file.at)}
          </p>
        </div>
        {name && <EvidenceButtons file={file} name={name} />}
      </div>
      <p class="small soft mono hash">
        <bdi dir="ltr">SHA-256 {file.sha256}</bdi>
      </p>
    </>
  );
}

function nameless(file: RecordFile, isRead: boolean) {
  if (file.erased) return 'evidence.erased';
  return isRead ? 'evidence.notHere' : 'evidence.reading';
}

function EvidenceButtons({ file, name }: { file: RecordFile; name: string }): JSX.Element {
  const { t } = useWords();
  const { busy, error, act } = useAct();
  const [picture, setPicture] = useState('');
  useEffect(() => () => URL.revokeObjectURL(picture), [picture]);

  const save = async () => {
    const bytes = await bytesOf(file);
    // No type of its own: the browser only saves it, whatever it claims to be.
    download(name, 'application/octet-stream', [bytes]);
  };
  const show = async () => {
    const shown = showable(await bytesOf(file));
    if (!shown) throw new RequestError('file-not-shown');
    if (shown.showing === 'image') return setPicture(shown.address);
    openBeside(shown.address);
  };

  return (
    <>
      <div class="row">
        {mayBeShown(file) && (
          <button
            class="button"
            type="button"
            aria-disabled={busy}
            aria-label={t('evidence.showNamed', { file: name })}
            onClick={() => void act(show)}
          >
            <Icon name="open" />
            {t('evidence.show')}
          </button>
        )}
        <button
          class="button"
          type="button"
          aria-disabled={busy}
          aria-label={t('evidence.saveNamed', { file: name })}
          onClick={() => void act(save)}
        >
          <Icon name="download" />
          {t('evidence.save')}
        </button>
      </div>
      {picture && <EvidencePicture name={name} address={picture} onClose={() => setPicture('')} />}
      {error !== undefined && (
        <div class="evidence-problem">
          <Problem error={error} />
        </div>
      )}
    </>
  );
}

/** What its type says, to spare a button that could do nothing; its bytes decide when it is read. */
function mayBeShown({ type }: RecordFile): boolean {
  return /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/.test(type);
}

/** In a tab of its own: the browser's viewer for it is not part of our page. */
function openBeside(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
