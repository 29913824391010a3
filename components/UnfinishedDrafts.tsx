import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '@/lib/domain/record/draft';
import { useWords } from '@/lib/i18n';
import { DiscardButton } from './DiscardButton';

/** Drafts that wait to be finished; discarding one is asked twice. Nothing when there are none. */
export function UnfinishedDrafts(props: {
  drafts: Draft[];
  onResume: (draft: Draft) => unknown;
  onDiscard: (draft: Draft) => unknown;
}): JSX.Element | null {
  const { t, instant } = useWords();
  const [discarding, setDiscarding] = useState('');
  if (props.drafts.length === 0) return null;
  return (
    <section class="card" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">{t('panel.unfinished', { count: props.drafts.length })}</h2>
      <ul class="plain-list">
        {props.drafts.map((draft) => {
          const { companyName, customerDomain } = draft.fields;
          const name = companyName || customerDomain || t('panel.unnamed');
          return (
            <li key={draft.draftId} class="row">
              <span class="grow stack-tight">
                <span class="strong" dir="auto">
                  {name}
                </span>
                <span class="small soft">
                  {t('panel.unfinished.changed', { at: instant(draft.changedAt) })}
                </span>
              </span>
              {discarding === draft.draftId ? (
                <DiscardButton
                  label={t('panel.unfinished.discardNow')}
                  onDiscard={() => props.onDiscard(draft)}
                />
              ) : (
                <>
                  <button
                    class="button"
                    type="button"
                    aria-label={t('panel.unfinished.resume.of', { name })}
                    onClick={() => void props.onResume(draft)}
                  >
                    {t('panel.unfinished.resume')}
                  </button>
                  <button
                    class="button button-subtle"
                    type="button"
                    aria-label={t('panel.unfinished.discard.of', { name })}
                    onClick={() => setDiscarding(draft.draftId)}
                  >
                    {t('panel.unfinished.discard')}
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
