import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { watchChanges } from '@/lib/changes';
import { RequestError } from '@/lib/define-request';
import type { AttestationField } from '@/lib/domain/record/attestation';
import type { Draft } from '@/lib/domain/record/draft';
import { keepDraft, listDrafts } from '@/lib/requests';

/** `kept`: what is on the screen is durable. `gone`: saved or discarded elsewhere, so nothing more is kept. */
export type Keeping = 'kept' | 'keeping' | 'failed' | 'gone';

const retryAfterMs = 700;

/**
 * A draft as it is typed. Every change is sent to the background at once; while one is on its way, only
 * the newest waits. The same draft open elsewhere (frame and side panel) follows, unless this one is ahead.
 */
export function useDraft(initial: Draft): {
  draft: Draft;
  keeping: Keeping;
  set: (field: AttestationField, value: string) => void;
  setReason: (reason: string) => void;
} {
  const [draft, setDraft] = useState(initial);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const newest = useRef(initial);
  const waiting = useRef<Draft | undefined>(undefined);
  const sending = useRef(false);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    while (waiting.current) {
      const sent = waiting.current;
      waiting.current = undefined;
      try {
        await keepDraft.ask(sent);
        if (!waiting.current) setKeeping('kept');
      } catch (error) {
        const problem = error instanceof RequestError ? error.problem : 'failed';
        setKeeping(problem === 'already-saved' || problem === 'draft-gone' ? 'gone' : 'failed');
        // Asking again helps only when the worker had died; otherwise the next change tries again.
        if (problem !== 'unreachable') break;
        waiting.current ??= sent;
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
      }
    }
    sending.current = false;
  }, []);

  const change = useCallback(
    (changes: Partial<Draft>) => {
      const after = { ...newest.current, ...changes, changedAt: new Date().toISOString() };
      newest.current = after;
      waiting.current = after;
      setDraft(after);
      setKeeping('keeping');
      void send();
    },
    [send],
  );

  const set = useCallback(
    (field: AttestationField, value: string) => {
      const { fields, touched } = newest.current;
      change({
        fields: { ...fields, [field]: value },
        touched: touched.includes(field) ? touched : [...touched, field],
      });
    },
    [change],
  );
  const setReason = useCallback((reason: string) => change({ reason }), [change]);

  useEffect(() => {
    const stop = new AbortController();
    const follow = async () => {
      const stored = (await listDrafts.ask()).find(({ draftId }) => draftId === initial.draftId);
      const behind = stored && stored.changedAt > newest.current.changedAt;
      if (!behind || waiting.current || sending.current) return;
      newest.current = stored;
      setDraft(stored);
    };
    watchChanges(['draftsChanged'], () => void follow().catch(() => undefined), stop.signal);
    return () => stop.abort();
  }, [initial.draftId]);

  return { draft, keeping, set, setReason };
}
