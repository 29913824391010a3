import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/lib/i18n';
import { MessageBar } from './MessageBar';
import { useVisibleGate } from './use-visible-gate';

/** A little more than the gate asks for: a quick second click is not told that something covered us. */
const readyAfterMs = 800;

/**
 * The last word on throwing something away. As with saving, a page that frames us must not have covered the button
 * and led the click to it; and a button that has only just come up waits, as the browser's own questions do.
 */
export function DiscardButton(props: { label: string; onDiscard: () => unknown }): JSX.Element {
  const { t } = useWords();
  const gate = useVisibleGate();
  const [ready, setReady] = useState(window.top === window);
  const [covered, setCovered] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setReady(true), readyAfterMs);
    return () => clearTimeout(timer);
  }, []);

  function discard(event: MouseEvent): void {
    if (!event.isTrusted || !ready) return;
    setCovered(!gate.mayAct());
    if (gate.mayAct()) void props.onDiscard();
  }

  return (
    <>
      <button
        class="button button-danger"
        type="button"
        ref={gate.watch}
        aria-disabled={!ready}
        onClick={discard}
      >
        {props.label}
      </button>
      {covered && (
        <MessageBar tone="warn" live>
          <p>{t('form.covered.discard')}</p>
        </MessageBar>
      )}
    </>
  );
}
