/** Full-width punctuation brings its own space: 。 and its like fill half of their square. */
const endsFull = /[。，、：；！？」』）]$/;

/** A text with the space that parts it from what follows in its line, where its writing wants one. */
export function spaced(text: string): string {
  return endsFull.test(text) ? text : `${text} `;
}

/** Sentences one after the other. */
export function inOneLine(texts: readonly string[]): string {
  return texts.map((text, place) => (place < texts.length - 1 ? spaced(text) : text)).join('');
}
