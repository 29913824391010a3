import * as z from 'zod/mini';

/** How many views one installation keeps: more than anybody finds again by name. */
export const mostViews = 100;

/**
 * A list of records that was given a name: its address in the dashboard, which holds filters, order and columns. The
 * text of a search is in no address (components/dashboard/route.ts), so it is in no view either.
 */
export const savedViewSchema = z.strictObject({
  viewId: z.uuid(),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  address: z.string().check(z.maxLength(600), z.regex(/^#\/(\?(?!(.*&)?text=).*)?$/)),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** Views with this one among them: in the place of the one with its id, or at the end. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const known = views.some(({ viewId }) => viewId === view.viewId);
  if (!known) return [...views, view];
  return views.map((one) => (one.viewId === view.viewId ? view : one));
}
