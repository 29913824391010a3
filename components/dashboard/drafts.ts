import { type Draft, type DraftIds, freshDraft } from '@/lib/domain/draft';
import type { AttestationRecord } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';

/** A draft for a case that was reported by phone or mail, with the recorder filled in from the settings. */
export function manualDraft(settings: Settings, ids: DraftIds, now: Date): Draft {
  return freshDraft('manual', recorderIn(settings), ids, now);
}

/** A draft that corrects a record's newest version. Its recorder is whoever corrects, not whoever recorded first. */
export function correctionDraft(
  record: AttestationRecord,
  settings: Settings,
  ids: DraftIds,
  now: Date,
): Draft {
  return {
    ...manualDraft(settings, ids, now),
    corrects: { recordId: record.recordId, version: latestVersion(record) },
    fields: { ...record.current, ...recorderIn(settings) },
  };
}

/** The number of a record's newest version. */
export function latestVersion(record: AttestationRecord): number {
  return record.versions.reduce((highest, { version }) => Math.max(highest, version), 1);
}

function recorderIn({ recorderName, role }: Settings) {
  return { recordedBy: recorderName, recorderRole: role };
}
