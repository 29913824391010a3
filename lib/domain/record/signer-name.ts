import type { Attestation } from './attestation';

type Name = Pick<Attestation, 'firstName' | 'lastName'>;

/** The person who accepted, as one name: family name first where both are written in Han characters. */
export function signerName({ firstName, lastName }: Name): string {
  const han = /^\p{Script=Han}+$/u;
  if (han.test(firstName) && han.test(lastName)) return `${lastName}${firstName}`;
  return `${firstName} ${lastName}`.trim();
}

/** The name with the family name first and no space, where names are written so as well: people type what they read. */
export function joinedName({ firstName, lastName }: Name): string | undefined {
  const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
  return eastAsian.test(firstName + lastName) ? `${lastName}${firstName}` : undefined;
}
