// By number, not by `instanceof`: a node of another frame's document is of another realm.

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isDocument = (node: Node): node is Document => node.nodeType === 9;

/** Whether a node still stands in a page that is shown. */
export const isThere = (node: Node): boolean =>
  node.isConnected && Boolean((isDocument(node) ? node : node.ownerDocument)?.defaultView);

/** The element around a node, also across the border of a shadow tree. */
export function parentOf(node: Node): Element | undefined {
  return node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host;
}

/**
 * Whether a node holds more elements than `limit`; no more than that are visited. (Asked for its element at `limit`, a
 * collection counts all of them first, anew after every change.)
 */
export function isLarge(node: Node, limit: number): boolean {
  const walker = document.createTreeWalker(node, 1);
  for (let left = limit; left >= 0; left--) if (!walker.nextNode()) return false;
  return true;
}

/** An element, or the one around a node, and those around it, as long as they are no larger than `limit`. */
export function* upwards(node: Node, limit: number): Generator<Element> {
  let at = isElement(node) ? node : parentOf(node);
  for (; at && !isLarge(at, limit); at = parentOf(at)) yield at;
}
