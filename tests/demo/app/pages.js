import { notices } from '../notices.js';
import { customerDomain } from '../scenery.js';
import { h, icon } from './element.js';
import { noticeBar } from './notice-forms.js';
import { customerAccount } from './partner-center.js';
import { badge, button, card, commands, day, facts, heading, info, money, table } from './parts.js';

// Each page: the key of its title, and its content for a language and a link.

const pages = {
  home: { title: 'home', show: home },
  users: { title: 'users', show: users },
  products: { title: 'products', show: products },
  billing: { title: 'bills', show: billing },
  partners: { title: 'partners', show: partners },
  invitation: { title: 'invitationTitle', show: invitation },
  agreement: { title: 'agreementTitle', show: agreement },
  checkout: { title: 'checkoutTitle', show: checkout },
  delegated: { title: 'delegatedTitle', show: delegated },
  'customer-account': { title: 'pcAccount', show: customerAccount },
};

export const pageFor = (route) => pages[route];

function home({ t, language }) {
  const tile = (drawing, title, value, note) =>
    h(
      'section.card.tile',
      undefined,
      h('h2', undefined, icon(drawing), title),
      h('p.figure', undefined, value),
      h('p.note', undefined, note),
    );
  const link = (href, key) => h('a.quick', { href }, icon('document'), t(key));
  return [
    heading([], t('hello'), t('homeLead')),
    commands([
      ['plus', t('addUser')],
      ['purchase', t('buy')],
      ['refresh', t('refresh')],
    ]),
    h(
      'div.tiles',
      undefined,
      tile('users', t('cardUsers'), (148).toLocaleString(language), t('cardUsersNote')),
      tile('bills', t('cardCost'), money(2418.4, language), t('cardCostNote')),
      tile('shield', t('cardHealth'), t('cardHealthValue'), t('cardHealthNote')),
    ),
    card(
      t('recent'),
      h(
        'div.quicks',
        undefined,
        link('#/billoverview', 'bills'),
        link('#/subscriptions', 'products'),
        link('#/Settings/PartnerRelationships', 'partners'),
      ),
    ),
  ];
}

function users({ t }) {
  const people = ['amara.okafor', 'jonas.lindqvist', 'mei.tanaka', 'rosa.delgado', 'tom.becker'];
  const shown = (id) =>
    id
      .split('.')
      .map((part) => part[0].toUpperCase() + part.slice(1))
      .join(' ');
  return [
    heading([t('home')], t('users'), t('usersLead')),
    commands([
      ['plus', t('addUser')],
      ['refresh', t('refresh')],
      ['export', t('exportList')],
    ]),
    table(
      t('users'),
      [t('name'), t('username'), t('licenses')],
      people.map((id) => [shown(id), `${id}@${customerDomain}`, 'Business Premium']),
    ),
  ];
}

function products({ t, names, language }) {
  const rows = [
    ['Business Premium', names.partner, 120, '2027-01-14'],
    ['Business Basic', names.partner, 28, '2027-03-02'],
  ];
  return [
    heading([t('home'), t('billing')], t('products'), t('productsLead')),
    commands([
      ['plus', t('buy')],
      ['refresh', t('refresh')],
      ['export', t('exportList')],
    ]),
    info(t('autoRenew', { day: day('2027-01-14', language) })),
    table(
      t('products'),
      [t('product'), t('seller'), t('quantity'), t('renews'), t('status')],
      rows.map(([name, seller, count, renews]) => [
        name,
        seller,
        String(count),
        day(renews, language),
        badge(t('active')),
      ]),
    ),
  ];
}

