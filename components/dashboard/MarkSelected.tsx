import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { useAsked } from '@/components/use-asked';
import { type RecordState, recordStates, standingOf } from '@/lib/domain/attestation';
import type { AttestationRecord } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { localDay } from './local-day';
import { FailedMarks, MarkProgress, SkippedMarks } from './MarkReport';
import { ModalForm } from './ModalForm';
import {
  type Mark,
  type MarkReport,
  markSeveral,
  planMarks,
  readChosen,
  unmarkSeveral,
} from './mark-several';
import type { Undoable } from './use-undo';

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
  const [state, setState] = useState<RecordState | ''>('');
  const [occurredOn, setOccurredOn] = useState(today);
  const [note, setNote] = useState('');
  const [name, setName] = useState(settings.recorderName);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<number>();
  const [report, setReport] = useState<MarkReport>();
  const attempts = useRef(new Map<string, string>());
  const written = useRef<AttestationRecord[]>([]);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const plan = planMarks(asked.value ?? [], asked.value ? recordIds.length : 0, state);
  const problems = {
    state:
      state === ''
        ? t('history.move.problem.state')
        : asked.value && plan.records.length === 0
          ? t('board.mark.none')
          : undefined,
    day:
      occurredOn === ''
        ? t('history.move.problem.noDay')
        : occurredOn > today
          ? t('history.move.problem.future')
          : undefined,
    name: name.trim() === '' ? t('history.move.problem.name') : undefined,
  };
  const shown: Partial<typeof problems> = tried ? problems : {};
  const attemptOf = (recordId: string) => {
    const attempt = attempts.current.get(recordId) ?? crypto.randomUUID();
    attempts.current.set(recordId, attempt);
    return attempt;
  };

  const finish = (mark: Mark) => {
    const before = written.current;
    if (before.length === 0) return props.onClose();
    props.onDone({
      said: t('board.mark.done', {
        count: before.length,
        state: t(`record.state.${mark.state}`),
      }),
      about: t('board.undo.moves'),
      undo: async () => {
        const noteFor = (old: RecordState) =>
          t('board.undo.note', { state: t(`record.state.${old}`) });
        const { done, failed } = await unmarkSeveral(before, mark, noteFor);
        const said = done > 0 ? [t('board.undo.movesDone', { count: done })] : [];
        if (failed > 0) said.push(t('board.undo.movesFailed', { count: failed }));
        return said.join(' ');
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

  const submit = () => {
    if (isRunning) return;
    if (report) return void run([...report.failed.map(({ record }) => record), ...report.left]);
    setTried(true);
    if (!asked.value || Object.values(problems).some((problem) => problem !== undefined)) return;
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
          <Field
            label={t('history.move.state')}
            required
            value={state}
            problem={shown.state}
            hint={state ? t(`history.standing.${standingOf[state]}`) : undefined}
            options={[
              { value: '', label: t('history.move.choose') },
              ...recordStates
                .filter((value) => value !== 'recorded' && value !== 'withdrawn')
                .map((value) => ({ value, label: t(`record.state.${value}`) })),
            ]}
            onInput={(value) => setState(value as RecordState | '')}
          />
          <SkippedMarks plan={plan} />
          <Field
            label={t('history.move.day')}
            type="date"
            required
            max={today}
            value={occurredOn}
            problem={shown.day}
            onInput={setOccurredOn}
          />
          <Field
            label={t('history.move.note')}
            hint={t('history.move.noteHint')}
            rows={3}
            value={note}
            onInput={(value) => setNote(value.slice(0, 10_000))}
          />
          <Field
            label={t('history.move.name')}
            required
            value={name}
            problem={shown.name}
            onInput={(value) => setName(value.slice(0, 300))}
          />
        </>
      )}
    </ModalForm>
  );
}

function byOf(name: string, { role }: Settings): Mark['by'] {
  return { name: name.trim(), role };
}
