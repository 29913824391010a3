import { RequestError } from '@/lib/define-request';
import type { RecordState } from '@/lib/domain/record/attestation';
import type { Actor, AttestationRecord } from '@/lib/domain/record/record';
import { moveRecord, readRecords } from '@/lib/requests';

/** What is written down for each of several records. */
export type Mark = {
  state: RecordState;
  occurredOn: string;
  note: string;
  by: Actor;
};

/** Of the chosen records, those that can be marked, and how many are left alone and why. */
export type MarkPlan = {
  records: AttestationRecord[];
  same: number;
  withdrawn: number;
  gone: number;
};

export type Failure = { record: AttestationRecord; error: unknown };
export type MarkReport = {
  written: AttestationRecord[];
  failed: Failure[];
  left: AttestationRecord[];
};

/** How many records are asked for at a time: the most that one answer may hold. */
const recordsAtOnce = 500;

/** The chosen records as they stand now, in the order they were chosen. */
export async function readChosen(recordIds: readonly string[]): Promise<AttestationRecord[]> {
  const records: AttestationRecord[] = [];
  for (let at = 0; at < recordIds.length; at += recordsAtOnce) {
    const slice = recordIds.slice(at, at + recordsAtOnce);
    records.push(...(await readRecords.ask({ recordIds: slice })));
  }
  return records;
}

/** Which of the records there are, of so many chosen, a state can be written down for. */
export function planMarks(
  there: readonly AttestationRecord[],
  chosen: number,
  state: RecordState | '',
): MarkPlan {
  const withdrawn = there.filter((record) => record.state === 'withdrawn');
  const same = there.filter((record) => record.state === state && state !== 'withdrawn');
  return {
    records: there.filter((record) => record.state !== 'withdrawn' && record.state !== state),
    same: same.length,
    withdrawn: withdrawn.length,
    gone: chosen - there.length,
  };
}

/**
 * Write an event of its own for each record as it is given here, one after the other; one that fails, or has moved since, leaves the
 * others alone. Once `signal` aborts, those that were not begun stay as they are. `attemptOf` names each record's attempt: with
 * the same name again nothing is written twice.
 */
export async function markSeveral(
  records: readonly AttestationRecord[],
  mark: Mark,
  attemptOf: (recordId: string) => string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<MarkReport> {
  const report: MarkReport = { written: [], failed: [], left: [] };
  for (const [at, record] of records.entries()) {
    if (signal.aborted) return { ...report, left: records.slice(at) };
    const { recordId, moves } = record;
    const move = { attemptId: attemptOf(recordId), recordId, moves: moves.length, ...mark };
    await moveRecord.ask(move).then(
      () => report.written.push(record),
      (error: unknown) => report.failed.push({ record, error }),
    );
    onProgress(at + 1);
  }
  return report;
}

/**
 * Set records back to the state they had before they were marked, each by a second event whose note `noteFor` gives. One that was
 * changed since stays as it is. Answers with how many were set back and how many not. Throws when it cannot go on: asked again with
 * the same `attemptOf` it goes on where it stood.
 */
export async function unmarkSeveral(
  before: readonly AttestationRecord[],
  mark: Mark,
  attemptOf: (recordId: string) => string,
  noteFor: (state: RecordState) => string,
): Promise<{ done: number; failed: number }> {
  const { by, occurredOn } = mark;
  let done = 0;
  for (const { recordId, state, moves } of before) {
    const attemptId = attemptOf(recordId);
    const move = { attemptId, recordId, state, note: noteFor(state), by, occurredOn };
    await moveRecord.ask({ ...move, moves: moves.length + 1 }).then(
      () => done++,
      (error: unknown) => {
        if (!isChanged(error)) throw error;
      },
    );
  }
  return { done, failed: before.length - done };
}

/** Whether a record was not moved since it is another one now, or gone. */
export function isChanged(error: unknown): boolean {
  return (
    error instanceof RequestError &&
    (error.problem === 'superseded' || error.problem === 'record-missing')
  );
}
