import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { savedViewSchema } from '../domain/history/saved-view';
import { type Settings, settingsSchema } from '../domain/settings';

export const readSettings = defineRequest('readSettings', z.void(), settingsSchema);

const partialSettingsSchema = z.partial(settingsSchema);

/** Change some settings; answers with all of them as they then stand. */
export const changeSettings = defineRequest(
  'changeSettings',
  // Checked but not parsed: parsing would fill what was left out with its default, over the user's choice.
  z.custom<Partial<Settings>>((change) => partialSettingsSchema.safeParse(change).success),
  settingsSchema,
);

/** The lists of records that were given a name, in the order they were made. */
export const listViews = defineRequest('listViews', z.void(), z.array(savedViewSchema));

/** Keep a view, or change the one with its id. Problems: `too-many-views`, `made-by-newer`. */
export const keepView = defineRequest('keepView', savedViewSchema, z.void());

export const dropView = defineRequest('dropView', z.strictObject({ viewId: z.uuid() }), z.void());
