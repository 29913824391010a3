import { maskAcceptanceLinks } from '../address/address-text';
import type { Attestation } from './attestation';

/**
 * A form as it is saved: no spaces around, one way to write what has only one meaning (tenant id and domain
 * in lower case, country in upper case), and no half characters, which have no hash. What a person wrote stays
 * theirs, but for an acceptance link: whoever reads one can accept, and what is in the chain cannot be taken out.
 */
export function tidyAttestation(fields: Attestation): Attestation {
  const tidy = { ...fields };
  for (const [field, value] of Object.entries(fields))
    Object.assign(tidy, { [field]: value.toWellFormed().trim() });
  tidy.customerTenantId = tidy.customerTenantId.replace(/^\{(.*)\}$/, '$1').toLowerCase();
  tidy.customerDomain = tidyDomain(tidy.customerDomain);
  tidy.country = tidy.country.toUpperCase();
  tidy.evidenceNote = tidyNote(tidy.evidenceNote);
  tidy.reference = tidyNote(tidy.reference, 300);
  return tidy;
}

/** Free text as it is saved: without acceptance links, and no longer than it may be with their masks. */
export function tidyNote(text: string, longest = 10_000): string {
  return maskAcceptanceLinks(text).slice(0, longest);
}

/** The same value with every half character in its texts replaced: a page's text may have been cut in two. */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, wellFormed(part)]);
  return Object.fromEntries(entries) as Value;
}

/**
 * A domain as people paste it, reduced to the domain.
 * @example tidyDomain(' https://Contoso.com/about ') // 'contoso.com'
 */
export function tidyDomain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^\.+|\.+$/g, '');
}

/** The domain of a mail address in lower case, or empty when it has none. */
export function mailDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0
    ? ''
    : email
        .slice(at + 1)
        .trim()
        .toLowerCase();
}
