import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { useWords } from '@/lib/i18n';

/** The way back to the list. */
export type UpLink = { href: string; onClick: (event: MouseEvent) => void };

/** A page's title, and under it what the page is for. `tab` names the browser's tab and never holds personal data. */
export function PageHead(props: {
  title: string;
  tab?: string;
  about?: ComponentChildren;
  /** The list above this page, as it was left. */
  up?: UpLink;
}): JSX.Element {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const tab = `${props.tab ?? props.title} – ${t('common.product')}`;
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  // A new page in the same document: say so where a screen reader listens, as a page load would.
  useEffect(() => {
    if (firstPage) firstPage = false;
    else heading.current?.focus();
  }, []);

  return (
    <header class="page-head">
      {props.up && (
        <nav aria-label={t('history.nav.up')}>
          <a class="row up-link" href={props.up.href} onClick={props.up.onClick}>
            <Icon name="back" />
            {t('history.title')}
          </a>
        </nav>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.about && <p class="soft">{props.about}</p>}
    </header>
  );
}

/** Put the focus on the page's title: what has it is about to go. */
export function focusPageHead(): void {
  document.querySelector<HTMLElement>('.page-head h1')?.focus();
}

/** False once a page has been shown: the first one leaves the focus where the browser puts it. */
let firstPage = true;
