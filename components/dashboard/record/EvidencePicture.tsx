import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '@/lib/i18n';

/** A picture that is kept as evidence, as large as the window allows. Escape closes it. */
export function EvidencePicture(props: {
  name: string;
  address: string;
  onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="picture"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="row">
        <h2 id={id} class="grow">
          <bdi>{props.name}</bdi>
        </h2>
        <button class="button" type="button" onClick={props.onClose}>
          {t('common.close')}
        </button>
      </div>
      <img src={props.address} alt={t('evidence.picture', { file: props.name })} />
    </dialog>
  );
}
