import type { JSX } from 'preact';
import { type Letter, mailFor } from '@/lib/domain/customer-letter';
import { useWords } from '@/lib/i18n';
import { Icon } from './Icon';
import type { Copying } from './use-copy';

/**
 * Opens a letter in the mail program. In a tab of its own: where the mail program is a web page, it would
 * otherwise take the place of our frame. A body too long to be handed over is copied by the same click.
 */
export function MailLink(props: {
  email: string;
  letter: Letter;
  copy: Copying['copy'];
}): JSX.Element {
  const { t } = useWords();
  const { href, withBody } = mailFor(props.email, props.letter);
  return (
    <a
      class="button"
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      onClick={() => {
        if (!withBody) props.copy(props.letter.body);
      }}
    >
      <Icon name="open" />
      {t('guide.letter.open')}
    </a>
  );
}
