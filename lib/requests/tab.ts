import * as z from 'zod/mini';
import { defineRequest } from '../define-request';
import { givenAnswersSchema, sightingReportSchema, tabViewSchema } from '../domain/notice/sighting';

// What Microsoft's page may tell (marked `content-script`), and what our own pages ask about a tab.

/** The notice was found in a frame of this tab. */
export const reportSighting = defineRequest(
  'reportSighting',
  sightingReportSchema,
  z.void(),
  'content-script',
);

/** The notice has left the frame that had shown it. */
export const reportGone = defineRequest('reportGone', z.void(), z.void(), 'content-script');

/** The top frame could not show the panel's frame (COEP, sandbox): say so in the toolbar. */
export const reportBlockedPanel = defineRequest(
  'reportBlockedPanel',
  z.void(),
  z.void(),
  'content-script',
);

/** The page has moved on within itself: its address may now say something else. */
export const reportMoved = defineRequest('reportMoved', z.void(), z.void(), 'content-script');

/** Our element was taken out of the page: make the panel's frame again, with a fresh ticket. */
export const askDock = defineRequest('askDock', z.void(), z.void(), 'content-script');

/** The panel's frame shows that our own content script made it, with a ticket that works once. */
export const claimFrame = defineRequest(
  'claimFrame',
  z.strictObject({ ticket: z.uuid() }),
  z.void(),
  'content-script',
);

/** What the panel's frame wants of the strip it stands in. */
export const dockActions = [
  'collapse',
  'expand',
  /** Collapse for now, without making it the person's choice: the notice has gone. */
  'fold',
  'other-side',
  'not-now',
  'never-here',
] as const;

export const moveDock = defineRequest(
  'moveDock',
  z.strictObject({ action: z.enum(dockActions) }),
  z.void(),
);

/** What is known of a tab: the asking frame's own, or else the current one of its window. */
export const viewTab = defineRequest(
  'viewTab',
  z.strictObject({ tabId: z.optional(z.int()) }),
  tabViewSchema,
);

/**
 * Whether the notice on a tab has still to be said aloud: `true` once for each load of a page and place in it,
 * however often the notice goes and comes back there and whatever panels are made for it.
 */
export const takeAnnouncement = defineRequest(
  'takeAnnouncement',
  z.strictObject({ tabId: z.optional(z.int()) }),
  z.boolean(),
);

/** Remember which draft a tab works on, so that closing and opening the panel goes on with it. */
export const bindDraft = defineRequest(
  'bindDraft',
  z.strictObject({ tabId: z.int(), draftId: z.uuid() }),
  z.void(),
);

/** Keep the answers to the guide's questions for this tab, as long as it stays at this place. */
export const keepAnswers = defineRequest(
  'keepAnswers',
  z.strictObject({ tabId: z.int(), answers: givenAnswersSchema }),
  z.void(),
);

/** The text that waits for the popup: selected on a page, or typed after the address bar's keyword. */
export const takeAsked = defineRequest('takeAsked', z.void(), z.string());
