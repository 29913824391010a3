import type { JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import { markMatches, type Piece } from '@/lib/domain/history/highlight';

/** A text, without acceptance links, in which what a search has found is marked. */
export function Marked(props: { text: string; words: readonly string[] }): JSX.Element {
  const text = maskAcceptanceLinks(props.text);
  if (props.words.length === 0) return <>{text}</>;
  return <Pieces pieces={markMatches(text, props.words)} />;
}

/** Pieces of a text one after the other, some of them marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }): JSX.Element {
  return (
    <>
      {pieces.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
    </>
  );
}
