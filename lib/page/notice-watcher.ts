import type { NoticeMatch } from '@/lib/domain/notice-matcher';
import { isDocument, isElement, isLarge, isThere } from './nodes';
import { climb, type Found, findIn, findSpoken, isNamedIn, readAt, spoken } from './notice-finder';
import { growRoots, type Root } from './page-roots';
import { passages, textAround } from './page-text';
import { inSlices } from './slices';

/** How long the sentence may be away before it counts as gone: pages take things out to draw them again. */
const patienceMs = 1_000;
/** What reading changes as they happen may cost: a share of the time, and a little ahead of it. */
const allowedShare = 0.002;
const allowedAheadMs = 4;
/** More changes at once are not read one by one. */
const mostChanges = 60;

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [
    'class',
    'style',
    'hidden',
    'open',
    'aria-hidden',
    'aria-label',
    'alt',
    'title',
  ],
};

/**
 * Watch a page for the notice from `document_start` on. `onSeen` is called once per appearance,
 * `onGone` when it has left. Small changes are read as they happen. While a page changes too much for
 * that its changes are not even recorded: the whole text is looked at instead, now and then, for a
 * bounded share of the time. Stops wholly when `signal` aborts.
 */
export function watchNotice(
  page: Document,
  onSeen: (seen: NoticeMatch) => void,
  onGone: () => void,
  signal: AbortSignal,
): { lookNow(): NoticeMatch | undefined } {
  const roots = new Set<Root>();
  const suspects = new Set<Element>();
  const observer = new MutationObserver(onRecords);
  const looks = inSlices(look, conclude);

  let current: Found | undefined;
  let missingSince: number | undefined;
  let allowance = allowedAheadMs;
  let allowedAt = 0;
  let lookCost = 1;
  let sweepDueAt = 0;
  let isSweep = false;
  let hasNewText = true;

  function arm(): void {
    for (const root of roots) {
      if (isThere(root)) observer.observe(root, watched);
      else roots.delete(root);
    }
  }

  /** Let the page change unrecorded until the next look. */
  function rest(ms: number): void {
    observer.disconnect();
    looks.startIn(ms);
  }

  function addRoot(root: Root): boolean {
    if (roots.has(root)) return false;
    roots.add(root);
    observer.observe(root, watched);
    hasNewText = true;
    return true;
  }

  function onRecords(records: MutationRecord[]): void {
    hasNewText = true;
    if (current) {
      rest(250);
      return;
    }
    const started = performance.now();
    allowance = Math.min(allowedAheadMs, allowance + (started - allowedAt) * allowedShare);
    allowedAt = started;
    const nodes = changedNodes(records);
    for (const node of nodes ?? []) {
      const found = isThere(node) && readChange(node);
      if (found) {
        looks.stop();
        conclude(found, lookCost);
        return;
      }
    }
    allowance -= performance.now() - started;
    if (!nodes || allowance < 0) rest(between(200, lookCost * 110, 1_100));
    else looks.startIn(between(300, lookCost * 400, 4_000));
  }

  function readChange(node: Node): Found | undefined {
    const found = isNamedIn(textAround(node)) && climb(node, suspects);
    if (found || !isElement(node)) return found || undefined;
    for (const element of [node, ...node.getElementsByTagName('*')]) {
      if (element.shadowRoot && addRoot(element.shadowRoot)) looks.startIn(0);
      const match = spoken(element);
      if (match) return { element, match };
    }
    return undefined;
  }

  function* look(): Generator<void, Found | undefined> {
    const still = current && isThere(current.element) && readAt(current.element, true);
    if (still) return still;
    for (const element of suspects) {
      const found = isThere(element) && readAt(element);
      if (found) return found;
    }

    const started = performance.now();
    isSweep = started >= sweepDueAt;
    if (hasNewText || current) {
      hasNewText = false;
      suspects.clear();
      for (const root of roots) {
        for (const passage of passages((isDocument(root) && root.body) || root)) {
          const found = findIn(passage, suspects);
          if (found) return found;
          yield;
        }
      }
    }
    if (isSweep) {
      for (const root of roots) {
        yield* growRoots(root, addRoot);
        const found = yield* findSpoken(root);
        if (found) return found;
      }
      sweepDueAt = started + between(500, (performance.now() - started) * 400, 6_000);
    }
    return undefined;
  }

  function conclude(found: Found | undefined, costMs: number): void {
    if (!isSweep) lookCost = costMs;
    if (signal.aborted) return;
    arm();
    if (found) {
      const isNew = found.match.quote !== current?.match.quote;
      current = found;
      missingSince = undefined;
      if (isNew) onSeen(found.match);
    } else if (current) {
      sweepDueAt = 0;
      missingSince ??= performance.now();
      if (performance.now() - missingSince < patienceMs) {
        looks.startIn(between(200, lookCost * 20, patienceMs));
        return;
      }
      current = missingSince = undefined;
      onGone();
    }
    if (hasNewText) looks.startIn(between(50, lookCost * 110, 1_100));
    looks.startIn(suspects.size || current ? 400 : between(500, lookCost * 300, 4_000));
  }

  function lookNow(): NoticeMatch | undefined {
    hasNewText = true;
    sweepDueAt = 0;
    if (!signal.aborted) looks.doNow();
    return current?.match;
  }

  function start(): void {
    if (roots.size || !hasRoom(view)) return;
    addRoot(page);
    if (page.body) looks.startIn(0);
  }

  const view = page.defaultView ?? window;
  start();
  // A frame without room cannot show a sentence; it may be given room.
  view.addEventListener('resize', start, { signal });
  // Back from the back/forward cache: the browser went elsewhere meanwhile, so it is a new appearance.
  view.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      current = undefined;
      lookNow();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    looks.stop();
    roots.clear();
    current = undefined;
  });
  return { lookNow };
}

const hasRoom = (view: Window): boolean =>
  view.parent === view || (view.innerWidth > 50 && view.innerHeight > 10);

/** The nodes that changed, each once, or undefined when there are too many to read one by one. */
function changedNodes(records: MutationRecord[]): Set<Node> | undefined {
  if (records.length > mostChanges) return undefined;
  const nodes = new Set<Node>();
  for (const { type, target, addedNodes } of records) {
    for (const node of type === 'childList' ? addedNodes : [target]) {
      if (nodes.size > mostChanges || (isElement(node) && isLarge(node, 500))) return undefined;
      nodes.add(node);
    }
  }
  return nodes;
}

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(value, least), most);
