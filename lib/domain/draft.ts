import * as z from 'zod/mini';
import { attestationSchema } from './attestation';

/** An unfinished form. It is written on every change and deleted only in the transaction that saves its record. */
export const draftSchema = z.strictObject({
  draftId: z.uuid(),
  /** The save this draft will become: asking twice with one `attemptId` saves once. */
  attemptId: z.uuid(),
  /** What page it belongs to (lib/domain/address.ts `placeOf`), or `manual` for a case reported by phone or mail. */
  place: z.string().check(z.maxLength(600)),
  /** Correcting: the record and the version that is being corrected. */
  corrects: z.optional(z.strictObject({ recordId: z.uuid(), version: z.int() })),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  fields: attestationSchema,
  /** Fields a person has typed in: prefilling never overwrites them. */
  touched: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
});
export type Draft = z.infer<typeof draftSchema>;
