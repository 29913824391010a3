import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RequestError } from '@/lib/define-request';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { moveRecord } from '@/lib/requests';
import { Field } from './Field';
import { localDay } from './local-day';
import { MessageBar } from './MessageBar';
import { useAct } from './use-act';
import { useVisibleGate } from './use-visible-gate';

/** Offers to write into a record that it was handed to the provider today; where it says so, says when. */
export function MarkHandedOver(props: {
  record: AttestationRecord;
  settings: Settings;
}): JSX.Element {
  const { settings } = props;
  const { t, day } = useWords();
  const [attemptId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [nameMissing, setNameMissing] = useState(false);
  const [covered, setCovered] = useState(false);
  const [moved, setMoved] = useState<AttestationRecord>();
  const { busy, error, act } = useAct();
  const gate = useVisibleGate();
  const record = moved ?? props.record;
  const { recordId, number } = record;

  function mark(): void {
    // The page must not have covered the button and led the click to it (use-visible-gate.ts).
    setCovered(!gate.mayAct());
    if (!gate.mayAct()) return;
    const by = { name: settings.recorderName || name.trim(), role: settings.role };
    setNameMissing(by.name === '');
    if (by.name === '') return;
    const provider = settings.providerName.trim();
    void act(async () => {
      const answer = await moveRecord.ask({
        attemptId,
        recordId,
        moves: record.moves.length,
        state: 'handed-to-provider',
        occurredOn: localDay(new Date()),
        note: provider && t('guide.handOff.mark.note', { provider }),
        by,
      });
      setMoved(answer.record);
    });
  }

  const done = record.state === 'handed-to-provider' ? record.moves.at(-1) : undefined;
  return (
    <div class="mark stack">
      <div role="status">
        {done && (
          <MessageBar tone="good">
            <p>{t('guide.handOff.marked', { number, day: day(done.occurredOn) })}</p>
          </MessageBar>
        )}
      </div>
      {!done && (
        <>
          <div class="stack-tight">
            <h3>{t('guide.handOff.mark')}</h3>
            <p>{t('guide.handOff.mark.about', { number })}</p>
          </div>
          {!settings.recorderName && (
            <Field
              label={t('guide.handOff.mark.name')}
              required
              value={name}
              problem={nameMissing ? t('guide.handOff.mark.nameMissing') : undefined}
              onInput={(value) => setName(value.slice(0, 300))}
            />
          )}
          {covered && (
            <MessageBar tone="warn" live>
              <p>{t('form.covered')}</p>
            </MessageBar>
          )}
          {error !== undefined && (
            <MessageBar tone="bad" live>
              <p>
                {t(
                  isSuperseded(error) ? 'history.problem.superseded' : 'guide.handOff.mark.failed',
                )}
              </p>
            </MessageBar>
          )}
          <div class="row" ref={gate.watch}>
            <button class="button" type="button" aria-disabled={busy} onClick={mark}>
              {busy ? t('common.saving') : t('guide.handOff.mark.submit')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** Somebody has noted something else since this was shown. */
function isSuperseded(error: unknown): boolean {
  return error instanceof RequestError && error.problem === 'superseded';
}
