// @ts-check
import { ids } from './scenery.js';

const admin = 'https://admin.microsoft.com';
const home = `${admin}/AdminPortal/Home`;
const { partner, provider, customer, msppId } = ids;

/**
 * @typedef {object} DemoRoute
 * @property {string} id
 * @property {string} title
 * @property {string} what one line for the start page
 * @property {string} url
 * @property {boolean} hasNotice
 */

/** @type {DemoRoute[]} The pages of the demo, as links that Microsoft's own mails and menus carry. */
export const routes = [
  {
    id: 'new-partner',
    title: 'Invitation from a new partner',
    what: 'A direct-bill partner’s reseller link: the notice stands where Accept should be (scenario 2).',
    url: `${home}?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`,
    hasNotice: true,
  },
  {
    id: 'new-indirect-partner',
    title: 'Invitation from an indirect reseller',
    what: 'The same through an indirect provider (scenario 2).',
    url: `${home}?invType=IndirectResellerRelationship&partnerId=${partner}&msppId=${msppId}&indirectCSPId=${provider}&DAP=false#/BillingAccounts/partner-invitation`,
    hasNotice: true,
  },
  {
    id: 'agreement',
    title: 'Agreement link',
    what: 'The link to the agreement itself; the notice says to reach out to the partner (scenario 1).',
    url: `${home}?ref=/BillingAccounts/agreement`,
    hasNotice: true,
  },
  {
    id: 'checkout',
    title: 'Checkout',
    what: 'A new purchase stops at the notice; which scenario it is, the address cannot tell.',
    url: `${home}#/Purchase/checkout`,
    hasNotice: true,
  },
  {
    id: 'delegated-admin',
    title: 'Delegated-admin invitation',
    what: 'A look-alike: it has its own text for accepting, and no notice.',
    url: `${home}?invType=Administration&partnerId=${partner}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`,
    hasNotice: false,
  },
  {
    id: 'billing',
    title: 'Bills & payments',
    what: 'An ordinary page that talks of partners and agreements; Countersign stays silent.',
    url: `${home}#/billoverview`,
    hasNotice: false,
  },
  {
    id: 'customer-account',
    title: 'Partner Center: a customer’s account',
    what: 'The page whose address names the customer’s tenant.',
    url: `https://partner.microsoft.com/dashboard/v2/customers/${customer}/account`,
    hasNotice: false,
  },
];

/** What `?demo=` can add to any page, as a comma list. */
export const tricks = {
  late: 'content arrives after three seconds',
  split: 'the notice is split over inline elements, once within a word',
  nbsp: 'no-break spaces and soft hyphens in the notice',
  'in-place': 'the text of an element becomes the notice',
  shadow: 'the notice stands in nested open shadow roots',
  frame: 'the notice stands in a frame of the same origin',
  label: 'the notice is said only to screen readers',
  twin: 'a hidden English copy beside the visible translation',
  hidden: 'the notice is there but nobody can see it',
  csp: 'strict Content-Security-Policy and Trusted Types',
  coep: 'Cross-Origin-Embedder-Policy: require-corp (no extension frame can load)',
  'hostile-css': '* { all: unset !important }',
  'root-10': 'root font of 10 px',
  'root-24': 'root font of 24 px',
  rerender: 'the page rebuilds itself ten times a second',
  remover: 'the page removes every foreign element from <html>',
};

/**
 * The address of one demo page in one language.
 * @param {string} id
 * @param {{ lang?: string, tricks?: (keyof typeof tricks)[], host?: string }} [how]
 */
export function addressOf(id, { lang, tricks: asked = [], host } = {}) {
  const route = routes.find((known) => known.id === id);
  if (!route) throw new Error(`the demo has no page ${id}`);
  const url = new URL(route.url);
  if (host) url.host = host;
  if (lang) url.searchParams.set('lang', lang);
  // By hand: the link's own slashes and commas stay as people see them.
  const query =
    url.search.slice(1) + (asked.length > 0 ? `${url.search ? '&' : ''}demo=${asked}` : '');
  return `${url.origin}${url.pathname}${query ? `?${query.replaceAll('%2F', '/')}` : ''}${url.hash}`;
}
