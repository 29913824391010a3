import { useEffect, useState } from 'preact/hooks';
import { useAsked } from '@/components/use-asked';
import { checkTrail } from '@/lib/requests';

/** A check reads and hashes everything, about 2 ms an event (measured): more than this is checked when asked for. */
const checkedByItself = 1_000;

export type TrailReport = Awaited<ReturnType<typeof checkTrail.ask>> & { checkedAt: string };

export type TrailCheck = {
  /** Nothing was asked yet: either the list is not here, or it is long. */
  started: boolean;
  report?: TrailReport | undefined;
  error?: unknown;
  /** Check now. */
  again: () => void;
};

/** A check of the trail: by itself once a list of `records` is here, unless that is long, and whenever asked for. */
export function useTrailCheck(records: number | undefined): TrailCheck {
  const [checks, setChecks] = useState(0);
  const ready = records !== undefined && records <= checkedByItself;
  // What was empty when it was checked has nothing to say of its first records, which may come from another page.
  const isEmpty = records === 0;
  useEffect(() => {
    if (ready) setChecks((done) => Math.max(done + (isEmpty ? 0 : 1), 1));
  }, [ready, isEmpty]);
  const { value, error } = useAsked(
    () => (checks > 0 ? check() : Promise.resolve(undefined)),
    String(checks),
  );
  return { started: checks > 0, report: value, error, again: () => setChecks(checks + 1) };
}

async function check(): Promise<TrailReport> {
  return { ...(await checkTrail.ask()), checkedAt: new Date().toISOString() };
}
