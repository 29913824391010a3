import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { keepDraft, listDrafts } from '@/lib/requests';
import { newDraftIds } from '../../use-tab-draft';
import { correctionDraft, latestVersion } from '../drafts/drafts';
import type { Route } from '../route';

/** What can be done with a record. One that was withdrawn stays as it is, and can still be printed. */
export function RecordActions(props: {
  record: AttestationRecord;
  settings: Settings;
  go: (route: Route) => void;
  onMove: () => void;
  onWithdraw: () => void;
  onErase: () => void;
}): JSX.Element {
  const { t } = useWords();
  const { busy, error, act } = useAct();
  const print = (
    <a class="button" href={`#/certificate/${props.record.recordId}`}>
      <Icon name="print" />
      {t('certificate.open')}
    </a>
  );
  const erase = (
    <button class="button" type="button" onClick={props.onErase}>
      <Icon name="person" />
      {t('evidence.erase.open')}
    </button>
  );
  if (props.record.state === 'withdrawn')
    return (
      <div class="command-bar">
        {print}
        {erase}
      </div>
    );

  return (
    <>
      <div class="command-bar">
        <button class="button button-primary" type="button" onClick={props.onMove}>
          <Icon name="history" />
          {t('history.move.open')}
        </button>
        <button
          class="button"
          type="button"
          aria-disabled={busy}
          onClick={() => void act(() => correct(props))}
        >
          <Icon name="edit" />
          {t('history.correct')}
        </button>
        <button class="button" type="button" onClick={props.onWithdraw}>
          <Icon name="bad" />
          {t('history.withdraw.open')}
        </button>
        {print}
        {erase}
      </div>
      <Problem error={error} />
    </>
  );
}

/** Go to the correction that was begun of this version, or begin one. */
async function correct(props: {
  record: AttestationRecord;
  settings: Settings;
  go: (route: Route) => void;
}): Promise<void> {
  const { record, settings, go } = props;
  const begun = (await listDrafts.ask()).find(
    ({ corrects }) =>
      corrects?.recordId === record.recordId && corrects.version === latestVersion(record),
  );
  if (begun) return go({ name: 'draft', draftId: begun.draftId });
  const draft = correctionDraft(record, settings, newDraftIds(), new Date());
  await keepDraft.ask(draft);
  go({ name: 'draft', draftId: draft.draftId });
}
