import { isElement, isLarge, isText, parentOf } from './nodes';

/** Elements whose text is read in one go: about a millisecond of the browser's own work. */
const oneGo = 8_000;
const longPassage = 50_000;

/** Neighbouring nodes and their text as the document holds it, hidden text and scripts included. */
export type Passage = { nodes: Node[]; text: string };

/** The text of a whole tree in stretches of bounded work. It may change meanwhile: what moves is read at the next look. */
export function* passages(root: Node): Generator<Passage> {
  let nodes: Node[] = [];
  let text = '';
  for (const run of runs(root)) {
    nodes.push(...run);
    text += textOf(run);
    if (text.length < longPassage) continue;
    yield { nodes, text };
    // A sentence may begin in one passage and end in the next.
    nodes = nodes.length > 2 ? nodes.slice(-2) : [];
    text = textOf(nodes);
  }
  yield { nodes, text };
}

const textOf = (nodes: Node[]): string => nodes.map((node) => node.textContent).join('');

function* runs(node: Node): Generator<Node[]> {
  const children = node.childNodes;
  if (isText(node) || (isElement(node) && node.getElementsByTagName('*').length < oneGo)) {
    yield [node];
    return;
  }
  // By number, not by sibling: a child that is replaced meanwhile does not end the walk.
  const step = children.length > 100 ? 50 : 1;
  for (let at = 0; at < children.length; at += step) {
    if (step > 1) yield Array.prototype.slice.call(children, at, at + step);
    else yield* runs(children[at] as Node);
  }
}

/** The text of a changed node with its surroundings, as far as they are small: a sentence may be split over neighbours. */
export function textAround(node: Node): string {
  let around = node;
  for (let at = parentOf(node); at && !isLarge(at, 60); at = parentOf(at)) around = at;
  return around.textContent ?? '';
}
