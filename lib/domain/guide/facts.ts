import type { Said } from './guide';
import { agreementTextUrl } from './guide-links';

/** How well a fact is supported: a Microsoft page, distributors agreeing, others' code, nobody. */
export type Grade = 'MS' | 'DIST' | 'CODE' | 'OPEN';

/**
 * A fact of the field with its support. `date` is the day of the event or of the page that says it;
 * for a page without a date, the last day on which it was known to say so.
 */
export type Fact = {
  id: FactId;
  said: Said;
  date: string;
  /** The name of a page, or in words what kind of source it is. */
  source: Source;
  sourceUrl?: string;
  grade: Grade;
};

/** A page's own name, which is not translated, or a sentence about the source. */
export type Source = string | Said;

export type FactId = (typeof factIds)[number];

/** Every fact the guide rests on. */
export const factIds = [
  'scenarios-2020',
  'required-2020',
  'roles-2020',
  'roles-since',
  'resellers-excluded',
  'carry-over',
  'reaccept-2023',
  'blocked-2025',
  'renewal-not-blocked',
  'enhanced-api',
  'pages-retired',
  'mfa-enforced',
  'direct-acceptance',
  'link-expires',
  'link-no-sign-in',
  'api-app-only',
  'agreement-readable',
  'duplicate-600061',
  'clouds',
  'evidence-on-request',
  'audit-90-days',
  'mail-after-attestation',
  'wording-2026',
  'look-alikes',
  'neither',
  'roles-global-admin',
  'agreement-texts',
  'agreement-languages',
] as const;

const attestPage = 'Microsoft: "Attest to customer acceptance of the Microsoft Customer Agreement"';
const confirmPage = 'Microsoft: "Confirm customer acceptance of the Microsoft Customer Agreement"';
const enhancedUrl =
  'https://learn.microsoft.com/en-us/partner-center/customers/integrate-sandbox-confirm-customer-accept';
const agreeUrl =
  'https://learn.microsoft.com/en-us/partner-center/customers/integrate-sandbox-confirm-customer-agree';

/** Until this day the facts were gathered; pages that carry no date of their own said so then. */
export const gatheredUntil = '2026-06-30';
const gathered = gatheredUntil;

type Support = Omit<Fact, 'id' | 'said'>;

/** Support of each fact. A change at Microsoft is a change here and in the sentence of the same name in guide.json. */
const support: Record<FactId, Support> = {
  'scenarios-2020': { date: '2020-06-16', source: attestPage, grade: 'MS' },
  'required-2020': {
    date: '2020-02-01',
    source: { key: 'guide.source.documentation' },
    grade: 'MS',
  },
  'roles-2020': { date: '2020-06-16', source: attestPage, grade: 'MS' },
  'roles-since': {
    date: gathered,
    source: `${confirmPage}, 2019 to 2026`,
    sourceUrl: agreeUrl,
    grade: 'MS',
  },
  'resellers-excluded': {
    date: gathered,
    source: 'Microsoft: developer guide of the attestation API',
    sourceUrl: agreeUrl,
    grade: 'MS',
  },
  'carry-over': {
    date: '2021-10-07',
    source: 'Microsoft: "Transition from direct to indirect"',
    grade: 'MS',
  },
  'reaccept-2023': {
    date: '2023-04-01',
    source: { key: 'guide.source.distributors-notices' },
    grade: 'DIST',
  },
  'blocked-2025': {
    date: '2025-10-07',
    source: { key: 'guide.source.distributors-notices' },
    grade: 'DIST',
  },
  'renewal-not-blocked': { date: '2020-06-16', source: attestPage, grade: 'MS' },
  'enhanced-api': {
    date: '2025-07-10',
    source: 'Microsoft: enhanced attestation API',
    sourceUrl: enhancedUrl,
    grade: 'MS',
  },
  'pages-retired': {
    date: '2026-01-05',
    source: { key: 'guide.source.announcement' },
    grade: 'MS',
  },
  'mfa-enforced': {
    date: '2026-04-01',
    source: 'Microsoft: CSP technical changes',
    sourceUrl: 'https://partner.microsoft.com/nl-nl/blog/article/csp-technical-changes-fy26-q4',
    grade: 'MS',
  },
  'direct-acceptance': {
    date: gathered,
    source: { key: 'guide.source.distributors-help' },
    grade: 'DIST',
  },
  'link-expires': { date: gathered, source: { key: 'guide.source.link-platforms' }, grade: 'CODE' },
  'link-no-sign-in': {
    date: gathered,
    source: 'Cloudmore: guide to partner attestation',
    sourceUrl: 'https://kb.cloudmore.com/kb/api-guide-microsoft-customer-agreement-partner-att',
    grade: 'DIST',
  },
  'api-app-only': {
    date: gathered,
    source: 'Microsoft: enhanced attestation API',
    sourceUrl: enhancedUrl,
    grade: 'MS',
  },
  'agreement-readable': {
    date: '2026-01-05',
    source: { key: 'guide.source.announcement' },
    grade: 'MS',
  },
  'duplicate-600061': {
    date: gathered,
    source: 'Microsoft: enhanced attestation API',
    sourceUrl: enhancedUrl,
    grade: 'MS',
  },
  clouds: {
    date: gathered,
    source: { key: 'guide.source.documentation' },
    grade: 'MS',
  },
  'evidence-on-request': { date: '2023-04-28', source: confirmPage, grade: 'MS' },
  'audit-90-days': {
    date: gathered,
    source: 'Microsoft: Partner Center activity log',
    grade: 'MS',
  },
  'mail-after-attestation': { date: '2023-04-15', source: confirmPage, grade: 'MS' },
  neither: { date: '2020-06-16', source: attestPage, grade: 'MS' },
  'look-alikes': {
    date: '2023-06-15',
    source: 'Microsoft: Partner Center REST error codes',
    grade: 'MS',
  },
  'wording-2026': { date: '2021-07-15', source: attestPage, grade: 'OPEN' },
  'roles-global-admin': {
    date: '2024-02-07',
    source: 'Microsoft: pages of the bulk attestation tool',
    grade: 'MS',
  },
  'agreement-texts': {
    date: '2022-08-02',
    source: 'Microsoft: "Microsoft Customer Agreement templates"',
    sourceUrl: agreementTextUrl,
    grade: 'MS',
  },
  'agreement-languages': {
    date: '2023-07-28',
    source: 'Microsoft: "Get a download link for the Microsoft Customer Agreement template"',
    sourceUrl:
      'https://learn.microsoft.com/en-us/partner-center/developer/download-customer-agreement-template',
    grade: 'MS',
  },
};

/** All facts, in the order of `factIds`. */
export const facts: readonly Fact[] = factIds.map((id) => ({
  id,
  said: { key: `guide.fact.${id}` },
  ...support[id],
}));

/** Facts by id, in the order asked for. */
export function factsOf(...ids: FactId[]): Fact[] {
  return ids.map((id) => facts[factIds.indexOf(id)]!);
}

/** Whether a fact's date lies more than a year before `today` (`YYYY-MM-DD`): check it before acting on it. */
export function isOld(fact: { date: string }, today: string): boolean {
  return fact.date < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}

/** A fact with its age as of a day. */
export type AgedFact = Fact & { isOld: boolean };

export function aged(list: readonly Fact[], today: string): AgedFact[] {
  return list.map((fact) => ({ ...fact, isOld: isOld(fact, today) }));
}
