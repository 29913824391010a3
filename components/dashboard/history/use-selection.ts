import { useEffect, useRef, useState } from 'preact/hooks';

export type Selection = {
  chosen: ReadonlySet<string>;
  /** Choose or leave a record; with `range`, also all on the page between it and the one before. */
  choose: (recordId: string, isChosen: boolean, range: boolean) => void;
  /** Choose or leave everything on the page. */
  choosePage: (isChosen: boolean) => void;
  /** Choose exactly these. */
  chooseAll: (recordIds: readonly string[]) => void;
  /** Let go of all but these. */
  keep: (recordIds: ReadonlySet<string>) => void;
  clear: () => void;
};

/**
 * Which records a person has chosen: kept while pages are turned and the order changes, and let go when another
 * search or filter (`narrowing`) shows other records, so that nothing out of sight is acted upon.
 */
export function useSelection(page: readonly string[], narrowing: string): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | undefined>(undefined);
  const clear = () => {
    last.current = undefined;
    setChosen((before) => (before.size === 0 ? before : new Set()));
  };
  useEffect(clear, [narrowing]);

  const change = (recordIds: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const recordId of recordIds) {
        if (isChosen) after.add(recordId);
        else after.delete(recordId);
      }
      return after;
    });

  return {
    chosen,
    choose(recordId, isChosen, range) {
      const from = last.current === undefined ? -1 : page.indexOf(last.current);
      const to = page.indexOf(recordId);
      last.current = recordId;
      const between = page.slice(Math.min(from, to), Math.max(from, to) + 1);
      change(range && from >= 0 ? between : [recordId], isChosen);
    },
    choosePage: (isChosen) => change(page, isChosen),
    chooseAll: (recordIds) => setChosen(new Set(recordIds)),
    keep: (recordIds) =>
      setChosen((before) => {
        const after = [...before].filter((recordId) => recordIds.has(recordId));
        return after.length === before.size ? before : new Set(after);
      }),
    clear,
  };
}
