/** A tree of its own text: the page, or an open shadow tree in it. (Frames have a copy of ours each.) */
export type Root = Document | ShadowRoot;

/** Add the open shadow trees under a root: `attachShadow` leaves no record to wait for. Yields now and then. */
export function* growRoots(root: Root, add: (root: Root) => void): Generator<void> {
  const elements = root.querySelectorAll('*');
  for (let at = 0; at < elements.length; at++) {
    const { shadowRoot } = elements[at] as Element;
    if (shadowRoot) add(shadowRoot);
    if (at % 4_000 === 3_999) yield;
  }
}
