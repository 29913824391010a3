import { useState } from 'preact/hooks';
import { copyText } from './copy-text';

export type Copying = {
  /** How the newest copying ended; `turn` differs each time, so that it is said again. */
  outcome: { ok: boolean; turn: number } | undefined;
  copy: (text: string) => void;
};

/** Copying at a click, and what to tell the person about it (Copied.tsx). */
export function useCopy(): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>();
  const say = (ok: boolean) => setOutcome((before) => ({ ok, turn: (before?.turn ?? 0) + 1 }));
  return {
    outcome,
    copy(text) {
      copyText(text).then(
        () => say(true),
        () => say(false),
      );
    },
  };
}
