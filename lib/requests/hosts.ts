import * as z from 'zod/mini';
import { defineRequest } from '../define-request';

const host = z.string().check(z.maxLength(253));

/** Every site on the list, default ones first, and whether it is watched. */
export const listWatchedHosts = defineRequest(
  'listWatchedHosts',
  z.void(),
  z.array(z.strictObject({ host, byDefault: z.boolean(), on: z.boolean() })),
);

/**
 * Watch a site from now on, or no longer. One that is added must have been allowed by the person in the
 * browser's own question first (lib/host-permission.ts); else the problem is `not-allowed`.
 */
export const switchHost = defineRequest(
  'switchHost',
  z.strictObject({ host, on: z.boolean() }),
  z.void(),
);

/** Look once at a page that is not watched. Problem `not-allowed`: the browser lets nobody read it. */
export const lookAtTab = defineRequest(
  'lookAtTab',
  z.strictObject({ tabId: z.int() }),
  z.strictObject({ found: z.boolean() }),
);
