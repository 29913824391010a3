import { isElement, isText, parentOf } from './nodes';

/** Never read: machine text, what a person types, and what the page keeps from assistive technology. */
export const neverRead =
  'script,style,template,noscript,textarea,select,datalist,[contenteditable]:not([contenteditable=false])';
const neverReadFirst = `${neverRead},[aria-hidden=true]`;

/** More elements than this in one place are a page, not a sentence. */
const mostElements = 600;

/**
 * The text of a small part of the page as a person sees it, with a line break at each block; empty
 * where it is hidden. `again` reads on where it was read before although a dialog now takes the rest
 * of the page from assistive technology.
 */
export function readableText(start: Element, again = false): string {
  const unread = again ? neverRead : neverReadFirst;
  let elements = 0;
  let text = '';
  const read = (element: Element): void => {
    if (++elements > mostElements || element.matches(unread)) return;
    const style = getComputedStyle(element);
    if (style.display !== 'contents' && !element.checkVisibility({ opacityProperty: true })) return;
    const edge = /^(inline|contents|ruby)/.test(style.display) ? '' : '\n';
    let isSeen: boolean | undefined;
    text += edge;
    for (const child of element.childNodes) {
      if (isElement(child)) read(child);
      else if (isText(child)) {
        const data = child.data.replace(/\s+/g, ' ');
        if (data !== ' ') isSeen ??= style.visibility !== 'hidden' && isInSight(element);
        if (isSeen || data === ' ') text += data;
      }
    }
    text += element.localName === 'br' ? '\n' : edge;
  };
  if (isShown(start, unread)) read(start);
  return text;
}

/** Whether an element that speaks through an attribute (`alt`, `aria-label`, `title`) is there to be read. */
export function isReadable(element: Element): boolean {
  return isShown(element, neverReadFirst) && isInSight(element);
}

function isShown(start: Element, unread: string): boolean {
  for (let at: Element | undefined = start; at; at = parentOf(at)) {
    if (at.matches(unread)) return false;
  }
  return start.checkVisibility({ opacityProperty: true });
}

/** Whether an element stands where a person can scroll to, and is not cut down to nothing. */
function isInSight(element: Element): boolean {
  const { documentElement: sheet, defaultView: view } = element.ownerDocument;
  if (!sheet.clientWidth || !view) return true; // no layout to ask
  // An element without a box of its own (`display: contents`) is all zeros here.
  const { left, right, bottom } = element.getBoundingClientRect();
  if (
    right + view.scrollX < 0 ||
    bottom + view.scrollY < 0 ||
    left + view.scrollX > sheet.scrollWidth
  ) {
    return false;
  }
  for (let at: Element | undefined = element; at && at !== sheet; at = parentOf(at)) {
    const isSliver = at.clientWidth < 2 || at.clientHeight < 2;
    if (isSliver && /hidden|clip/.test(getComputedStyle(at).overflow)) return false;
  }
  return true;
}
