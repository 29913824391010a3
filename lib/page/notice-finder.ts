import { matchNotice, mayHoldNotice, type NoticeMatch } from '@/lib/domain/notice-matcher';
import { isElement, isLarge, parentOf } from './nodes';
import type { Passage } from './page-text';
import { isReadable, readableText } from './readable-text';

/** Where the notice stands, and what it says there. */
export type Found = { element: Element; match: NoticeMatch };

/** Where the document holds the notice unseen (yet): a closed dialog, a hidden twin. */
export type Suspects = Set<Element>;

/** Whether a document's own text, in which line breaks mean nothing, makes the statement anywhere. */
export function isNamedIn(text: string | null): boolean {
  return Boolean(text && mayHoldNotice(text) && matchNotice(text.replace(/\s+/g, ' ')));
}

/** Find the notice as a person sees it in a passage whose text names it; unseen places are noted in `suspects`. */
export function findIn({ nodes, text }: Passage, suspects: Suspects): Found | undefined {
  if (!isNamedIn(text)) return undefined;
  for (const node of nodes) {
    if (!mayHoldNotice(node.textContent ?? '')) continue;
    // Where it is split over several nodes of the passage, it is said around the one with its rarest words.
    const found = (isElement(node) && descend(node, suspects)) || climb(node, suspects);
    if (found) return found;
  }
  return undefined;
}

function descend(element: Element, suspects: Suspects): Found | undefined {
  if (!isNamedIn(element.textContent)) return undefined;
  const known = suspects.size;
  for (const child of element.children) {
    const found = descend(child, suspects);
    if (found) return found;
  }
  const found = isLarge(element, 300) ? undefined : readAt(element);
  // The smallest hidden element is enough to look at again.
  if (!found && suspects.size === known) suspects.add(element);
  return found;
}

/** The smallest element around a node that says it to the eye. */
export function climb(node: Node, suspects: Suspects): Found | undefined {
  let hidden: Element | undefined;
  let at = isElement(node) ? node : parentOf(node);
  for (let level = 0; at && level < 8 && !isLarge(at, 300); level++) {
    if (isNamedIn(at.textContent)) {
      const found = readAt(at);
      if (found) return found;
      hidden ??= at;
    }
    at = parentOf(at);
  }
  if (hidden) suspects.add(hidden);
  return undefined;
}

/** What one element says, to the eye or else through its attributes. */
export function readAt(element: Element, again = false): Found | undefined {
  const match = matchNotice(readableText(element, again)) ?? spoken(element);
  return match && { element, match };
}

const spokenAttributes = ['aria-label', 'alt', 'title'];
const speaking = '[aria-label],[alt],[title]';

/** What an element says through its attributes, if it is there to be read. */
export function spoken(element: Element): NoticeMatch | undefined {
  for (const name of spokenAttributes) {
    const text = element.getAttribute(name);
    const match = text && text.length > 20 && matchNotice(text);
    if (match && isReadable(element)) return match;
  }
  return undefined;
}

/** Find the notice where only an attribute says it. Yields now and then: there may be thousands of them. */
export function* findSpoken(root: ParentNode): Generator<void, Found | undefined> {
  let read = 0;
  for (const element of root.querySelectorAll(speaking)) {
    const match = spoken(element);
    if (match) return { element, match };
    if (++read % 500 === 0) yield;
  }
  return undefined;
}
