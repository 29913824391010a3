import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import {
  type BackupMark,
  type BackupReminder,
  newSince,
  reminderFor,
} from '@/lib/domain/backup-reminder';
import { readChanges, type Trail } from './trail';
import type { Reading } from './transaction';

/** Where it is kept when everything was last exported; it holds counts and days, nothing of any record. */
export const backupKey = 'backup';

const markSchema = z.object({ at: z.string(), records: z.int(), events: z.int() });
const storedSchema = z.object({
  last: z.optional(markSchema),
  since: z.optional(markSchema),
  putOff: z.optional(markSchema),
  persistence: z.optional(z.enum(['granted', 'refused'])),
});
type Stored = z.infer<typeof storedSchema>;

export type Backup = {
  lastAt: string;
  records: number;
  newRecords: number;
  reminder: BackupReminder;
  persistence: 'not-asked' | 'granted' | 'refused';
};

/** When everything was last exported, what is new since, and whether it is time to say so. `at` is now. */
export async function readBackup(trail: Trail, at: string): Promise<Backup> {
  const now = await markOf(trail, at);
  let stored = await readStored();
  if (now.records > 0 && !stored.last && !stored.since)
    stored = await change({ since: { ...now, records: 0, events: 0 } });
  return {
    lastAt: stored.last?.at ?? '',
    records: now.records,
    newRecords: newSince(stored.last, now),
    reminder: reminderFor(stored, now),
    persistence: stored.persistence ?? 'not-asked',
  };
}

/** Everything was exported just now. */
export async function noteBackup(trail: Trail, at: string): Promise<void> {
  await change({ last: await markOf(trail, at) });
}

/** The reminder was put off. */
export async function putOffBackup(trail: Trail, at: string): Promise<void> {
  await change({ putOff: await markOf(trail, at) });
}

/** What the browser answered when a page asked it to keep the data. */
export async function notePersistence(granted: boolean): Promise<void> {
  await change({ persistence: granted ? 'granted' : 'refused' });
}

async function markOf({ database }: Trail, at: string): Promise<BackupMark> {
  const reading = database.transaction('meta', 'readonly') as unknown as Reading;
  const { records, events } = await readChanges(reading);
  return { at, records, events };
}

/** What cannot be read counts as nothing: then the reminder comes once too often. */
async function readStored(): Promise<Stored> {
  const stored = await browser.storage.local.get(backupKey);
  return storedSchema.safeParse(stored[backupKey]).data ?? {};
}

function change(changes: Partial<Stored>): Promise<Stored> {
  const changing = lastChange.then(async () => {
    const stored = { ...(await readStored()), ...changes };
    await browser.storage.local.set({ [backupKey]: stored });
    return stored;
  });
  lastChange = changing.catch(() => {});
  return changing;
}

/** Changes wait for each other: each reads what the one before it has written. */
let lastChange: Promise<unknown> = Promise.resolve();
