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

/** Whether an element or a page holds more elements than `limit`; no more than that are visited. */
export function isLarge(node: Element | Document, limit: number): boolean {
  return node.getElementsByTagName('*')[limit] !== undefined;
}
