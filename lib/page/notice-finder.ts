import { findStatement, mayHoldNotice, namesPartner } from '@/lib/domain/notice/notice-matcher';
import { isElement, upwards } from './nodes';
import { nodesThat, type Passage } from './page-text';
import { isReadable, neverRead, readableText } from './readable-text';

/** Where the notice stands, and what it says there. */
export type Found = { element: Element; quote: string };

/** Where the document holds the notice, seen or (yet) unseen: a closed dialog, a hidden twin. */
export type Places = Set<Element>;

/** More places than this are a page about the notice; one that is seen is enough. */
const mostPlaces = 20;
/** Nothing larger is one sentence. */
const mostElements = 300;

/** Whether a document's own text, in which line breaks mean nothing, makes the statement anywhere. */
export function isNamedIn(text: string | null): boolean {
  return Boolean(text && mayHoldNotice(text) && findStatement(text.replace(/\s+/g, ' ')));
}

/** Note where a passage names the notice: the smallest elements that hold it. Nothing is asked of the layout. */
export function locate({ text, pieces }: Passage, places: Places): void {
  if (!isNamedIn(text)) return;
  const { size } = places;
  for (const node of nodesThat(mayHoldNotice, pieces)) note(node, places);
  if (places.size > size) return;
  // Split over several nodes, it is said around the one with its rarest word.
  for (const node of nodesThat(namesPartner, pieces)) climb(node, places);
}

/** Note the smallest elements in a node that name the notice, or else the smallest around it. */
export function note(node: Node, places: Places): void {
  if (!isElement(node) || !descend(node, places)) climb(node, places);
}

function descend(element: Element, places: Places): boolean {
  if (!isNamedIn(element.textContent)) return false;
  let isBelow = false;
  for (const child of element.children) isBelow = descend(child, places) || isBelow;
  if (!isBelow) add(element, places);
  return true;
}

function climb(node: Node, places: Places): void {
  let levels = 8;
  for (const at of upwards(node, mostElements)) {
    const isNamed = isNamedIn(at.textContent);
    if (isNamed) add(at, places);
    if (isNamed || !--levels) return;
  }
}

function add(element: Element, places: Places): void {
  if (places.size < mostPlaces && !element.closest(neverRead)) places.add(element);
}

/** What is said to the eye at a place or close around it, where a hidden twin may stand beside it. */
export function readAround(element: Element, again = false): Found | undefined {
  let levels = 3;
  for (const at of upwards(element, mostElements)) {
    const found = readAt(at, again);
    if (found || !--levels) return found;
  }
  return undefined;
}

/** What one element says, to the eye or else through its attributes. */
function readAt(element: Element, again: boolean): Found | undefined {
  const quote =
    findStatement(readableText(element, again)) ??
    (isReadable(element) ? spokenBy(element) : undefined);
  return quote ? { element, quote } : undefined;
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
