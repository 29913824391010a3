import { useReducer } from 'preact/hooks';
import type { Letter, LetterLanguage, LetterPurpose } from '@/lib/domain/letters/customer-letter';

/** What a person changed in a letter; what is absent follows what is known. */
export type LetterEdit = {
  open?: boolean;
  language?: LetterLanguage;
  company?: string;
  name?: string;
  email?: string;
  /** The acceptance link that the sender pasted: a secret, in memory only. */
  link?: string;
  /** Changed texts by language: choosing another language and coming back finds them again. */
  texts?: Partial<Record<LetterLanguage, Partial<Letter>>>;
};

export type Letters = {
  edit: (purpose: LetterPurpose) => LetterEdit;
  change: (purpose: LetterPurpose, changes: Partial<LetterEdit>) => void;
};

type Kept = { draftId: string; edits: Partial<Record<LetterPurpose, LetterEdit>> };

/** By place. In memory only, as long as the page lives: a letter may hold an acceptance link. */
const kept = new Map<string, Kept>();

/**
 * Letters as they are being edited at a place (a tab's page, a finding). They outlive a collapsed panel and
 * another of its tabs, but not the page. A letter edited for one draft is not shown with another one,
 * because the same page serves many customers.
 */
export function useLetters(place: string, draftId = ''): Letters {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const here = kept.get(place);
  const another = here && here.draftId !== '' && draftId !== '' && here.draftId !== draftId;
  const edits = here && !another ? here.edits : {};
  return {
    edit: (purpose) => edits[purpose] ?? {},
    change(purpose, changes) {
      const edit = { ...edits[purpose], ...changes };
      kept.set(place, {
        draftId: draftId || (another ? '' : (here?.draftId ?? '')),
        edits: { ...edits, [purpose]: edit },
      });
      draw(undefined);
    },
  };
}
