import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Problem } from '@/components/Problem';
import { useWords } from '@/lib/i18n';

/** A question in a dialog: a title, what it asks, and two buttons. Escape and Cancel close it unchanged. */
export function ModalForm(props: {
  title: string;
  submit: string;
  /** What the button that closes it says, where it is not “Cancel”. */
  cancel?: string;
  danger?: boolean;
  busy: boolean;
  /** What the button says meanwhile; that something is being saved unless given. */
  busyLabel?: string;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isShown = useRef(false);
  useEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    isShown.current = true;
    return () => {
      isShown.current = false;
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClose={() => {
        // At a second Escape in a row the browser closes it without asking: what it holds may still be running.
        if (!isShown.current) return;
        dialog.current?.showModal();
        props.onClose();
      }}
    >
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <h2 id={id}>{props.title}</h2>
        {props.children}
        <Problem error={props.error} />
        <div class="row row-end">
          <button class="button" type="button" onClick={props.onClose}>
            {props.cancel ?? t('common.cancel')}
          </button>
          <button
            class={`button ${props.danger ? 'button-danger' : 'button-primary'}`}
            type="submit"
            aria-disabled={props.busy}
          >
            {props.busy ? (props.busyLabel ?? t('common.saving')) : props.submit}
          </button>
        </div>
      </form>
    </dialog>
  );
}
