import { useCallback, useEffect, useState } from 'preact/hooks';
import { checkTrailOn } from '@/lib/requests';
import { useWork, type WorkTools } from '../use-work';

/** A check reads and hashes everything: with more records than this it waits to be asked for. */
const checkedByItself = 1_000;

type Part = Awaited<ReturnType<typeof checkTrailOn.ask>>;
export type TrailReport = NonNullable<Part['report']> & { checkedAt: string };

export type TrailCheck = {
  /** From 0 to 1 while a check runs. */
  share: number | undefined;
  /** Of the last check that came to its end. */
  report: TrailReport | undefined;
  error: unknown;
  /** Check now. */
  again: () => void;
  stop: () => void;
};

/** A check of the trail: by itself once a list of `records` is here, unless that is long, and whenever asked for. */
export function useTrailCheck(records: number | undefined): TrailCheck {
  const { share, error, stop, run } = useWork();
  const [report, setReport] = useState<TrailReport>();
  const again = useCallback(() => run(async (tools) => setReport(await check(tools))), [run]);
  const isShort = records !== undefined && records <= checkedByItself;
  const isEmpty = records === 0;
  // With its first record, which may come from another page, a trail has something to say.
  useEffect(() => {
    if (isShort) again();
  }, [isShort, isEmpty, again]);
  return { share, report, error, again, stop };
}

/** Part by part, so that it can be stopped between two. */
async function check({ onShare, signal }: WorkTools): Promise<TrailReport> {
  for (let cursor: Part['cursor']; ; ) {
    const part = await checkTrailOn.ask(cursor ? { cursor } : {});
    signal.throwIfAborted();
    if (part.report) return { ...part.report, checkedAt: new Date().toISOString() };
    cursor = part.cursor;
    onShare(part.all === 0 ? 0 : part.checked / part.all);
  }
}
