import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';

const keys: Record<string, string> = {
  arrows: '↑ ↓ Home End',
  space: 'Space',
  shift: 'Shift',
  enter: 'Enter',
};

/** What the keyboard does in the list, where there is one. */
export function KeysHint(): JSX.Element {
  const { t } = useWords();
  const sentence = t('board.list.keys', {
    arrows: '\0arrows\0',
    space: '\0space\0',
    shift: '\0shift\0',
    enter: '\0enter\0',
  });
  return (
    <p class="small soft keys-hint">
      {sentence.split('\0').map((part) => (keys[part] ? <kbd key={part}>{keys[part]}</kbd> : part))}
    </p>
  );
}
