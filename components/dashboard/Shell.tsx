import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '@/components/Icon';
import { useWords } from '@/lib/i18n';
import type { StringKey } from '@/lib/strings';
import { keepFocus } from './keep-focus';
import type { Route } from './route';

const places: { href: string; icon: IconName; label: StringKey; holds: Route['name'][] }[] = [
  {
    href: '#/',
    icon: 'history',
    label: 'history.nav.history',
    holds: ['history', 'record', 'draft', 'certificate'],
  },
  { href: '#/figures', icon: 'chart', label: 'board.figures.nav', holds: ['figures'] },
  {
    href: '#/backup',
    icon: 'download',
    label: 'history.nav.backup',
    holds: ['backup', 'import', 'verify'],
  },
  { href: '#/settings', icon: 'settings', label: 'history.nav.settings', holds: ['settings'] },
];

/** What stands around every page: the bar with the product's name, the places to go, and the content. */
export function Shell(props: { current: Route['name']; children: ComponentChildren }): JSX.Element {
  const { t } = useWords();
  const content = useRef<HTMLElement>(null);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    keepFocus(document, stop.signal);
    return () => stop.abort();
  }, []);
  // Where the places stand in one line that is longer than the screen, the current one is in sight.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.current]);
  return (
    <div class="shell">
      <button class="skip" type="button" onClick={() => content.current?.focus()}>
        {t('history.nav.skip')}
      </button>
      <header class="suite-bar">
        <a class="suite-name" href="#/">
          <Icon name="seal" size={24} />
          {t('common.product')}
        </a>
        <span class="suite-note">{t('common.independent')}</span>
      </header>
      <nav class="places" ref={nav} aria-label={t('history.nav.label')}>
        <ul>
          {places.map(({ href, icon, label, holds }) => (
            <li key={href}>
              <a href={href} aria-current={holds.includes(props.current) ? 'page' : undefined}>
                <Icon name={icon} size={20} />
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="content" ref={content} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
