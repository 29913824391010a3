import { isDocument, isText, isThere } from './nodes';

/** A tree of its own text: the page, or an open shadow tree in it. (Frames have a copy of ours each.) */
export type Root = Document | ShadowRoot;

/** Of more records than this nobody asks where they come from. */
const mostRecords = 600;
/** A part with more neighbours than this is muted together with them: each neighbour has to be observed by itself. */
const mostNeighbours = 150;
const mostMuted = 4;
/** How long a part is muted at first, and at most; each time that it is as loud as before, twice as long. */
const firstMs = 200;
const longestMs = 16_000;

/** What may show, hide or say something. */
const attributeFilter = 'class style hidden open aria-hidden aria-label alt title'.split(' ');

/**
 * Observes trees, without the parts of them that change so much that recording it would cost more than
 * reading them now and then. Such a part is *muted* for a while; the rest of the page is told as it changes.
 */
export function observeTrees(onRecords: (records: MutationRecord[]) => void) {
  const roots = new Set<Root>();
  const muted = new Map<Node, number>();
  const watched: MutationObserverInit = { subtree: true, childList: true, characterData: true };
  let muteMs = firstMs;
  let unmutedAt = -Infinity;

  const observer = new MutationObserver((records) => {
    // Beside a muted part each child is observed by itself, so one that is new has to be as well. Of many, more is muted.
    if (muted.size) {
      for (const { addedNodes } of records.slice(0, mostRecords)) {
        if (addedNodes.length < mostNeighbours) addedNodes.forEach(cover);
      }
    }
    onRecords(records);
  });

  function cover(node: Node): void {
    if (muted.has(node)) return;
    for (const part of muted.keys()) {
      if (!node.contains(part)) continue;
      observer.observe(node, { ...watched, subtree: false });
      node.childNodes.forEach(cover);
      return;
    }
    observer.observe(node, watched);
  }

  function arm(): void {
    observer.disconnect();
    for (const root of roots) {
      if (isThere(root)) cover(root);
      else roots.delete(root);
    }
  }

  return {
    roots,
    muted: muted as ReadonlyMap<Node, number>,
    /** Begin with a tree; false where it is observed already. */
    add(root: Root): boolean {
      const isNew = !roots.has(root);
      if (isNew) cover(root);
      roots.add(root);
      return isNew;
    },
    /** Be told of attributes as well, which a page that is loading sets by the thousand. */
    addAttributes(): void {
      watched.attributeFilter = attributeFilter;
      roots.forEach(cover);
    },
    /** Mute the parts in which all of these happened; they have to be read from now on. */
    mute(records: MutationRecord[]): void {
      const now = performance.now();
      muteMs = now - unmutedAt < 3_000 ? Math.min(muteMs * 2, longestMs) : firstMs;
      for (const part of muted.size < mostMuted ? partsOf(records, roots) : roots) {
        for (const other of muted.keys()) if (part.contains(other)) muted.delete(other);
        muted.set(part, now + muteMs);
      }
      arm();
    },
    /** Observe again what was muted long enough, before it is read for the last time; whether there was any. */
    unmute(now: number): boolean {
      for (const [part, until] of muted) {
        if (until > now && isThere(part)) continue;
        muted.delete(part);
        unmutedAt = now;
      }
      if (unmutedAt !== now) return false;
      arm();
      return true;
    },
    stop(): void {
      observer.disconnect();
      roots.clear();
    },
  };
}

/** The smallest parts, one a tree, in which everything that was recorded happened. */
function partsOf(records: MutationRecord[], roots: Set<Root>): Iterable<Node> {
  if (records.length > mostRecords) return roots;
  const parts = new Map<Node, Node>();
  for (const { target } of records) {
    if (!target.isConnected) continue;
    const root = target.getRootNode();
    let part = parts.get(root) ?? ((isText(target) && target.parentNode) || target);
    while (!part.contains(target) && part.parentNode) part = part.parentNode;
    parts.set(root, part);
  }
  return [...parts].map(([root, part]) => widened(part, root));
}

function widened(part: Node, root: Node): Node {
  let wide = part;
  let above = part.parentNode;
  for (; above; above = above.parentNode) {
    if (above.childNodes.length > mostNeighbours) wide = above;
  }
  // The body is all there is to read of a page.
  return isDocument(root) && (wide === root.body || wide === root.documentElement) ? root : wide;
}
