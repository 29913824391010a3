import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import type { Attestation, AttestationField } from '@/lib/domain/record/attestation';
import { nameOfCode } from '@/lib/domain/record/countries';
import type { Actor } from '@/lib/domain/record/record';
import { partnerRoles } from '@/lib/domain/settings';
import type { Words } from '@/lib/words';

export { signerName } from '@/lib/domain/record/signer-name';

/** The order in which people read a record's fields: the customer, the person, the agreement, the recording. */
export const fieldGroups = {
  customer: ['companyName', 'customerTenantId', 'customerDomain', 'country', 'language'],
  signer: ['firstName', 'lastName', 'email', 'phoneNumber', 'signerRole'],
  agreement: ['dateAgreed', 'acceptedHow', 'scenario', 'evidenceNote', 'reference'],
  recording: ['recordedBy', 'recorderRole'],
} as const satisfies Record<string, readonly AttestationField[]>;
export type FieldGroup = keyof typeof fieldGroups;

/** Fields that are written from left to right in every language. */
export const codeFields: readonly AttestationField[] = [
  'customerTenantId',
  'customerDomain',
  'email',
  'phoneNumber',
];

/** A field's value as a person reads it, without acceptance links; an empty value stays empty. */
export function textOfField(
  field: AttestationField,
  attestation: Attestation,
  words: Words,
): string {
  return maskAcceptanceLinks(rawText(field, attestation, words));
}

function rawText(
  field: AttestationField,
  attestation: Attestation,
  { t, day, language }: Words,
): string {
  if (field === 'scenario') return t(`record.scenario.${attestation.scenario}`);
  if (field === 'acceptedHow') {
    return attestation.acceptedHow && t(`record.way.${attestation.acceptedHow}`);
  }
  if (field === 'recorderRole') return roleName(attestation.recorderRole, { t });
  if (field === 'dateAgreed') return attestation.dateAgreed && day(attestation.dateAgreed);
  if (field === 'country') return named('region', attestation.country, language);
  if (field === 'language') return named('language', attestation.language, language);
  return attestation[field];
}

/** What to call a customer: by name, else domain, else tenant id, else that it is not named yet. It shows no acceptance link. */
export function customerName(attestation: Attestation, { t }: Words): string {
  const { companyName, customerDomain, customerTenantId } = attestation;
  const name = companyName.trim() || customerDomain.trim() || customerTenantId.trim();
  return maskAcceptanceLinks(name) || t('history.customer.unnamed');
}

/** Who did something, or that it is not known. */
export function actorName({ name }: Actor, { t }: Pick<Words, 't'>): string {
  return maskAcceptanceLinks(name) || t('history.story.nobody');
}

/** A Partner Center role by its name; a role this version does not know stays as it was written. */
export function roleName(role: string, { t }: Pick<Words, 't'>): string {
  const known = partnerRoles.find((one) => one === role);
  return known ? t(`settings.role.${known}`) : maskAcceptanceLinks(role);
}

/** The name of a country or language in the reader's language, with its code; what is no code stays as it is. */
function named(type: 'region' | 'language', code: string, language: string): string {
  const form = type === 'region' ? /^[A-Z]{2}$/ : /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/;
  if (!form.test(code)) return code;
  const name = nameOfCode(code, namesIn(type, language));
  return name && name !== code ? `${name} (${code})` : code;
}

const known = new Map<string, Intl.DisplayNames>();
/** Made once: the browser takes longer to make one than to draw the row that asks. */
function namesIn(type: 'region' | 'language', language: string): Intl.DisplayNames {
  const key = `${type} ${language}`;
  const names = known.get(key) ?? new Intl.DisplayNames([language], { type });
  known.set(key, names);
  return names;
}
