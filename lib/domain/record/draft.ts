import * as z from 'zod/mini';
import { type Attestation, attestationSchema, emptyAttestation } from './attestation';
import { attestationRecordSchema } from './record';

/** An unfinished form. It is written on every change and deleted only in the transaction that saves its record. */
export const draftSchema = z.strictObject({
  draftId: z.uuid(),
  /** The save this draft will become: asking twice with one `attemptId` saves once. */
  attemptId: z.uuid(),
  /** What page it belongs to (lib/domain/address/address.ts `placeOf`), or `manual` for a case reported by phone or mail. */
  place: z.string().check(z.maxLength(600)),
  /** Correcting: the record and the version that is being corrected. */
  corrects: z.optional(z.strictObject({ recordId: z.uuid(), version: z.int() })),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  fields: attestationSchema,
  /** Why a record is corrected. */
  reason: z.optional(z.string().check(z.maxLength(2_000))),
  /** The sentence and address it was begun from: those of another page must not slip in later. */
  seen: attestationRecordSchema.shape.seen,
  /** Fields a person has typed in: prefilling never overwrites them. */
  touched: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
});
export type Draft = z.infer<typeof draftSchema>;

/** Ids that the caller makes: the draft's own, and that of the save it will become. */
export type DraftIds = Pick<Draft, 'draftId' | 'attemptId'>;

/** A draft that nobody has typed in yet, with what is already known filled in. */
export function freshDraft(
  place: string,
  known: Partial<Attestation>,
  ids: DraftIds,
  now: Date,
): Draft {
  return {
    ...ids,
    place,
    startedAt: now.toISOString(),
    changedAt: now.toISOString(),
    fields: { ...emptyAttestation, ...known },
    touched: [],
  };
}
