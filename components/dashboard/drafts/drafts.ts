import { fieldsFromHandOff, type HandOff } from '@/lib/domain/letters/hand-off';
import { type Draft, type DraftIds, freshDraft } from '@/lib/domain/record/draft';
import type { AttestationRecord } from '@/lib/domain/record/record';
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

/** A draft of what a reseller handed over; `handedOver` says in a sentence who did. Its recorder is whoever opens it. */
export function handOffDraft(
  { pack, handedOver }: { pack: HandOff; handedOver: string },
  settings: Settings,
  ids: DraftIds,
  now: Date,
): Draft {
  const recorder = { name: settings.recorderName, role: settings.role };
  const fields = fieldsFromHandOff(pack, recorder, handedOver);
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return { ...manualDraft(settings, ids, now), fields, touched: filled.map(([field]) => field) };
}

/** The number of a record's newest version. */
export function latestVersion(record: AttestationRecord): number {
  return record.versions.reduce((highest, { version }) => Math.max(highest, version), 1);
}

function recorderIn({ recorderName, role }: Settings) {
  return { recordedBy: recorderName, recorderRole: role };
}
