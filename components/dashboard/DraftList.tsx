import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsked } from '@/components/use-asked';
import type { Draft } from '@/lib/domain/draft';
import { useWords } from '@/lib/i18n';
import { discardDraft, listDrafts } from '@/lib/requests';
import { customerName } from './labels';
import { ModalForm } from './ModalForm';
import { Problem } from './Problem';
import { addressOf } from './route';
import { useAct } from './use-act';

/** The forms that were begun and not saved, newest first; nothing when there are none. */
export function DraftList(props: { onSaid: (text: string) => void }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const asked = useAsked(() => listDrafts.ask(), 'drafts', ['draftsChanged']);
  const [leaving, setLeaving] = useState<Draft>();
  const { busy, error, act } = useAct();
  const drafts = (asked.value ?? []).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));

  // The button that was pressed goes with its line; the focus must not fall out of the page.
  const shown = useRef(0);
  useEffect(() => {
    const left = drafts.length < shown.current && document.activeElement === document.body;
    if (left) document.querySelector('main')?.focus();
    shown.current = drafts.length;
  }, [drafts.length]);

  const discard = (draft: Draft) =>
    act(async () => {
      await discardDraft.ask({ draftId: draft.draftId });
      setLeaving(undefined);
      asked.again();
      props.onSaid(t('history.drafts.discarded'));
    });

  if (asked.error !== undefined) return <Problem error={asked.error} again={asked.again} />;
  if (drafts.length === 0) return null;
  return (
    <section class="card drafts" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('history.drafts.title')}</h2>
      <ul>
        {drafts.map((draft) => (
          <DraftLine key={draft.draftId} draft={draft} onDiscard={() => setLeaving(draft)} />
        ))}
      </ul>
      {leaving && (
        <ModalForm
          title={t('history.drafts.ask')}
          submit={t('history.drafts.discard')}
          danger
          busy={busy}
          error={error}
          onSubmit={() => void discard(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{t('history.drafts.askBody', { customer: customerName(leaving.fields, words) })}</p>
        </ModalForm>
      )}
    </section>
  );
}

function DraftLine(props: { draft: Draft; onDiscard: () => void }): JSX.Element {
  const words = useWords();
  const { t, instant } = words;
  const { draft } = props;
  const customer = customerName(draft.fields, words);
  return (
    <li class="row">
      <span class="grow">
        <bdi class="strong">{customer}</bdi>{' '}
        <span class="soft">
          {draft.corrects && <>{t('history.drafts.correction')} · </>}
          {t('history.drafts.changed', { at: instant(draft.changedAt) })}
        </span>
      </span>
      <a
        class="button"
        href={addressOf({ name: 'draft', draftId: draft.draftId })}
        aria-label={t('history.drafts.continueNamed', { customer })}
      >
        {t('history.drafts.continue')}
      </a>
      <button
        class="button button-subtle"
        type="button"
        aria-label={t('history.drafts.discardNamed', { customer })}
        onClick={props.onDiscard}
      >
        {t('history.drafts.discard')}
      </button>
    </li>
  );
}
