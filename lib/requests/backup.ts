import * as z from 'zod/mini';
import { defineRequest } from '../define-request';

/** When everything was last exported, and whether it is time to say so. */
export const readBackup = defineRequest(
  'readBackup',
  z.void(),
  z.strictObject({
    /** ISO 8601 in UTC; empty before the first time. */
    lastAt: z.string(),
    records: z.int(),
    /** Records that were made since. */
    newRecords: z.int(),
    reminder: z.enum(['none', 'records', 'days']),
    /** What the browser said when it was asked to keep the data whatever happens. */
    persistence: z.enum(['not-asked', 'granted', 'refused']),
  }),
);

/** Everything was exported just now. */
export const noteBackup = defineRequest('noteBackup', z.void(), z.void());

/** Not now: the reminder comes again a week or 20 records later. */
export const putOffBackup = defineRequest('putOffBackup', z.void(), z.void());

/** What the browser answered when it was asked to keep the data. Only a page can ask it. */
export const notePersistence = defineRequest(
  'notePersistence',
  z.strictObject({ granted: z.boolean() }),
  z.void(),
);
