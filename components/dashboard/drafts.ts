import { emptyAttestation } from '@/lib/domain/attestation';
import type { Draft } from '@/lib/domain/draft';
import type { AttestationRecord } from '@/lib/domain/record';
import type { Settings } from '@/lib/domain/settings';

export type NewIds = { draftId: string; attemptId: string };

/** A draft for a case that was reported by phone or mail, with the recorder filled in from the settings. */
export function manualDraft(settings: Settings, ids: NewIds, now: Date): Draft {
  return {
    ...ids,
    place: 'manual',
    startedAt: now.toISOString(),
    changedAt: now.toISOString(),
    fields: {
      ...emptyAttestation,
      recordedBy: settings.recorderName,
      recorderRole: settings.role,
    },
    touched: [],
  };
}

/** A draft that corrects a record's newest version. Its recorder is whoever corrects, not whoever recorded first. */
export function correctionDraft(
  record: AttestationRecord,
  settings: Settings,
  ids: NewIds,
  now: Date,
): Draft {
  return {
    ...manualDraft(settings, ids, now),
    corrects: { recordId: record.recordId, version: latestVersion(record) },
    fields: {
      ...record.current,
      recordedBy: settings.recorderName,
      recorderRole: settings.role,
    },
  };
}

/** The number of a record's newest version. */
export function latestVersion(record: AttestationRecord): number {
  return record.versions.reduce((highest, { version }) => Math.max(highest, version), 1);
}

/** Fresh ids for a draft. */
export function newIds(): NewIds {
  return { draftId: crypto.randomUUID(), attemptId: crypto.randomUUID() };
}
