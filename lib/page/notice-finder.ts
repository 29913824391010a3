import { findStatement, mayHoldNotice, namesPartner } from '@/lib/domain/notice-matcher';
import { isElement, isLarge, parentOf } from './nodes';
import { nodesThat, type Passage } from './page-text';
import { isReadable, neverRead, readableText } from './readable-text';

/** Where the notice stands, and what it says there. */
export type Found = { element: Element; quote: string };

/** Where the document holds the notice, seen or (yet) unseen: a closed dialog, a hidden twin. */
export type Places = Set<Element>;

/** More places than this are a page about the notice; one that is seen is enough. */
const mostPlaces = 20;

/** Whether a document's own text, in which line breaks mean nothing, makes the statement anywhere. */
export function isNamedIn(text: string | null): boolean {
  return Boolean(text && mayHoldNotice(text) && findStatement(text.replace(/\s+/g, ' ')));
}

/** Note where a passage names the notice: the smallest elements that hold it. Nothing is asked of the layout. */
export function locate({ text, pieces }: Passage, places: Places): void {
  if (!isNamedIn(text)) return;
  let isNoted = false;
  for (const node of nodesThat(mayHoldNotice, pieces)) isNoted = note(node, places) || isNoted;
  if (isNoted) return;
  // Split over several nodes, it is said around the one with its rarest word.
  for (const node of nodesThat(namesPartner, pieces)) climb(node, places);
}

/** Note the smallest elements in a node that name the notice, or else the smallest around it; whether there are any. */
export function note(node: Node, places: Places): boolean {
  return (isElement(node) && descend(node, places)) || climb(node, places);
}

function descend(element: Element, places: Places): boolean {
  if (!isNamedIn(element.textContent)) return false;
  let isBelow = false;
  for (const child of element.children) isBelow = descend(child, places) || isBelow;
  if (!isBelow) add(element, places);
  return true;
}

function climb(node: Node, places: Places): boolean {
  let at = isElement(node) ? node : parentOf(node);
  for (let level = 0; at && level < 8 && !isLarge(at, 300); level++) {
    if (isNamedIn(at.textContent)) {
      add(at, places);
      return true;
    }
    at = parentOf(at);
  }
  return false;
}

function add(element: Element, places: Places): void {
  if (places.size < mostPlaces && !element.closest(neverRead)) places.add(element);
}

/** What is said to the eye at a place or close around it, where a hidden twin may stand beside it. */
export function readAround(element: Element, again = false): Found | undefined {
  let at: Element | undefined = element;
  for (let level = 0; at && level < 3 && !isLarge(at, 300); level++) {
    const found = readAt(at, again);
    if (found) return found;
    at = parentOf(at);
  }
  return undefined;
}

/** What one element says, to the eye or else through its attributes. */
function readAt(element: Element, again: boolean): Found | undefined {
  const quote =
    findStatement(readableText(element, again)) ??
    (isReadable(element) ? spokenBy(element) : undefined);
  return quote === undefined ? undefined : { element, quote };
}

/** What an element says through its attributes, whether or not it is there to be read. */
export function spokenBy(element: Element): string | undefined {
  for (const name of ['aria-label', 'alt', 'title']) {
    const text = element.getAttribute(name);
    const quote = text && text.length > 20 && findStatement(text);
    if (quote) return quote;
  }
  return undefined;
}
