import { isElement, isLarge, isThere, parentOf, upwards } from './nodes';

/** A page is read in about as many pieces as this: each is short work, and all together hardly more than one. */
const mostPieces = 160;
/** A part of so few elements is read in one; not a page, which may hold long scripts among them. */
const smallPart = 300;
/** More children than this are read in stretches, without a look at each of them. */
const wide = 60;
const stretches = 30;
/** Shorter text is read together with what follows it. */
const shortText = 20_000;
/** A sentence may begin in one passage and end in the next. */
const overlap = 400;

/** A node with all that is in it, or some neighbouring children of it. */
export type Piece = { node: Node; from?: number | undefined; to?: number | undefined };

/** What is changed is read together with so many elements around it. */
const mostAround = 60;

/** Some neighbouring text as the document holds it, hidden text and scripts included, and where it stands. */
export type Passage = { text: string; pieces: Piece[] };

/** The text of a whole tree in passages of bounded work. It may change meanwhile: what moves is read at the next look. */
export function* passages(root: Node): Generator<Passage> {
  let pieces: Piece[] = [];
  let text = '';
  for (const piece of piecesOf(root)) {
    pieces.push(piece);
    text += textOf(piece);
    if (text.length < shortText) continue;
    yield { text, pieces };
    text = text.slice(-overlap);
    pieces = [piece];
  }
  yield { text, pieces };
}

/** The nodes whose own text passes a test: by stretches, so that thousands of neighbours are not asked one by one. */
export function* nodesThat(test: (text: string) => boolean, pieces: Piece[]): Generator<Node> {
  for (const piece of pieces) {
    if (!test(textOf(piece))) continue;
    if (piece.from === undefined) yield piece.node;
    else yield* nodesThat(test, cut(piece) ?? []);
  }
}

/** A tree cut into pieces in their order, from the top down as far as their number allows. */
export function piecesOf(root: Node): Piece[] {
  let pieces: Piece[] = [{ node: root }];
  if (isElement(root) && root.localName !== 'body' && !isLarge(root, smallPart)) return pieces;
  for (let grew = true; grew && pieces.length < mostPieces; ) {
    grew = false;
    let room = mostPieces - pieces.length;
    pieces = pieces.flatMap((piece) => {
      const parts = room > 0 && piece.from === undefined ? cut(piece) : undefined;
      if (!parts) return piece;
      room -= parts.length - 1;
      grew = true;
      return parts;
    });
  }
  return pieces;
}

/** Text that no person reads; in the text of larger pieces it is read along. */
const isMachineText = ({ nodeName: name }: Node) =>
  name === '#comment' || name === 'SCRIPT' || name === 'STYLE';

function cut({ node, from = 0, to = Infinity }: Piece): Piece[] | undefined {
  if (isMachineText(node)) return undefined;
  const count = Math.min(node.childNodes.length, to) - from;
  if (count <= 0) return undefined;
  if (count <= wide) {
    return Array.from({ length: count }, (_, at) => ({ node: node.childNodes[from + at] as Node }));
  }
  const step = Math.ceil(count / stretches);
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => ({
    node,
    from: from + at * step,
    to: from + at * step + step,
  }));
}

let range: Range | undefined;

function textOf({ node, from, to = 0 }: Piece): string {
  if (from === undefined) {
    return isMachineText(node) ? '' : (node.textContent ?? '');
  }
  // One for all: the browser keeps every range right while the page changes.
  range ??= new Range();
  const { length } = node.childNodes;
  range.setStart(node, Math.min(from, length));
  range.setEnd(node, Math.min(to, length));
  const text = String(range);
  range.setEnd(document, 0);
  return text;
}

/**
 * The text of a whole document at once. Asked of a range, because the first element that a script touches
 * makes the browser prepare all of its interfaces: half of what a page pays for us as it loads.
 */
export function textOfAll(page: Document): string {
  range ??= new Range();
  range.selectNodeContents(page);
  const text = String(range);
  range.collapse(true);
  return text;
}

/** Changed nodes with their surroundings, each once, as far as they are small: a sentence may be split over neighbours. */
export function surroundings(nodes: Set<Node>): Set<Node> {
  const known = new Map<Node | undefined, Node | undefined>();
  const found = new Set<Node>();
  for (const node of nodes) {
    if (!isThere(node)) continue;
    const parent = parentOf(node);
    // Neighbours that came together share theirs.
    if (parent && !known.has(parent)) known.set(parent, [...upwards(parent, mostAround)].pop());
    found.add(known.get(parent) ?? node);
  }
  return found;
}
