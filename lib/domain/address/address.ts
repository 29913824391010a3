import type { StringKey } from '@/lib/strings';
import { decodeFully } from './address-text';

export { maskAddress } from './address-text';

/** What kind of page or link an address is, as far as the agreement is concerned. */
export const addressKinds = [
  'invitation',
  'invitation-untyped',
  'delegated-admin',
  'gdap',
  'agreement',
  'legacy-signup',
  'purchase',
  'customer-account',
  'acceptance-link',
  'other',
  'unreadable',
] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Parameters of links that people meet, under the names Microsoft gives them; `customers` is the part of Partner Center's path before the id. */
export const parameterNames = [
  'invType',
  'partnerId',
  'msppId',
  'indirectCSPId',
  'DAP',
  'delegatedOrg',
  'customers',
] as const;
export type ParameterName = (typeof parameterNames)[number];

/** One parameter of a link, with the key of the sentence that says what it means. */
export type AddressParameter = { name: ParameterName; value: string; meaning: StringKey };

/** What an address says. Ids are in lower case; the secret of an acceptance link is never part of it. */
export type AddressReading = {
  kind: AddressKind;
  /** Host in lower case; empty when the address is unreadable. */
  host: string;
  parameters: AddressParameter[];
  /** The inviting partner's tenant; for an indirect sale the reseller's. */
  partnerId?: string;
  /** The indirect provider's tenant. */
  indirectCSPId?: string;
  /** From Partner Center's customer pages: the only links that carry it. */
  customerTenantId?: string;
  /** From `delegatedOrg`. */
  customerDomain?: string;
  /** Host and route without parameters, for pages that are nothing special to us. */
  route: string;
};

/**
 * Read an address as it stands in the address bar, in a mail or in a ticket: any case, encoded once
 * or twice, wrapped by Outlook's link protection, without `https://`. Never throws.
 * @example readAddress('https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship#/partners/invitation').kind // 'invitation'
 */
export function readAddress(text: string): AddressReading {
  const url = parse(text);
  if (!url) return { kind: 'unreadable', host: '', parameters: [], route: '' };

  const host = url.hostname.toLowerCase();
  const spread = decodeFully(`${url.pathname}${url.search}${url.hash}`).slice(0, maxLength);
  const kind = kindOf(host, spread);
  const route = `${url.pathname}${routeInHash(url.hash)}`.toLowerCase().replace(localeSegment, '/');
  if (kind === 'acceptance-link') return { kind, host, parameters: [], route: '/mca' };

  const values = parametersIn(spread);
  const reading: AddressReading = {
    kind,
    host,
    parameters: adminHosts.has(host) ? dissect(values, kind) : [],
    route,
  };
  for (const name of ['partnerId', 'indirectCSPId'] as const) {
    const value = reading.parameters.find((parameter) => parameter.name === name)?.value;
    if (value && guid.test(value)) reading[name] = value.toLowerCase();
  }
  const customer = host === 'partner.microsoft.com' && customerPage.exec(spread)?.[1];
  if (customer) {
    reading.customerTenantId = customer.toLowerCase();
    reading.parameters.push({
      name: 'customers',
      value: reading.customerTenantId,
      meaning: meanings.customers,
    });
  }
  const domain = adminHosts.has(host) && values.get('delegatedorg')?.toLowerCase();
  if (domain && domainName.test(domain)) reading.customerDomain = domain;
  return reading;
}

/**
 * A key for "the same page about the same partner and customer", at most 600 characters. The admin
 * center's own rewriting (route moved into the hash, other host name, order of parameters, locale)
 * does not change it. An invitation names no customer, so one partner's invitation is one place.
 */
export function placeOf(reading: AddressReading): string {
  const { kind, host, partnerId, indirectCSPId, customerTenantId, customerDomain, route } = reading;
  if (kind === 'unreadable' || kind === 'acceptance-link') return kind;
  const where = adminHosts.has(host) ? 'admin-center' : host;
  const page = kind === 'other' ? route : '';
  const type = kind === 'invitation-untyped' ? 'invitation' : kind;
  return [type, where, page, partnerId, indirectCSPId, customerTenantId, customerDomain]
    .map((part) => part ?? '')
    .join('|')
    .slice(0, 600);
}

