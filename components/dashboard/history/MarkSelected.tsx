import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { localDay } from '@/components/local-day';
import { inOneLine } from '@/components/spaced';
import { useAsked } from '@/components/use-asked';
import { type RecordState, recordStates } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { ModalForm } from '../ModalForm';
import { HappenedFields, nothingHappenedYet, problemsIn } from '../record/HappenedFields';
import type { Undoable } from '../use-undo';
import { FailedMarks, MarkProgress, SkippedMarks } from './MarkReport';
import {
  isChanged,
  type Mark,
  type MarkReport,
  markSeveral,
  planMarks,
  readChosen,
  unmarkSeveral,
} from './mark-several';

/** Write down what happened to several records at once: each gets an event of its own. */
export function MarkSelected(props: {
  recordIds: readonly string[];
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  onClose: () => void;
  /** Something was written; what `offer` undoes. */
  onDone: (done: Undoable) => void;
}): JSX.Element {
  const { t } = useWords();
  const { recordIds, settings } = props;
  const asked = useAsked(() => readChosen(recordIds), 'chosen');
  const [today] = useState(() => localDay(new Date()));
  const [happened, setHappened] = useState(() => nothingHappenedYet(settings, today));
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<number>();
  const [report, setReport] = useState<MarkReport>();
  const [attemptOf] = useState(namedAttempts);
  const written = useRef<AttestationRecord[]>([]);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const { state, occurredOn, note, name } = happened;
  const plan = planMarks(asked.value ?? [], asked.value ? recordIds.length : 0, state);
  const noneCanBe = state !== '' && asked.value && plan.records.length === 0;
  const problems = {
    ...problemsIn(happened, today, t),
    ...(noneCanBe && { state: t('board.mark.none') }),
  };
  const finish = (mark: Mark) => {
    const before = written.current;
    if (before.length === 0) return props.onClose();
    const undoOf = namedAttempts();
    props.onDone({
      said: t('board.mark.done', {
        count: before.length,
        state: t(`record.state.${mark.state}`),
      }),
      about: t('board.undo.moves'),
      undo: async () => {
        const noteFor = (old: RecordState) =>
          t('board.undo.note', { state: t(`record.state.${old}`) });
        const { done, failed } = await unmarkSeveral(before, mark, undoOf, noteFor);
        const said = done > 0 ? [t('board.undo.movesDone', { count: done })] : [];
        if (failed > 0) said.push(t('board.undo.movesFailed', { count: failed }));
        return inOneLine(said);
      },
    });
  };

  const isRunning = done !== undefined && report === undefined;
  const mark = { state: state || 'recorded', occurredOn, note, by: byOf(name, settings) };

  const run = async (records: readonly AttestationRecord[]) => {
    stop.current = new AbortController();
    setReport(undefined);
    setDone(0);
    const said = await markSeveral(records, mark, attemptOf, setDone, stop.current.signal);
    written.current.push(...said.written);
    if (!settings.recorderName && said.written.length > 0)
      await props.change({ recorderName: mark.by.name });
    if (said.failed.length === 0 && said.left.length === 0) finish(mark);
    else setReport(said);
  };

  // Those that others have changed are marked as they stand now: their names were said, and the person goes on.
  const tryAgain = async ({ failed, left }: MarkReport) => {
    setDone(0);
    setReport(undefined);
    const again = failed.filter(({ error }) => !isChanged(error)).map(({ record }) => record);
    const changed = failed.filter(({ error }) => isChanged(error));
    const fresh = await readChosen(changed.map(({ record }) => record.recordId)).catch(() => {});
    const changedNow = planMarks(fresh ?? changed.map(({ record }) => record), 0, state);
    await run([...again, ...changedNow.records, ...left]);
  };

  const submit = () => {
    if (isRunning) return;
    if (report) return void tryAgain(report);
    setTried(true);
    if (!asked.value || Object.keys(problems).length > 0) return;
    void run(plan.records);
  };

  const total = written.current.length + (report ? report.failed.length + report.left.length : 0);
  return (
    <ModalForm
      title={t('board.mark.title', { count: recordIds.length })}
      submit={
        report ? t('board.mark.retry') : t('board.mark.submit', { count: plan.records.length })
      }
      {...(isRunning && { cancel: t('board.mark.stop') })}
      {...(report && { cancel: t('board.mark.close') })}
      busy={isRunning || asked.value === undefined}
      error={asked.error}
      onSubmit={submit}
      onClose={() => {
        if (isRunning) stop.current.abort();
        else if (report) finish(mark);
        else props.onClose();
      }}
    >
      {report ? (
        <FailedMarks report={report} written={written.current.length} total={total} />
      ) : isRunning ? (
        <MarkProgress done={done} count={plan.records.length} />
      ) : (
        <>
          <p class="soft">{t('board.mark.about')}</p>
          <HappenedFields
            happened={happened}
            states={markable}
            today={today}
            problems={tried ? problems : {}}
            onChange={setHappened}
          >
            <SkippedMarks plan={plan} />
          </HappenedFields>
        </>
      )}
    </ModalForm>
  );
}

/** Where a record begins and ends is not written down for several at once. */
const markable = recordStates.filter((state) => state !== 'recorded' && state !== 'withdrawn');

function byOf(name: string, { role }: Settings): Mark['by'] {
  return { name: name.trim(), role };
}

/** A name for each record's attempt, the same whenever it is asked for. */
function namedAttempts(): (recordId: string) => string {
  const names = new Map<string, string>();
  return (recordId) => {
    const name = names.get(recordId) ?? crypto.randomUUID();
    names.set(recordId, name);
    return name;
  };
}