function billing({ t, language }) {
  const rows = [
    ['G104-2291', '2026-11-08', 2418.4, false],
    ['G104-1987', '2026-10-08', 2402.1, true],
    ['G104-1660', '2026-09-08', 2402.1, true],
  ];
  return [
    heading([t('home'), t('billing')], t('bills'), t('billLead')),
    commands([
      ['export', t('exportList')],
      ['refresh', t('refresh')],
    ]),
    table(
      t('bills'),
      [t('invoice'), t('date'), t('amount'), t('status')],
      rows.map(([id, on, amount, isPaid]) => [
        id,
        day(on, language),
        money(amount, language),
        isPaid ? badge(t('paid')) : badge(t('open'), 'waiting'),
      ]),
    ),
    card(
      t('agreements'),
      h('p', undefined, t('agreementsNote')),
      h('p.note', undefined, t('billPartnerNote')),
      button(t('openAgreement')),
    ),
  ];
}

function partners({ t, names, language }) {
  return [
    heading([t('home'), t('settings')], t('partners'), t('partnersLead')),
    table(
      t('partners'),
      [t('partner'), t('relation'), t('since')],
      [
        [names.partner, t('reseller'), day('2023-05-04', language)],
        [names.provider, t('provider'), day('2024-02-19', language)],
      ],
    ),
  ];
}

function invitation(around) {
  const { t, names, language, link, has } = around;
  const rows = [
    [t('partner'), names.partner],
    [t('relation'), t(link.isIndirect ? 'indirectReseller' : 'reseller')],
  ];
  if (link.isIndirect) rows.push([t('provider'), names.provider]);
  const means = ['means1', 'means2', 'means3'].map((key) =>
    h('li', undefined, icon('check'), t(key)),
  );
  return [
    heading([t('home'), t('billing')], t('invitationTitle'), t('invitationLead')),
    h(
      'div.two',
      undefined,
      card(
        t('partner'),
        facts(rows),
        h('h3', undefined, t('whatMeans')),
        h('ul.ticks', undefined, means),
      ),
      card(
        t('agreementStep'),
        h('p', undefined, t('agreementStepNote')),
        facts([[t('agreementTitle'), badge(t('notAccepted'), 'waiting')]]),
        button(t('readAgreement')),
      ),
    ),
    noticeBar(notices[language], has),
    h('div.actions', undefined, button(t('back'))),
  ];
}

function agreement({ t, names, language, has }) {
  return [
    heading([t('home'), t('billing')], t('agreementTitle'), t('agreementLead')),
    noticeBar(notices[language], has),
    card(
      t('agreementStep'),
      facts([
        [t('organization'), names.customer],
        [t('country'), t('countryName')],
        [t('version'), '2025-03'],
        [t('agreementState'), badge(t('notAccepted'), 'waiting')],
      ]),
      button(t('readAgreement')),
    ),
    h('div.actions', undefined, button(t('back'))),
  ];
}

function checkout({ t, names, language, has }) {
  const price = 18.6 * 12;
  return [
    heading([t('home'), t('purchase')], t('checkoutTitle'), t('checkoutLead')),
    noticeBar(notices[language], has),
    h(
      'div.two',
      undefined,
      card(
        t('orderSummary'),
        facts([
          ['Business Premium × 12', `${money(18.6, language)} ${t('perMonth')}`],
          [t('soldBy'), names.partner],
          [t('subtotal'), money(price, language)],
          [t('tax'), money(price * 0.2, language)],
          [t('total'), h('strong', undefined, money(price * 1.2, language))],
        ]),
      ),
      card(
        t('payment'),
        h('p', undefined, icon('billing'), ' •••• 4417'),
        button(t('placeOrder'), 'primary', { disabled: true }),
      ),
    ),
  ];
}

function delegated({ t, names }) {
  const roles = ['role1', 'role2', 'role3'].map((key) =>
    h('li', undefined, icon('shield'), t(key)),
  );
  return [
    heading([t('home'), t('settings')], t('delegatedTitle'), t('delegatedLead')),
    card(
      t('partner'),
      facts([
        [t('partner'), names.partner],
        [t('duration'), t('days730')],
      ]),
      h('h3', undefined, t('roles')),
      h('ul.ticks', undefined, roles),
      h('p.note', undefined, t('delegatedConsent')),
    ),
    h('div.actions', undefined, button(t('acceptInvitation'), 'primary'), button(t('cancel'))),
  ];
}
