import type { JSX } from 'preact';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import { useWords } from '@/lib/i18n';
import { discardDraft, listDraftFiles } from '@/lib/requests';
import { ModalForm } from '../ModalForm';

/** Asks whether a draft is to go for good, and says which of it does. */
export function DiscardDraft(props: {
  draftId: string;
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const { draftId } = props;
  const { busy, error, act } = useAct();
  const files = useAsked(() => listDraftFiles.ask({ draftId }), draftId);
  const count = files.value?.length ?? 0;
  const discard = () =>
    act(async () => {
      await discardDraft.ask({ draftId });
      props.onDone();
    });
  return (
    <ModalForm
      title={t('history.drafts.ask')}
      submit={t('history.drafts.discard')}
      danger
      busy={busy}
      error={error}
      onSubmit={() => void discard()}
      onClose={props.onClose}
    >
      <p>{t('history.drafts.askOpen')}</p>
      {count > 0 && <p>{t('evidence.draft.go', { count })}</p>}
    </ModalForm>
  );
}
