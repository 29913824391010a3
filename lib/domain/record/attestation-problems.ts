import { holdsAcceptanceLink } from '../address/address-text';
import { type Attestation, type AttestationField, standingOf } from './attestation';
import { companyNameOddity } from './attestation-company';
import type { AttestationRecord } from './record';
import { mailDomain, tidyAttestation } from './record-tidy';

/** What can be wrong or odd in a form: each has a sentence `record.problem.<code>` in the language files. */
export type ProblemCode =
  | 'first-name-missing'
  | 'last-name-missing'
  | 'email-missing'
  | 'email-malformed'
  | 'email-microsoft'
  | 'email-own-domain'
  | 'email-plus-tag'
  | 'phone-odd'
  | 'date-missing'
  | 'date-malformed'
  | 'date-future'
  | 'date-before-reacceptance'
  | 'company-missing'
  | 'company-one-character'
  | 'company-only-punctuation'
  | 'company-legal-form'
  | 'company-like-domain'
  | 'company-repeated-character'
  | 'company-spaced-letters'
  | 'customer-missing'
  | 'tenant-malformed'
  | 'domain-malformed'
  | 'country-missing'
  | 'country-unknown'
  | 'language-missing'
  | 'language-not-offered'
  | 'acceptance-link'
  | 'recorder-missing'
  | 'duplicate-signer'
  | 'duplicate-signer-kept';

/** Something a person can fix. `blocks` keeps the form from being saved, `warns` only tells. */
export type Problem = {
  field: AttestationField;
  code: ProblemCode;
  severity: 'blocks' | 'warns';
  values: Record<string, string | number>;
};

export type ProblemContext = {
  /** The instant of asking, ISO 8601 in UTC. */
  now: string;
  /** The partner's own mail domains. */
  ownDomains: readonly string[];
  /** The agreement's languages in a country; none when the code is not a country of Microsoft's list. */
  languagesOf: (country: string) => readonly string[];
  /** Earlier records of this customer, newest first, without the one being corrected. */
  customerRecords: readonly AttestationRecord[];
};

/** Acceptances before this day must be given again (distributors agree, announced for 2025-10-07). */
const reacceptanceDay = '2023-04-01';
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const emptyGuid = '00000000-0000-0000-0000-000000000000';
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?';
const domainPattern = new RegExp(`^(?:${label}\\.)+${label}$`, 'u');

/**
 * All that is wrong or odd in a form, in the order of its fields. Only what can never be right blocks:
 * the rest is told, since people know their customers better than we do.
 */
export function problemsOf(raw: Attestation, context: ProblemContext): Problem[] {
  const fields = tidyAttestation(raw);
  return [
    ...customerProblems(fields, context),
    ...signerProblems(fields, context),
    ...dateProblems(fields, context),
    ...(Object.keys(raw) as AttestationField[])
      .filter((field) => holdsAcceptanceLink(raw[field]))
      .map((field) => warns(field, 'acceptance-link')),
    ...(fields.recordedBy === '' ? [warns('recordedBy', 'recorder-missing')] : []),
  ];
}

