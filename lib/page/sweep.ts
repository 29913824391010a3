import { isElement } from './nodes';
import { piecesOf } from './page-text';

/** The commonest elements that can have no shadow tree: the browser leaves them out far faster than we can. */
const noHosts = 'td,tr,a,i,b,li,button,svg,path,option,input,label,th,img,ul,br';
const hosts = `:not(${noHosts})`;
const hostsAndSpoken = `${hosts},[aria-label],[alt],[title]`;

/**
 * Visit every element of a tree that may have a shadow tree, and where wanted those that may speak through an attribute.
 * `attachShadow` leaves no record to wait for, so they are asked again and again. Yields now and then.
 */
export function* sweep(
  root: Node,
  visit: (element: Element) => void,
  alsoSpoken: boolean,
): Generator<void> {
  const wanted = alsoSpoken ? hostsAndSpoken : hosts;
  let visited = 0;
  const above = new Set<Node>();
  for (const { node, from } of piecesOf(root)) {
    // Stretches of the same children are asked at once: a question for each child would cost ten times as much.
    if (from) continue;
    // What was cut into pieces is in none of them.
    for (let at = node.parentNode; at && isElement(at) && !above.has(at); at = at.parentNode) {
      above.add(at);
      visit(at);
    }
    if (!isElement(node)) continue;
    for (const element of [node, ...node.querySelectorAll(wanted)]) {
      visit(element);
      if (++visited % 500 === 0) yield;
    }
    yield;
  }
}
