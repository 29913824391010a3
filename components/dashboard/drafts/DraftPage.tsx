import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { DraftForm } from '@/components/DraftForm';
import { Problem } from '@/components/Problem';
import { useAsked } from '@/components/use-asked';
import type { Draft } from '@/lib/domain/record/draft';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { findCustomer, listDrafts } from '@/lib/requests';
import { Loading } from '../Loading';
import { PageHead, type UpLink } from '../PageHead';
import { noFilters, type Route } from '../route';
import { DiscardDraft } from './DiscardDraft';

export type DraftPageProps = {
  draftId: string;
  settings: Settings;
  go: (route: Route, replace?: boolean) => void;
  up: UpLink;
  onSaved: (recordId: string) => void;
};

/** The form of one draft: a record by hand, or a correction. Saving leads to the record. */
export function DraftPage(props: DraftPageProps): JSX.Element {
  const { t } = useWords();
  // Asked once: the form follows changes by itself (use-draft.ts), and its draft is gone once it is saved.
  const asked = useAsked(() => listDrafts.ask(), props.draftId);
  const draft = asked.value?.find(({ draftId }) => draftId === props.draftId);

  if (draft) return <OpenDraft {...props} draft={draft} />;
  const missing = asked.value !== undefined;
  return (
    <>
      <PageHead
        title={missing ? t('history.draft.missing') : t('history.draft.title')}
        about={missing && t('history.draft.missingBody')}
        up={props.up}
      />
      {!missing && asked.error === undefined && <Loading />}
      <Problem error={asked.error} again={asked.again} />
    </>
  );
}

function OpenDraft(props: DraftPageProps & { draft: Draft }): JSX.Element {
  const { t } = useWords();
  const { draft, settings, go } = props;
  const [leaving, setLeaving] = useState(false);
  const { customerTenantId, customerDomain, companyName } = draft.fields;
  const customer = useAsked(
    () => findCustomer.ask({ customerTenantId, customerDomain, companyName }),
    draft.draftId,
    ['trailChanged'],
  );

  return (
    <>
      <PageHead
        title={draft.corrects ? t('history.draft.correction') : t('history.draft.title')}
        about={draft.corrects ? t('history.draft.correctionAbout') : t('history.draft.about')}
        up={props.up}
      />
      <div class="card form-card">
        <DraftForm
          draft={draft}
          settings={settings}
          customerRecords={customer.value ?? []}
          onSaved={({ recordId }) => {
            props.onSaved(recordId);
            go({ name: 'record', recordId }, true);
          }}
          onDiscard={() => setLeaving(true)}
        />
      </div>
      {leaving && (
        <DiscardDraft
          draftId={draft.draftId}
          onDone={() => go({ name: 'history', filters: noFilters }, true)}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}
