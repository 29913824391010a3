import * as z from 'zod/mini';
import { claims, questionIds } from '../guide/guide';

const address = z.string().check(z.maxLength(8_000));

/** What the content script reports: hostile until parsed, since it lives beside a page that we do not control. */
export const sightingReportSchema = z.strictObject({
  /** The sentence as the page shows it. */
  quote: z.string().check(z.maxLength(1_000)),
  /** The address when the document began: the admin center rewrites it later. */
  addressAtStart: address,
  addressNow: address,
});
export type SightingReport = z.infer<typeof sightingReportSchema>;

/** One reading of the notice on one tab. */
export const sightingSchema = z.strictObject({
  ...sightingReportSchema.shape,
  /** The language of the sentence, as a BCP 47 tag (`zh-TW`). */
  language: z.string().check(z.maxLength(20)),
  seenAt: z.iso.datetime(),
  /** True once the sentence has left the page; the sighting stays as evidence until the tab moves on. */
  gone: z.boolean(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** Answers to the guide's questions, what the person says it is instead, and the place (lib/domain/address/address.ts `placeOf`) they were given at. */
export const givenAnswersSchema = z.strictObject({
  place: z.string().check(z.maxLength(600)),
  given: z.partialRecord(z.enum(questionIds), z.enum(['yes', 'no', 'unsure'])),
  claim: z.optional(z.enum(claims)),
});

/** What is known of one tab, with or without the notice. */
export const tabViewSchema = z.strictObject({
  tabId: z.optional(z.int()),
  host: z.optional(z.string()),
  /** Our content script runs there. */
  watched: z.boolean(),
  /** "Never on this site" is set for its host. */
  silenced: z.boolean(),
  addressAtStart: z.optional(address),
  addressNow: z.optional(address),
  sighting: z.optional(sightingSchema),
  /** The draft that was begun or continued on this tab. */
  draftId: z.optional(z.uuid()),
  answers: z.optional(givenAnswersSchema),
});
export type TabView = z.infer<typeof tabViewSchema>;
