import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { givenAnswersSchema, sightingSchema } from '@/lib/domain/notice/sighting';

const seenSchema = z.strictObject({
  frameId: z.int(),
  /** The loads of the frame that saw the notice and of the page around it; the latter only where we are in both. */
  loadKey: z.string(),
  topLoadKey: z.optional(z.string()),
  sighting: sightingSchema,
});
/** What one frame has seen. */
export type Seen = z.infer<typeof seenSchema>;

const frameSchema = z.strictObject({ frameId: z.int(), documentId: z.string() });

/**
 * What is known of one tab, for as long as the browser runs (`storage.session`: in memory, our own pages
 * only). The worker may die between any two lines, so nothing of it lives in a variable.
 */
const tabStateSchema = z.strictObject({
  /** At most one sighting for each frame, the newest last. */
  seen: z._default(z.array(seenSchema), []),
  /** The load and place at which the notice was said aloud. */
  announcedAt: z.optional(z.string()),
  /** The load and place at which the person said "not now". */
  notNowAt: z.optional(z.string()),
  /** The draft that was begun or continued on this tab. */
  draftId: z.optional(z.uuid()),
  answers: z.optional(givenAnswersSchema),
  /** Counts the page's moves within itself, so that an open panel asks again. */
  moves: z._default(z.int(), 0),
  /** Tickets that were given out and not shown yet. */
  tickets: z._default(z.array(z.uuid()), []),
  /** Frames that have shown a ticket: they are our panel. */
  frames: z._default(z.array(frameSchema), []),
});
export type TabState = z.infer<typeof tabStateSchema>;

const keyOf = (tabId: number) => `tab:${tabId}`;

export async function readTab(tabId: number): Promise<TabState> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  const parsed = tabStateSchema.safeParse(stored[keyOf(tabId)] ?? {});
  // Written by another version of us in this browser session: it only costs asking the page again.
  return parsed.success ? parsed.data : tabStateSchema.parse({});
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Change what is known of a tab. Changes run one after the other, so that two reports never overwrite each other. */
export function changeTab(
  tabId: number,
  change: (state: TabState) => TabState | Promise<TabState>,
): Promise<TabState> {
  const changed = lastChange.then(async () => {
    const state = await change(await readTab(tabId));
    await browser.storage.session.set({ [keyOf(tabId)]: state });
    return state;
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
