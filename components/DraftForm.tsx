import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { RequestError } from '@/lib/define-request';
import {
  latestDayOnEarth,
  type Problem,
  problemsOf,
} from '@/lib/domain/record/attestation-problems';
import { languagesOf } from '@/lib/domain/record/countries';
import type { Draft } from '@/lib/domain/record/draft';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { saveRecord } from '@/lib/requests';
import type { StringKey } from '@/lib/strings';
import { AttestationForm } from './AttestationForm';
import { DraftFiles } from './DraftFiles';
import { MessageBar } from './MessageBar';
import { useDraft } from './use-draft';
import { useVisibleGate } from './use-visible-gate';

export type DraftFormProps = {
  draft: Draft;
  settings: Settings;
  /** Records of this customer, newest first: a signer like the last one is told before saving. */
  customerRecords: AttestationRecord[];
  onSaved: (record: AttestationRecord) => void;
  onDiscard: () => void;
  /** Offered when the page covers our frame. */
  onOpenBeside?: () => void;
};

type Saving = { state: 'no' | 'saving' | 'covered' } | { state: 'failed'; problem: string };

const tries = 6;
const retryAfterMs = 800;

/** A draft being typed and saved: shows success only after the record is durable. */
export function DraftForm(props: DraftFormProps): JSX.Element {
  const { settings, customerRecords, onSaved, onDiscard } = props;
  const words = useWords();
  const { t } = words;
  const { draft, keeping, set, setReason } = useDraft(props.draft);
  const { reason = '' } = draft;
  const [showAll, setShowAll] = useState(false);
  const [saving, setSaving] = useState<Saving>({ state: 'no' });
  const [adding, setAdding] = useState(false);
  const gate = useVisibleGate();
  const form = useRef<HTMLFormElement>(null);

  const now = new Date();
  const problems = problemsOf(draft.fields, {
    now: now.toISOString(),
    ownDomains: settings.ownDomains,
    languagesOf,
    customerRecords: customerRecords.filter(
      ({ recordId }) => recordId !== draft.corrects?.recordId,
    ),
  });
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  const reasonMissing = draft.corrects !== undefined && reason.trim() === '';

  async function save(event: MouseEvent): Promise<void> {
    // Not the frame's own click alone: the page must not have covered the button (use-visible-gate.ts).
    // A file on its way would miss the record.
    if (!event.isTrusted || saving.state === 'saving' || adding) return;
    if (!gate.mayAct()) {
      setSaving({ state: 'covered' });
      return;
    }
    if (blocking.length > 0 || reasonMissing) {
      setShowAll(true);
      setSaving({ state: 'no' });
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setSaving({ state: 'saving' });
    try {
      onSaved(await saveOnce(draft));
    } catch (error) {
      const problem = error instanceof RequestError ? error.problem : 'failed';
      setSaving({ state: 'failed', problem });
    }
  }

  return (
    <form
      class="stack"
      ref={form}
      // Enter in a field must not save: a record is a considered act.
      onSubmit={(event) => event.preventDefault()}
      noValidate
      aria-label={t('form.name')}
    >
      <p class="small soft" role="status">
        {t(`form.draft.${keeping}`, { at: words.instant(draft.changedAt) })}
      </p>
      {problems.filter(isDuplicate).map((problem) => (
        <MessageBar key={problem.code} tone="warn" live>
          <p>{t(`record.problem.${problem.code}`, problem.values)}</p>
        </MessageBar>
      ))}
      <AttestationForm
        busy={saving.state === 'saving'}
        draft={draft}
        problems={problems.filter((problem) => !isDuplicate(problem))}
        showAll={showAll}
        latestDay={latestDayOnEarth(now.toISOString())}
        onInput={set}
      />
      <DraftFiles draftId={draft.draftId} onBusy={setAdding} />
      {draft.corrects && (
        <div class="field">
          <label for="correction-reason">{t('form.reason')}</label>
          <textarea
            id="correction-reason"
            class="input"
            rows={2}
            maxLength={2000}
            aria-invalid={showAll && reasonMissing}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          {showAll && reasonMissing && <p class="hint hint-bad">{t('form.reason.missing')}</p>}
        </div>
      )}
      <MessageBar tone="info">
        <p>{t('form.keptHereOnly')}</p>
      </MessageBar>
      {showAll && blocking.length > 0 && (
        <MessageBar tone="bad" live>
          <p>{t('form.incomplete', { count: blocking.length })}</p>
        </MessageBar>
      )}
      {saving.state === 'covered' && (
        <MessageBar tone="warn" live>
          <p>{t('form.covered')}</p>
          {props.onOpenBeside && (
            <button class="link-button" type="button" onClick={props.onOpenBeside}>
              {t('panel.openBeside')}
            </button>
          )}
        </MessageBar>
      )}
      {saving.state === 'failed' && (
        <MessageBar tone="bad" live>
          <p>{t(failureKey(saving.problem))}</p>
        </MessageBar>
      )}
      <div class="row form-actions" ref={gate.watch}>
        <button
          class="button button-primary"
          type="button"
          onClick={save}
          aria-disabled={saving.state === 'saving' || adding}
        >
          {saving.state === 'saving'
            ? t('common.saving')
            : adding
              ? t('evidence.draft.adding')
              : t('form.save')}
        </button>
        <button class="button button-subtle" type="button" onClick={onDiscard}>
          {t('form.discard')}
        </button>
      </div>
    </form>
  );
}

/** A signer like the last one concerns the whole form: it is told above it, not beside a field. */
function isDuplicate({ code }: Problem): boolean {
  return code === 'duplicate-signer' || code === 'duplicate-signer-kept';
}

/** Save, asking again with the same attempt when the worker died before it answered: it saves only once. */
async function saveOnce(draft: Draft): Promise<AttestationRecord> {
  for (let left = tries; ; left--) {
    try {
      const { record } = await saveRecord.ask({
        attemptId: draft.attemptId,
        draftId: draft.draftId,
        attestation: draft.fields,
        reason: draft.reason ?? '',
        ...(draft.corrects && { corrects: draft.corrects }),
        ...(draft.seen && { seen: draft.seen }),
      });
      return record;
    } catch (error) {
      const unknown = error instanceof RequestError && error.problem === 'unreachable';
      if (!unknown || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

function failureKey(problem: string): StringKey {
  switch (problem) {
    case 'storage-full':
      return 'form.failed.storage-full';
    case 'not-written':
      return 'form.failed.not-written';
    case 'trail-damaged':
      return 'form.failed.trail-damaged';
    case 'superseded':
      return 'form.failed.superseded';
    // A correction whose record got files of its own meanwhile.
    case 'record-too-large':
    case 'too-many-files':
      return `evidence.problem.${problem}`;
    case 'already-saved':
      return 'form.failed.already-saved';
    case 'unreachable':
      return 'form.failed.unreachable';
    default:
      return 'form.failed.other';
  }
}
