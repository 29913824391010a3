import * as z from 'zod/mini';
import { partnerRoles } from '../settings';

/** Microsoft's two documented scenarios, and what else a record may be about. */
export const scenarios = ['existing-partner', 'new-partner', 'neither', 'unknown'] as const;
export type Scenario = (typeof scenarios)[number];

/** How the customer's person accepted. */
export const acceptanceWays = [
  'signed-document',
  'e-signature',
  'e-mail',
  'microsoft-page',
  'direct',
  'spoken',
  'other',
] as const;
export type AcceptanceWay = (typeof acceptanceWays)[number];

/**
 * Where a record stands. `recorded` says only that it is kept here. Words that claim something about
 * Microsoft (`agreement-created`, `verified`) are set by a person with a date and a note, never by us.
 */
export const recordStates = [
  'recorded',
  'link-created',
  'customer-accepted',
  'agreement-created',
  'verified',
  'direct-acceptance-asked',
  'direct-accepted',
  'handed-to-provider',
  'link-expired',
  'refused',
  'withdrawn',
] as const;
export type RecordState = (typeof recordStates)[number];

/** What a state means for the customer's order: kept here only, said to be filed, said to be verified. */
export type Standing = 'kept-here' | 'filed' | 'verified' | 'closed';
export const standingOf: Record<RecordState, Standing> = {
  recorded: 'kept-here',
  'link-created': 'kept-here',
  'customer-accepted': 'kept-here',
  'agreement-created': 'filed',
  verified: 'verified',
  'direct-acceptance-asked': 'kept-here',
  'direct-accepted': 'filed',
  'handed-to-provider': 'kept-here',
  'link-expired': 'kept-here',
  refused: 'closed',
  withdrawn: 'closed',
};

/** Most characters in a line of the form, and in the note on the evidence. */
export const longestLine = 300;
export const longestNote = 10_000;

const line = z.string().check(z.maxLength(longestLine));

/** The person at the customer who accepted: personal data, kept outside the hashed chain (lib/domain/trail/trail.ts). */
export const signerSchema = z.strictObject({
  firstName: line,
  lastName: line,
  email: line,
  phoneNumber: line,
  /** The person's position at the customer, in the recorder's words. */
  signerRole: line,
});
export type Signer = z.infer<typeof signerSchema>;

/** Everything about an attestation that is not the signer's personal data. */
export const caseSchema = z.strictObject({
  companyName: line,
  /** GUID in lower case, or empty while only the domain is known. */
  customerTenantId: line,
  customerDomain: line,
  /** ISO 3166-1 alpha-2, upper case, or empty. */
  country: line,
  /** BCP 47 as Microsoft's templates name it (`de-DE`), or empty. */
  language: line,
  /** The customer's calendar day, `YYYY-MM-DD`. */
  dateAgreed: line,
  scenario: z.enum(scenarios),
  acceptedHow: z.enum(['', ...acceptanceWays]),
  evidenceNote: z.string().check(z.maxLength(longestNote)),
  /** Ticket or order number. */
  reference: line,
  recordedBy: line,
  recorderRole: z.enum(partnerRoles),
});
export type AttestationCase = z.infer<typeof caseSchema>;

/** One form: what a draft holds while it is typed and what a record holds when it is saved. */
export const attestationSchema = z.strictObject({ ...caseSchema.shape, ...signerSchema.shape });
export type Attestation = z.infer<typeof attestationSchema>;
export type AttestationField = keyof Attestation;

export const emptyAttestation: Attestation = {
  companyName: '',
  customerTenantId: '',
  customerDomain: '',
  country: '',
  language: '',
  dateAgreed: '',
  scenario: 'unknown',
  acceptedHow: '',
  evidenceNote: '',
  reference: '',
  recordedBy: '',
  recorderRole: 'other',
  firstName: '',
  lastName: '',
  email: '',
  phoneNumber: '',
  signerRole: '',
};
