import { h, icon, waffle } from './element.js';

const places = [
  ['home', 'home', '#/homepage'],
  ['users', 'users', '#/users'],
  ['groups', 'groups'],
  [
    'billing',
    'billing',
    undefined,
    [
      ['products', '#/subscriptions', 'products'],
      ['bills', '#/billoverview', 'billing'],
      ['purchase', '#/Purchase/checkout', 'checkout'],
      ['agreementTitle', '#/BillingAccounts/agreement', 'agreement'],
    ],
  ],
  [
    'settings',
    'settings',
    undefined,
    [['partners', '#/Settings/PartnerRelationships', 'partners']],
  ],
  ['support', 'support'],
];

/** Top bar, navigation and footer of the admin center, with the empty place for a page's content. */
export function adminCenter(around) {
  const { t } = around;
  const content = h('div.content');
  const frame = h(
    'div.shell',
    undefined,
    topBar(around, t('appTitle')),
    h(
      'div.columns',
      undefined,
      h(
        'nav.side',
        { id: 'side', 'aria-label': t('menu') },
        h(
          'ul',
          undefined,
          places.map((place) => navItem(around, place)),
        ),
      ),
      h('main', { id: 'main', tabindex: '-1' }, content, footer(t)),
    ),
  );
  return { frame, content };
}

/** The bar on top of both centers. */
export function topBar({ t, names, language, languages, setLanguage }, title) {
  const initials = [...names.person.split(' ')]
    .map((part) => part[0])
    .join('')
    .slice(0, 2);
  const choose = h(
    'select',
    { 'aria-label': t('language'), onchange: (event) => setLanguage(event.currentTarget.value) },
    languages.map(([tag, name]) =>
      h('option', { value: tag, lang: tag, selected: tag === language }, name),
    ),
  );
  const toggleMenu = () => document.getElementById('side').classList.toggle('open');
  return h(
    'header.top',
    undefined,
    h('a.skip', { href: '#main' }, t('skip')),
    h(
      'button.plain.menu',
      { type: 'button', 'aria-label': t('menu'), onclick: toggleMenu },
      icon('menu'),
    ),
    h('button.plain.launcher', { type: 'button', 'aria-label': t('apps') }, waffle()),
    h('span.product', undefined, title),
    h('span.pill', { title: t('demoLong') }, t('demo')),
    h(
      'label.search',
      undefined,
      icon('search'),
      h('input', { type: 'search', placeholder: t('search'), 'aria-label': t('search') }),
    ),
    h('label.language', undefined, icon('globe'), choose),
    h('button.plain.extra', { type: 'button', 'aria-label': t('notifications') }, icon('bell')),
    h('button.plain.extra', { type: 'button', 'aria-label': t('help') }, icon('help')),
    h('span.tenant', undefined, names.customer),
    h('button.avatar', { type: 'button', 'aria-label': t('account') }, initials),
  );
}

export const footer = (t) =>
  h('footer', undefined, h('span', undefined, t('footer')), h('span', undefined, t('demoLong')));

/** Grey shapes where the content will be. */
export function skeleton({ t }) {
  const lines = ['title', 'line', 'line short', 'block', 'line', 'line short'];
  return h(
    'div.skeleton',
    { role: 'progressbar', 'aria-label': t('loading') },
    lines.map((kind) => h(`div.${kind.replace(' ', '.')}`)),
  );
}

function navItem({ t, route }, [key, drawing, href, below]) {
  if (!below) {
    const isHere = href && route === key;
    return h('li', undefined, navLink(t(key), href, isHere, icon(drawing)));
  }
  const head = h(
    'button.nav-head',
    { type: 'button', 'aria-expanded': 'true' },
    icon(drawing),
    h('span', undefined, t(key)),
    icon('down'),
  );
  const list = h(
    'ul',
    undefined,
    below.map(([name, to, page]) => h('li', undefined, navLink(t(name), to, route === page))),
  );
  head.addEventListener('click', () => {
    list.hidden = !list.hidden;
    head.setAttribute('aria-expanded', String(!list.hidden));
  });
  return h('li', undefined, head, list);
}

function navLink(text, href, isHere, drawing) {
  return h(
    'a.nav-link',
    { href: href ?? '#/homepage', 'aria-current': isHere ? 'page' : undefined },
    drawing,
    h('span', undefined, text),
  );
}
