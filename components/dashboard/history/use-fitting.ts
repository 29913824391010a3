import { useEffect, useRef } from 'preact/hooks';
import { oneAtATime } from '@/components/one-at-a-time';
import { watchChanges } from '@/lib/changes';
import { idsOf } from '@/lib/domain/history/listed-rows';
import { type Narrowing, takeList } from './take-list';
import type { Selection } from './use-selection';

/**
 * Let go of chosen records that no longer fit the list because somebody has changed them: what is out of sight is not acted
 * upon. Not while `isActing` on them.
 */
export function useFitting(selection: Selection, narrowing: Narrowing, isActing: boolean): void {
  const latest = useRef({ selection, narrowing });
  latest.current = { selection, narrowing };
  const isWatching = selection.chosen.size > 0 && !isActing;
  useEffect(() => {
    if (!isWatching) return;
    const stop = new AbortController();
    const letGo = oneAtATime(async () => {
      const all = await takeList(latest.current.narrowing, stop.signal);
      if (all && !stop.signal.aborted)
        latest.current.selection.keep(new Set(all.parts.flatMap(idsOf)));
    });
    // Where it cannot be asked, the list itself says what is wrong.
    watchChanges(['trailChanged'], () => void letGo(undefined).catch(() => {}), stop.signal);
    return () => stop.abort();
  }, [isWatching]);
}