/**
 * The reading that says most. The admin center rewrites its address after loading, so the start wins a
 * tie; but an address that now tells of another matter altogether means that the person has moved on.
 */
export function strongerReading(
  start: AddressReading | undefined,
  now: AddressReading | undefined,
): { reading: AddressReading; from: 'address-at-start' | 'address-now' } | undefined {
  const strength = (reading: AddressReading) => weights[reading.kind];
  if (start && !(now && isElsewhere(start, now)) && (!now || strength(start) >= strength(now))) {
    return { reading: start, from: 'address-at-start' };
  }
  return now && { reading: now, from: 'address-now' };
}

/** Whether two addresses tell of different matters, partners or customers. */
export function isElsewhere(start: AddressReading, now: AddressReading): boolean {
  // Partner Center does not rewrite its addresses: another page there is another page.
  if (start.kind === 'customer-account' && now.host === start.host && now.kind === 'other') {
    return true;
  }
  const pairs = [
    [matters[start.kind], matters[now.kind]],
    [start.partnerId, now.partnerId],
    [start.customerTenantId, now.customerTenantId],
    [start.customerDomain, now.customerDomain],
  ];
  return pairs.some(([before, after]) => before && after && before !== after);
}

/** What a kind of page is about; kinds without a matter may be anything. */
const matters: Partial<Record<AddressKind, string>> = {
  invitation: 'invitation',
  'invitation-untyped': 'invitation',
  'delegated-admin': 'invitation',
  gdap: 'invitation',
  'legacy-signup': 'invitation',
  agreement: 'agreement',
  purchase: 'purchase',
  'customer-account': 'customer-account',
};

const weights: Record<AddressKind, number> = {
  gdap: 6,
  'delegated-admin': 6,
  'acceptance-link': 6,
  invitation: 5,
  'legacy-signup': 5,
  'invitation-untyped': 4,
  agreement: 3,
  'customer-account': 2,
  purchase: 1,
  other: 0,
  unreadable: -1,
};

const maxLength = 8_000;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domainName =
  /^(?=.{3,253}$)[a-z0-9\u0080-\uffff](?:[a-z0-9\u0080-\uffff.-]*)\.[a-z0-9-]{2,}$/;
const localeSegment = /^\/[a-z]{2}-[a-z]{2,4}(?:\/|$)/;

/** Pages of Microsoft's admin center, where partner links lead. */
const adminHosts = new Set(['admin.microsoft.com', 'admin.cloud.microsoft', 'portal.office.com']);
const customerPage =
  /^\/(?:[a-z]{2}-[a-z]{2,4}\/)?dashboard\/(?:v2|commerce2)\/customers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?#]|$)/i;

