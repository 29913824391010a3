import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Words, wordsFor } from './words';

export type { Words } from './words';

/** The words a page speaks in: provided once by components/mount.tsx. */
const WordsContext = createContext<Words>(wordsFor('en', []));
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  return useContext(WordsContext);
}
