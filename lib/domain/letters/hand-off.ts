import * as z from 'zod/mini';
import { maskAcceptanceLinks } from '../address/address-text';
import type { Said } from '../guide/guide';
import { type Attestation, type AttestationField, attestationSchema } from '../record/attestation';
import type { PartnerRole } from '../settings';

/** What a reseller hands to its indirect provider: the filled request, as a file that Countersign reads. */
export const handOffSchema = z.strictObject({
  format: z.literal('countersign-hand-off'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The reseller's record, or empty. */
  recordNumber: z.string().check(z.maxLength(40)),
  attestation: attestationSchema,
});
export type HandOff = z.infer<typeof handOffSchema>;

/** Make a pack of what was collected. Secrets that were pasted into a note do not leave with it. */
export function handOff(attestation: Attestation, madeAt: string, recordNumber = ''): HandOff {
  return {
    format: 'countersign-hand-off',
    version: 1,
    madeAt,
    recordNumber,
    attestation: {
      ...attestation,
      evidenceNote: maskAcceptanceLinks(attestation.evidenceNote),
      reference: maskAcceptanceLinks(attestation.reference),
    },
  };
}

/** The pack as a file. */
export function handOffJson(pack: HandOff): string {
  return `${JSON.stringify(pack, null, 2)}\n`;
}

/** Why a file is not taken as a hand-off. */
export type HandOffProblem =
  | 'too-large'
  | 'not-json'
  | 'not-a-hand-off'
  | 'newer-version'
  | 'malformed';

/** Read a file that somebody sent: anything may be in it. */
export function readHandOff(text: string): { pack: HandOff } | { problem: HandOffProblem } {
  if (text.length > largestFile) return { problem: 'too-large' };
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'not-json' }; // JSON.parse throws for nothing else
  }
  const named = z
    .object({ format: z.literal('countersign-hand-off'), version: z.number() })
    .safeParse(read);
  if (!named.success) return { problem: 'not-a-hand-off' };
  if (named.data.version > 1) return { problem: 'newer-version' };
  const pack = handOffSchema.safeParse(read);
  return pack.success ? { pack: pack.data } : { problem: 'malformed' };
}

const largestFile = 100_000;

/**
 * The fields of a draft at the provider. Who collected it moves into the evidence note (`handedOver`,
 * a sentence in the provider's language), because the recorder is now somebody else. Anything may be in
 * the file, so acceptance links are masked here too.
 */
export function fieldsFromHandOff(
  { attestation }: HandOff,
  recorder: { name: string; role: PartnerRole },
  handedOver: string,
): Attestation {
  return {
    ...attestation,
    evidenceNote: maskAcceptanceLinks(
      [handedOver, attestation.evidenceNote].filter(Boolean).join('\n'),
    ).slice(0, 10_000),
    reference: maskAcceptanceLinks(attestation.reference).slice(0, 300),
    recordedBy: recorder.name,
    recorderRole: recorder.role,
  };
}

/** The sentence for `handedOver`. */
export function handedOverBy({ attestation, madeAt, recordNumber }: HandOff): Said {
  const values = {
    name: attestation.recordedBy || '–',
    day: madeAt.slice(0, 10),
    number: recordNumber || '–',
  };
  return { key: 'guide.handOff.handedOver', values };
}

/** What is asked for the customer and the person who accepts, in reading order. */
export const askedFields: readonly AttestationField[] = [
  'companyName',
  'customerTenantId',
  'customerDomain',
  'country',
  'language',
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'signerRole',
];

/** What the reseller knows of the acceptance, in reading order. */
export const evidenceFields: readonly AttestationField[] = [
  'dateAgreed',
  'acceptedHow',
  'evidenceNote',
  'reference',
  'recordedBy',
];

/** What the provider is asked to do, in order; its sentences are `guide.handOff.todo.<id>`. */
export const handOffTodo = ['create', 'send', 'accepted', 'agreement', 'report'] as const;

/** A provider can do without these. */
const welcome: readonly AttestationField[] = ['phoneNumber', 'signerRole', 'reference'];

/** Fields the provider will ask for, because they are empty; of tenant id and domain, one is enough. */
export function missingIn(attestation: Attestation): AttestationField[] {
  const { customerTenantId, customerDomain } = attestation;
  const named = Boolean(customerTenantId.trim() || customerDomain.trim());
  return [...askedFields, ...evidenceFields].filter((field) => {
    if (field === 'customerDomain' || (field === 'customerTenantId' && named)) return false;
    return attestation[field].trim() === '' && !welcome.includes(field);
  });
}

/** The pack as a text for a mail or a ticket: request, evidence, and what the provider has to do. */
export function handOffText(
  pack: HandOff,
  providerName: string,
  say: (said: Said) => string,
): string {
  const missing = missingIn(pack.attestation);
  const said = (field: AttestationField) =>
    pack.attestation[field].trim() !== '' || missing.includes(field);
  const line = (field: AttestationField) => {
    const value = pack.attestation[field];
    const shown = field === 'acceptedHow' && value !== '' ? say(wayOf(pack.attestation)) : value;
    return `${say({ key: `record.field.${field}` })}: ${shown || say({ key: 'guide.handOff.missing' })}`;
  };
  const hello: Said = providerName.trim()
    ? { key: 'guide.handOff.hello.named', values: { name: providerName.trim() } }
    : { key: 'guide.handOff.hello' };
  return [
    say(hello),
    say({ key: 'guide.handOff.request' }),
    [say({ key: 'guide.handOff.customer' }), ...askedFields.filter(said).map(line)].join('\n'),
    [say({ key: 'guide.handOff.evidence' }), ...evidenceFields.filter(said).map(line)].join('\n'),
    [
      say({ key: 'guide.handOff.todo' }),
      ...handOffTodo.map(
        (id, index) => `${index + 1}. ${say({ key: `guide.handOff.todo.${id}` })}`,
      ),
    ].join('\n'),
    say({ key: 'guide.handOff.notFiled' }),
  ].join('\n\n');
}

function wayOf({ acceptedHow }: Attestation): Said {
  return acceptedHow === ''
    ? { key: 'guide.handOff.missing' }
    : { key: `record.way.${acceptedHow}` };
}
