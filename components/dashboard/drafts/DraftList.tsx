import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import type { Draft } from '@/lib/domain/record/draft';
import { useWords } from '@/lib/i18n';
import { discardDraft, keepDraft, listDraftFiles, listDrafts } from '@/lib/requests';
import { newDraftIds } from '../../use-tab-draft';
import { customerName } from '../labels';
import { addressOf } from '../route';
import type { Undoable } from '../use-undo';
import { DiscardDraft } from './DiscardDraft';

/** The forms that were begun and not saved, newest first, behind one quiet line; nothing when there are none. */
export function DraftList(props: { onUndoable: (done: Undoable) => void }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const asked = useAsked(() => listDrafts.ask(), 'drafts', ['draftsChanged']);
  const { busy, error, act } = useAct();
  const drafts = (asked.value ?? []).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));

  // The button that was pressed goes with its line; the focus must not fall out of the page.
  const list = useRef<HTMLDetailsElement>(null);
  const shown = useRef(0);
  useEffect(() => {
    if (drafts.length < shown.current && document.activeElement === document.body)
      (list.current?.querySelector('summary') ?? document.querySelector('main'))?.focus();
    shown.current = drafts.length;
  }, [drafts.length]);

  /** One with files is asked about: they cannot be brought back as what was typed can. */
  const [asking, setAsking] = useState('');
  const discard = (draft: Draft) =>
    act(async () => {
      const files = await listDraftFiles.ask({ draftId: draft.draftId });
      if (files.length > 0) setAsking(draft.draftId);
      else await discardWithUndo(draft);
    });
  const discardWithUndo = async (draft: Draft) => {
    await discardDraft.ask({ draftId: draft.draftId });
    asked.again();
    props.onUndoable({
      said: t('board.drafts.discarded', { customer: customerName(draft.fields, words) }),
      undo: async () => {
        // What was discarded must not rise again under its own id: a late change of another window could be of it.
        await keepDraft.ask({ ...draft, ...newDraftIds() });
        return t('board.drafts.back');
      },
    });
  };

  if (asked.error !== undefined) return <Problem error={asked.error} again={asked.again} />;
  if (drafts.length === 0) return null;
  return (
    <details class="drafts" ref={list}>
      <summary>
        <Icon name="edit" />
        {t('board.drafts.line', { count: drafts.length })}
      </summary>
      <ul>
        {drafts.map((draft) => (
          <DraftLine
            key={draft.draftId}
            draft={draft}
            busy={busy}
            onDiscard={() => void discard(draft)}
          />
        ))}
      </ul>
      <Problem error={error} />
      {asking && (
        <DiscardDraft
          draftId={asking}
          onDone={() => {
            setAsking('');
            asked.again();
          }}
          onClose={() => setAsking('')}
        />
      )}
    </details>
  );
}

function DraftLine(props: { draft: Draft; busy: boolean; onDiscard: () => void }): JSX.Element {
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
        aria-disabled={props.busy}
        aria-label={t('history.drafts.discardNamed', { customer })}
        onClick={props.onDiscard}
      >
        {t('history.drafts.discard')}
      </button>
    </li>
  );
}