/** The latest calendar day that is today anywhere on earth (UTC+14), as `YYYY-MM-DD`. */
export function latestDayOnEarth(now: string): string {
  return new Date(Date.parse(now) + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/**
 * The customer's newest record that still stands, when it names the same person: once that is filed, Microsoft
 * answers 600061, an agreement already exists. `records` are the customer's, newest first.
 */
export function findDuplicateSigner(
  fields: Attestation,
  records: readonly AttestationRecord[],
): AttestationRecord | undefined {
  const last = records.find(({ state }) => state !== 'withdrawn' && state !== 'refused');
  if (!last || fields.email.trim() === '') return undefined;
  return sameSigner(fields, last.current) ? last : undefined;
}

function sameSigner(one: Attestation, other: Attestation): boolean {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const digits = (text: string) => text.normalize('NFKC').replace(/[^\d]/g, '');
  return (
    same(one.firstName, other.firstName) &&
    same(one.lastName, other.lastName) &&
    same(one.email, other.email) &&
    digits(one.phoneNumber) === digits(other.phoneNumber)
  );
}

function customerProblems(fields: Attestation, { languagesOf }: ProblemContext): Problem[] {
  const { companyName, customerTenantId, customerDomain, country, language } = fields;
  const problems: Problem[] = [];

  const oddity = companyNameOddity(companyName);
  if (companyName === '') problems.push(blocks('companyName', 'company-missing'));
  else if (oddity) problems.push(warns('companyName', `company-${oddity}`));

  if (customerTenantId === '' && customerDomain === '')
    problems.push(blocks('customerTenantId', 'customer-missing'));
  if (customerTenantId !== '' && (!guid.test(customerTenantId) || customerTenantId === emptyGuid))
    problems.push(blocks('customerTenantId', 'tenant-malformed'));
  if (customerDomain !== '' && !domainPattern.test(customerDomain))
    problems.push(warns('customerDomain', 'domain-malformed'));

  const offered = languagesOf(country);
  if (country === '') problems.push(warns('country', 'country-missing'));
  else if (offered.length === 0) problems.push(warns('country', 'country-unknown', { country }));
  if (language === '') problems.push(warns('language', 'language-missing'));
  else if (offered.length > 0 && !offered.includes(language))
    problems.push(warns('language', 'language-not-offered', { language, country }));
  return problems;
}

function signerProblems(fields: Attestation, context: ProblemContext): Problem[] {
  const { firstName, lastName, phoneNumber } = fields;
  const problems: Problem[] = [];
  if (firstName === '') problems.push(blocks('firstName', 'first-name-missing'));
  if (lastName === '') problems.push(blocks('lastName', 'last-name-missing'));
  problems.push(...emailProblems(fields.email, context.ownDomains));
  if (phoneNumber !== '' && !looksLikePhone(phoneNumber))
    problems.push(warns('phoneNumber', 'phone-odd'));

  const last = findDuplicateSigner(fields, context.customerRecords);
  if (last) {
    const { number, current, state } = last;
    // One that is only kept here says nothing of what Microsoft has.
    const isKeptHere = standingOf[state] === 'kept-here';
    const code = isKeptHere ? 'duplicate-signer-kept' : 'duplicate-signer';
    problems.push(warns('email', code, { number, date: current.dateAgreed }));
  }
  return problems;
}

function emailProblems(email: string, ownDomains: readonly string[]): Problem[] {
  if (email === '') return [blocks('email', 'email-missing')];
  if (!isMailAddress(email)) return [blocks('email', 'email-malformed')];
  const domain = mailDomain(email);
  const within = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  const problems: Problem[] = [];
  if (within('microsoft.com')) problems.push(warns('email', 'email-microsoft'));
  if (ownDomains.some((own) => own.trim() !== '' && within(own.trim().toLowerCase())))
    problems.push(warns('email', 'email-own-domain', { domain }));
  if (email.slice(0, email.lastIndexOf('@')).includes('+'))
    problems.push(warns('email', 'email-plus-tag'));
  return problems;
}

/** One `@`, a name before it and a domain with a dot after it. International addresses pass. */
function isMailAddress(text: string): boolean {
  const [name, domain, ...more] = text.split('@');
  if (!name || !domain || more.length > 0 || text.length > 254) return false;
  return (
    /^[^\s"(),:;<>[\]\\]+$/u.test(name) && !/^\.|\.\.|\.$/.test(name) && domainPattern.test(domain)
  );
}

/** Between 5 and 17 digits in any script and the signs people put between them, with an extension at most. */
function looksLikePhone(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s*(?:ext\.?|x|#|分機|轉)\s*\d{1,6}$/iu, '');
  const digits = plain.replace(/\P{Nd}/gu, '').length;
  return digits >= 5 && digits <= 17 && /^\+?[\p{Nd}\s().\-/‐-–]+$/u.test(plain);
}

function dateProblems({ dateAgreed }: Attestation, { now }: ProblemContext): Problem[] {
  if (dateAgreed === '') return [blocks('dateAgreed', 'date-missing')];
  if (!isDay(dateAgreed)) return [blocks('dateAgreed', 'date-malformed')];
  const latest = latestDayOnEarth(now);
  if (dateAgreed > latest) return [blocks('dateAgreed', 'date-future', { latest })];
  if (dateAgreed < reacceptanceDay)
    return [warns('dateAgreed', 'date-before-reacceptance', { day: reacceptanceDay })];
  return [];
}

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function blocks(
  field: AttestationField,
  code: ProblemCode,
  values: Problem['values'] = {},
): Problem {
  return { field, code, severity: 'blocks', values };
}

function warns(
  field: AttestationField,
  code: ProblemCode,
  values: Problem['values'] = {},
): Problem {
  return { field, code, severity: 'warns', values };
}
