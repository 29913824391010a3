import { customerDomain, ids } from '../scenery.js';
import { h, icon } from './element.js';
import { badge, card, commands, day, facts, heading } from './parts.js';
import { footer, topBar } from './shell.js';

/** The frame of Partner Center: a lighter bar, and the customer's own menu at the side. */
export function partnerCenter(around) {
  const { t, names } = around;
  const content = h('div.content');
  const items = [
    ['pcAccount', 'person', true],
    ['pcSubscriptions', 'products'],
    ['pcUsers', 'users'],
    ['pcHistory', 'bills'],
  ].map(([key, drawing, isHere]) =>
    h(
      'li',
      undefined,
      h(
        'a.nav-link',
        { href: '#account', 'aria-current': isHere ? 'page' : undefined },
        icon(drawing),
        h('span', undefined, t(key)),
      ),
    ),
  );
  const frame = h(
    'div.shell.partner-center',
    undefined,
    topBar(around, t('pcTitle')),
    h(
      'div.columns',
      undefined,
      h(
        'nav.side',
        { id: 'side', 'aria-label': t('menu') },
        h('p.side-title', undefined, names.customer),
        h('ul', undefined, items),
      ),
      h('main', { id: 'main', tabindex: '-1' }, content, footer(t)),
    ),
  );
  return { frame, content };
}

/** A customer's account page. It names the tenant; the notice never stands here. */
export function customerAccount({ t, names, language }) {
  const tenantId = /customers\/([^/]+)/i.exec(location.pathname)?.[1] ?? ids.customer;
  return [
    heading([t('workspaces'), t('customers'), names.customer], t('pcAccount'), t('pcLead')),
    commands([['refresh', t('refresh')]]),
    h(
      'div.two',
      undefined,
      card(
        t('customerInfo'),
        facts([
          [t('companyName'), names.customer],
          [t('domain'), customerDomain],
          [t('tenantId'), h('code', undefined, tenantId)],
          [t('relation'), t('reseller')],
        ]),
      ),
      card(
        t('agreementCard'),
        facts([
          [t('agreementTitle'), badge(t('notAccepted'), 'waiting')],
          [t('lastAccepted'), `${day('2022-06-30', language)}, ${names.person}`],
          [t('contact'), t('none')],
        ]),
        h('p.note', undefined, t('agreementCardNote')),
      ),
    ),
  ];
}
