import { maskAcceptanceLinks, maskAddress } from '../address/address-text';
import { type Attestation, longestLine, longestNote } from './attestation';
import { tidyFileName } from './evidence';
import type { Actor, AttestationRecord } from './record';

/**
 * A form as it is saved: no spaces around, one way to write what has only one meaning (tenant id and domain
 * in lower case, country in upper case), and no half characters, which have no hash. What a person wrote stays
 * theirs, but for an acceptance link: whoever reads one can accept, and what is in the chain cannot be taken out.
 */
export function tidyAttestation(fields: Attestation): Attestation {
  const tidy = { ...fields };
  for (const [field, value] of Object.entries(fields))
    Object.assign(tidy, { [field]: tidyNote(value.trim(), lengthOf(field)) });
  tidy.customerTenantId = tidy.customerTenantId.replace(/^\{(.*)\}$/, '$1').toLowerCase();
  tidy.customerDomain = tidyDomain(tidy.customerDomain);
  tidy.country = tidy.country.toUpperCase();
  return tidy;
}

function lengthOf(field: string): number {
  return field === 'evidenceNote' ? longestNote : longestLine;
}

/** Free text as it is saved: without acceptance links and half characters, and no longer than it may be with their masks. */
export function tidyNote(text: string, longest = longestNote): string {
  return maskAcceptanceLinks(text).slice(0, longest).toWellFormed();
}

/** Whether a text has nothing in it that anybody can see. */
export function isBlank(text: string): boolean {
  return /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/** Who does something, as it is written into the chain. */
export function tidyActor({ name, role }: Actor): Actor {
  return { name: tidyNote(name, 300), role: tidyNote(role, 40) };
}

/** The page it was recorded from: its address also without what a sign-in left there. */
export function tidySeen<Seen extends AttestationRecord['seen']>(seen: Seen): Seen {
  if (!seen) return seen;
  const { quote, language, address, at } = wellFormed(seen);
  const [quoted, spoken, when] = [quote, language, at].map(maskAcceptanceLinks);
  return { ...seen, quote: quoted, language: spoken, at: when, address: maskAddress(address) };
}

/** A file's name as it is kept: a link in it may have lost its slashes, and its end says what the file is. */
export function tidyEvidenceName(name: string): string {
  const masked = maskAcceptanceLinks(name).replace(flatLink, '$1_mca_•••');
  const ending = masked === name ? '' : (commonEnding.exec(name)?.[0] ?? '');
  return tidyFileName(masked.endsWith(ending) ? masked : masked + ending);
}

/** An acceptance link as a file's name can hold it. */
const flatLink = /(cdn\.partner\.microsoft\.com)[^\p{L}\p{N}•]+mca[^\p{L}\p{N}•]+[^\s"'<>•]+/giu;
const commonEnding = /\.(?:pdf|png|jpe?g|gif|webp|eml|msg|docx?|txt)$/i;

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
