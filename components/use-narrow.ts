import { useEffect, useState } from 'preact/hooks';

const query = '(max-width: 60px)';

/** Whether our frame is as narrow as its handle: the strip that holds it is, when the panel is collapsed (lib/page/dock.ts). */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    // One list for good: where another takes its place, a change between the two is told by neither.
    const list = matchMedia(query);
    const follow = () => setNarrow(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return narrow;
}
