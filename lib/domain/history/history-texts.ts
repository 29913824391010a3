// Folded texts of very many records: laid end to end, since finding a word in one long text takes a hundredth of the
// time that it takes in as many short ones. Texts of letters below 256 lie apart from others: they take half the memory.

/** How many slots (places of records) one chunk has. */
export const chunkSize = 4_096;

/** Texts end to end, each followed by a line break. `slots` says whose text each is, counted within the chunk. */
export type TextBody = { text: string; ends: Uint32Array; slots: Uint16Array };
/** The texts of one chunk: the narrow ones and the wide ones. */
export type TextChunk = readonly TextBody[];

const wide = /[^\u0000-\u00ff]/;

/** Lay the texts of a chunk end to end; `texts[slot]` is a slot's text, `undefined` where there is none. */
export function packTexts(texts: readonly (string | undefined)[]): TextChunk {
  const narrow: [slot: number, text: string][] = [];
  const others: [slot: number, text: string][] = [];
  texts.forEach((text, slot) => {
    if (text !== undefined) (wide.test(text) ? others : narrow).push([slot, text]);
  });
  return [bodyOf(narrow), bodyOf(others)];
}

/** The texts of a chunk by slot, as `packTexts` took them. */
export function unpackTexts(chunk: TextChunk): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (const body of chunk) eachText(body, (slot, text) => (texts[slot] = text));
  return texts;
}

/** The text of one slot, if it has one. */
export function textAt(chunk: TextChunk | undefined, slot: number): string | undefined {
  for (const body of chunk ?? []) {
    const place = body.slots.indexOf(slot);
    if (place >= 0) return textOfPlace(body, place);
  }
  return undefined;
}

/** Call back with each slot whose text has every word. Words hold no line break, and there is at least one. */
export function searchTexts(
  chunk: TextChunk,
  words: readonly string[],
  onFound: (slot: number) => void,
): void {
  // The longest word is in the fewest texts.
  const [first = '', ...others] = words.toSorted((one, other) => other.length - one.length);
  for (const body of chunk) {
    const { text, ends, slots } = body;
    let place = 0;
    for (let at = text.indexOf(first); at >= 0; ) {
      while (ends[place]! <= at) place++;
      if (others.length === 0 || hasAll(textOfPlace(body, place), others)) onFound(slots[place]!);
      at = text.indexOf(first, ends[place]);
    }
  }
}

/** As `searchTexts`, among some slots only: they are asked one by one. */
export function searchSome(
  chunk: TextChunk,
  words: readonly string[],
  isWanted: (slot: number) => boolean,
  onFound: (slot: number) => void,
): void {
  for (const body of chunk)
    for (const [place, slot] of body.slots.entries())
      if (isWanted(slot) && hasAll(textOfPlace(body, place), words)) onFound(slot);
}

function bodyOf(texts: readonly (readonly [slot: number, text: string])[]): TextBody {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach(([, text], place) => {
    end += text.length + 1;
    ends[place] = end;
  });
  const text = texts.map(([, own]) => `${own}\n`).join('');
  return { text, ends, slots: Uint16Array.from(texts, ([slot]) => slot) };
}

function eachText(body: TextBody, onText: (slot: number, text: string) => void): void {
  for (let place = 0; place < body.ends.length; place++)
    onText(body.slots[place]!, textOfPlace(body, place));
}

function textOfPlace({ text, ends }: TextBody, place: number): string {
  return text.slice(place === 0 ? 0 : ends[place - 1], ends[place]! - 1);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