function kindOf(host: string, spread: string): AddressKind {
  if (host === 'cdn.partner.microsoft.com') {
    return /^\/mca(?:[/?#]|$)/i.test(spread) ? 'acceptance-link' : 'other';
  }
  if (host === 'partner.microsoft.com') {
    return customerPage.test(spread) ? 'customer-account' : 'other';
  }
  if (!adminHosts.has(host)) return 'other';

  const values = parametersIn(spread);
  const invType = values.get('invtype')?.toLowerCase() ?? '';
  if (/partners\/invitation\/granularadminrelationships/i.test(spread)) return 'gdap';
  if (invType === 'administration') return 'delegated-admin';
  if (/\/partnersignup\.aspx/i.test(spread)) {
    const type = values.get('type')?.toLowerCase() ?? '';
    if (type === 'administration') return 'delegated-admin';
    return type.endsWith('resellerrelationship') ? 'legacy-signup' : 'other';
  }
  const isReseller = /^(?:indirect)?resellerrelationship$/.test(invType);
  const isInvitation = /partner-invitation|partners\/invitation/i.test(spread);
  if (isInvitation) return isReseller ? 'invitation' : 'invitation-untyped';
  // The route was lost on the way; the parameter is only ever part of such a link.
  if (isReseller) return 'invitation-untyped';
  if (/(?:billingaccounts|partners)\/agreement/i.test(spread)) return 'agreement';
  return purchaseRoute.test(spread) ? 'purchase' : 'other';
}

const purchaseRoute =
  /[#=]\/?(?:catalog|purchase|checkout|subscriptions|billing(?:accounts)?|commerce)(?:[/?&#]|$)/i;

const meanings: Record<Exclude<ParameterName, 'invType'>, StringKey> = {
  partnerId: 'guide.parameter.partnerId',
  msppId: 'guide.parameter.msppId',
  indirectCSPId: 'guide.parameter.indirectCSPId',
  DAP: 'guide.parameter.DAP',
  delegatedOrg: 'guide.parameter.delegatedOrg',
  customers: 'guide.parameter.customers',
};

const typeMeanings: Record<string, StringKey> = {
  resellerrelationship: 'guide.parameter.invType.ResellerRelationship',
  indirectresellerrelationship: 'guide.parameter.invType.IndirectResellerRelationship',
  administration: 'guide.parameter.invType.Administration',
};

/** The old sign-up page names three of them otherwise. */
const legacyNames: Partial<Record<ParameterName, string>> = {
  invType: 'type',
  partnerId: 'id',
  indirectCSPId: 'indirectcsp',
};

function dissect(values: Map<string, string>, kind: AddressKind): AddressParameter[] {
  const parameters: AddressParameter[] = [];
  for (const name of parameterNames) {
    const legacy = kind === 'legacy-signup' ? legacyNames[name] : undefined;
    const value = values.get(name.toLowerCase()) ?? (legacy && values.get(legacy));
    if (value) parameters.push({ name, value: value.slice(0, 100), meaning: meaning(name, value) });
  }
  return parameters;
}

function meaning(name: ParameterName, value: string): StringKey {
  if (name === 'invType') {
    return typeMeanings[value.toLowerCase()] ?? 'guide.parameter.invType.unknown';
  }
  if (name === 'msppId' && value === '0') return 'guide.parameter.msppId.direct';
  if (name === 'DAP' && value.toLowerCase() === 'false') return 'guide.parameter.DAP.false';
  return meanings[name];
}

/** Every `name=value` of a decoded address, wherever it stands; the first one that has a value counts. */
function parametersIn(spread: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name, value] of spread.matchAll(/[?&;#]([a-z_]+)=([^&#?;\s]+)/gi)) {
    const key = name!.toLowerCase();
    if (!values.has(key)) values.set(key, value!);
  }
  return values;
}

function routeInHash(hash: string): string {
  const [path] = hash.split('?');
  return path && path.length > 1 ? path : '';
}

function parse(text: string): URL | undefined {
  let candidate = text.trim().replace(/^<|>$/g, '').slice(0, maxLength);
  for (let round = 0; round < 4; round += 1) {
    const withScheme = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]{1,23}(?:[/?#]|$)/i.test(candidate)
      ? `https://${candidate}`
      : candidate;
    const url = /^https?:\/\//i.test(withScheme) && URL.canParse(withScheme);
    if (url) {
      const parsed = new URL(withScheme);
      const wrapped = protectedLink(parsed);
      if (!wrapped) return parsed;
      candidate = wrapped;
    } else {
      const decoded = decodeFully(candidate, 1);
      if (decoded === candidate) return undefined;
      candidate = decoded;
    }
  }
  return undefined;
}

/** Mail filters (Outlook's, Proofpoint's) wrap links; what matters is the address inside. */
function protectedLink(url: URL): string | undefined {
  const host = url.hostname.toLowerCase();
  if (host === 'urldefense.com') return /\/v3\/__(.+?)(?:__;|$)/.exec(url.href)?.[1];
  const isWrapper = host.endsWith('.safelinks.protection.outlook.com');
  return (isWrapper && url.searchParams.get('url')) || undefined;
}
