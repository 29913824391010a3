import type { JSX } from 'preact';
import { markMatches, type Piece } from '@/lib/domain/history/highlight';

/** A text in which what a search has found is marked. */
export function Marked(props: { text: string; words: readonly string[] }): JSX.Element {
  if (props.words.length === 0) return <>{props.text}</>;
  return <Pieces pieces={markMatches(props.text, props.words)} />;
}

/** Pieces of a text one after the other, some of them marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }): JSX.Element {
  return (
    <>
      {pieces.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
    </>
  );
}
