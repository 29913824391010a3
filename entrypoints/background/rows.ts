import { csvLines } from '@/lib/domain/csv/history-csv';
import type { ImportRow } from '@/lib/domain/csv/import-row';
import { tidyActor, tidyAttestation, tidyNote, wellFormed } from '@/lib/domain/record/record-tidy';
import * as requests from '@/lib/requests';
import { noteBackup, notePersistence, putOffBackup, readBackup } from '@/lib/store/backup-store';
import { listRows, readRows } from '@/lib/store/history-reading';
import { readRecordTrail } from '@/lib/store/record-trail';
import { importRows, previewRows } from '@/lib/store/rows-import';
import { readSettings } from '@/lib/store/settings-store';
import {
  opened,
  openedToRead,
  passOn,
  type RecordTools,
  randomSalt,
  refuseBlocked,
  stamp,
} from './tools';

/** Answer what is asked for prints, imports of table files and backups. Registers at once, before anything is awaited. */
export function answerRowRequests({ keeper, now, uuid }: RecordTools): void {
  const at = () => now().toISOString();

  requests.readRecordTrail.answer(async ({ recordId }) =>
    passOn(readRecordTrail(await opened(keeper), recordId)),
  );

  requests.listRows.answer(async (query) => passOn(listRows(await opened(keeper), query)));
  requests.readTable.answer(async ({ rows, options }) => {
    return csvLines(await passOn(readRows(await opened(keeper), rows)), options);
  });

  requests.previewRows.answer(async ({ rows }) => {
    const { ownDomains } = await passOn(readSettings());
    const context = { now: at(), ownDomains };
    return passOn(previewRows(await opened(keeper), rows.map(tidied), context));
  });
  requests.importRows.answer(async ({ rows, provenance, by }) => {
    const tidy = rows.map(tidied);
    for (const { attestation } of tidy) refuseBlocked(attestation, at());
    const wish = {
      rows: tidy,
      provenance: tidyNote(wellFormed(provenance), 2_000),
      by: tidyActor(by),
      ...stamp(now()),
    };
    return passOn(importRows(await opened(keeper), wish, { uuid, salt: randomSalt }));
  });

  requests.readBackup.answer(async () => passOn(readBackup(await openedToRead(keeper), at())));
  requests.noteBackup.answer(async () => passOn(noteBackup(await opened(keeper), at())));
  requests.putOffBackup.answer(async () => passOn(putOffBackup(await opened(keeper), at())));
  requests.notePersistence.answer(({ granted }) => notePersistence(granted));
}

/** As the form would save it: a page may ask for more than it shows. */
function tidied(row: ImportRow): ImportRow {
  return { ...row, attestation: tidyAttestation(wellFormed(row.attestation)) };
}
