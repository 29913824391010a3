import * as z from 'zod/mini';
import { attestationSchema, recordStates, type Signer, signerSchema } from '../record/attestation';

/** The most rows that are imported at once: they become one transaction. */
export const mostImportRows = 10_000;
/** The largest table file that is read. */
export const mostImportBytes = 20 * 1024 * 1024;
/** Most characters of what a person calls the source of imported rows. */
export const longestSource = 120;

/** One row of a table file, read and mapped, as it would become a record. */
export const importRowSchema = z.strictObject({
  /** Its number in the file as a spreadsheet counts: the header is row 1. */
  row: z.int().check(z.positive()),
  attestation: attestationSchema,
  /** What the file says of its state; `recorded` unless it says more. */
  state: z.enum(recordStates),
  /** The record it was exported from, when the file names one. */
  recordId: z.optional(z.uuid()),
  /** Fields that the file does not say: they are filled in with who imports. */
  notInFile: z.optional(z.array(z.enum(['recordedBy', 'recorderRole']))),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** What was found out about a row: is it here, and what is wrong or odd with it (attestation-problems.ts). */
export const rowFindingSchema = z.strictObject({
  row: z.int(),
  /** The number of the record it already is. */
  here: z.optional(z.string()),
  /** That record is of the same case, and its person was erased: whether it is the same person is not known. */
  erased: z.optional(z.boolean()),
  problems: z.array(
    z.strictObject({
      field: z.string(),
      code: z.string(),
      severity: z.enum(['blocks', 'warns']),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type RowFinding = z.infer<typeof rowFindingSchema>;

/** The person that a row names. */
export function personIn({ attestation }: ImportRow): Signer {
  const { firstName, lastName, email, phoneNumber, signerRole } = attestation;
  return { firstName, lastName, email, phoneNumber, signerRole };
}

/**
 * What makes two rows the same but for the person, as text: all that the file says of a case, without where in which file it
 * stood. Of the person nothing: this is hashed into the trail for ever, where a guess at an erased name could be tried.
 */
export function contentOf({ attestation, state, recordId, notInFile = [] }: ImportRow): unknown {
  const leftOut: readonly string[] = [...Object.keys(signerSchema.shape), ...notInFile];
  const said = Object.entries(attestation).filter(([field]) => !leftOut.includes(field));
  return { case: Object.fromEntries(said), state, ...(recordId && { recordId }) };
}

/** What builds until November 2026 took for it: the person as well, and whoever imported the row. */
export function contentBefore({ attestation, state, recordId }: ImportRow): unknown {
  return { attestation, state, ...(recordId && { recordId }) };
}
