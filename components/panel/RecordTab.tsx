import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '@/lib/domain/record/draft';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { DiscardButton } from '../DiscardButton';
import { DraftForm } from '../DraftForm';
import { MessageBar } from '../MessageBar';
import { SavedRecord } from '../SavedRecord';
import { UnfinishedDrafts } from '../UnfinishedDrafts';
import { useCustomer } from '../use-customer';
import type { TabDraft } from '../use-tab-draft';

export type RecordTabProps = TabDraft & {
  saved: AttestationRecord | undefined;
  /** Where the tab stands now: a draft of another place says so. */
  place: string;
  settings: Settings;
  customerRecords: AttestationRecord[];
  onSaved: (record: AttestationRecord) => void;
  onBegin: () => void;
  /** Begin one for this page although the tab works on another. */
  onBeginHere: () => void;
  onOpenBeside?: () => void;
};

/** The form of this tab's draft, or how to begin or go on with one. */
export function RecordTab(props: RecordTabProps): JSX.Element {
  const { draft, others, saved, place } = props;
  const { t } = useWords();
  const [discarding, setDiscarding] = useState(false);
  const { records: typedCustomer } = useCustomer({
    customerTenantId: draft?.fields.customerTenantId ?? '',
    customerDomain: draft?.fields.customerDomain ?? '',
    companyName: draft?.fields.companyName ?? '',
  });

  if (saved) return <SavedRecord record={saved} onAnother={props.onBegin} />;

  if (!draft) {
    return (
      <div class="stack">
        <section class="card">
          <h2>{t('panel.begin.title')}</h2>
          <p>{t('panel.begin.body')}</p>
          <div>
            <button class="button button-primary" type="button" onClick={props.onBegin}>
              {t('panel.record')}
            </button>
          </div>
        </section>
        <UnfinishedDrafts drafts={others} onResume={props.resume} onDiscard={props.discard} />
      </div>
    );
  }

  const elsewhere = draft.place !== place && draft.place !== 'manual';
  return (
    <div class="stack">
      {elsewhere && (
        <MessageBar tone="warn" live>
          <p>{t('panel.draftElsewhere', { company: nameOf(draft) || t('panel.unnamed') })}</p>
          <button class="link-button" type="button" onClick={props.onBeginHere}>
            {t('panel.beginHere')}
          </button>
        </MessageBar>
      )}
      {discarding && (
        <MessageBar tone="warn" live>
          <p>{t('panel.discard.ask')}</p>
          <div class="row" ref={bringIntoView}>
            <DiscardButton
              label={t('form.discard')}
              onDiscard={() => {
                setDiscarding(false);
                void props.discard(draft);
              }}
            />
            <button class="button" type="button" onClick={() => setDiscarding(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </MessageBar>
      )}
      <DraftForm
        key={draft.draftId}
        draft={draft}
        settings={props.settings}
        customerRecords={typedCustomer.length > 0 ? typedCustomer : props.customerRecords}
        onSaved={props.onSaved}
        onDiscard={() => setDiscarding(true)}
        {...(props.onOpenBeside && { onOpenBeside: props.onOpenBeside })}
      />
    </div>
  );
}

/** The question stands above the form, and may have been asked for at its foot. */
const bringIntoView = (row: Element | null) => row?.scrollIntoView({ block: 'center' });

const nameOf = ({ fields }: Draft) => fields.companyName || fields.customerDomain;
