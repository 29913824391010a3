import type { JSX } from 'preact';
import { type Letter, mailFor } from '@/lib/domain/letters/customer-letter';
import { useWords } from '@/lib/i18n';
import { Icon } from './Icon';
import type { Copying } from './use-copy';

/**
 * Opens a letter in the mail program. In a tab of its own: where the mail program is a web page, it would
 * otherwise take the place of our frame. A body too long to be handed over is copied by the same click.
 */
export function MailLink(props: {
  email: string;
  /** What the mail program gets. */
  letter: Letter;
  /** The same with a secret masked: what stands in the link, where pointing at it shows it. */
  shown?: Letter;
  copy: Copying['copy'];
}): JSX.Element {
  const { t } = useWords();
  const { href, withBody } = mailFor(props.email, props.letter);
  const safe = props.shown ? mailFor(props.email, props.shown).href : href;
  return (
    <a
      class="button"
      href={safe}
      target="_blank"
      rel="noreferrer noopener"
      onClick={({ currentTarget: link }) => {
        if (!withBody) props.copy(props.letter.body);
        if (safe === href) return;
        link.href = href;
        // The browser has read it once the click is over.
        setTimeout(() => link.setAttribute('href', safe));
      }}
    >
      <Icon name="open" />
      {t('guide.letter.open')}
    </a>
  );
}
