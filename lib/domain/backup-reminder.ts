/** So many new records, or so long since everything was exported, and it is time to say so. */
export const recordsUntilReminder = 20;
export const daysUntilReminder = 30;
/** A reminder that was put off comes again after so long, or so many more records. */
export const daysUntilAgain = 7;
export const recordsUntilAgain = 20;

/** What the history held at a moment (ISO 8601, UTC). */
export type BackupMark = { at: string; records: number; events: number };

export type BackupState = {
  /** When everything was last exported, and what it was. */
  last?: BackupMark | undefined;
  /** Since when there have been records that were never exported. */
  since?: BackupMark | undefined;
  /** When the reminder was put off. */
  putOff?: BackupMark | undefined;
};

/** Why to remind: `records` many are new · `days` it is long ago · `none` it is not time. */
export type BackupReminder = 'none' | 'records' | 'days';

/** Whether to remind of a backup now. A history without records, or as it was exported, needs none. */
export function reminderFor({ last, since, putOff }: BackupState, now: BackupMark): BackupReminder {
  const from = last ?? since;
  if (now.records === 0 || !from || (last && last.events === now.events)) return 'none';
  // What was put off before the last export is settled by it.
  if (putOff && putOff.at >= from.at) {
    const isAgain =
      newSince(putOff, now) >= recordsUntilAgain || daysSince(putOff, now) >= daysUntilAgain;
    if (!isAgain) return 'none';
  }
  if (newSince(last, now) >= recordsUntilReminder) return 'records';
  return daysSince(from, now) >= daysUntilReminder ? 'days' : 'none';
}

/** How many records are new since a moment; all of them when there are fewer than then, for then they were deleted meanwhile. */
export function newSince(mark: BackupMark | undefined, now: BackupMark): number {
  const before = mark?.records ?? 0;
  return now.records >= before ? now.records - before : now.records;
}

function daysSince(mark: BackupMark, now: BackupMark): number {
  return (Date.parse(now.at) - Date.parse(mark.at)) / (24 * 60 * 60 * 1000);
}
