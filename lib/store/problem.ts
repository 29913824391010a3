import type { FileProblem } from '@/lib/domain/record/evidence';

/**
 * Why the store refused: nothing was changed. `storage-full` the disk or quota is full ·
 * `not-written` the browser gave a change up without a reason, as on a disk that fills while it writes · `trail-damaged` events
 * that were there are gone, so writing is frozen · `superseded` the record has a newer version, was moved or withdrawn ·
 * `record-missing` there is no such record · `already-saved` this attempt has saved something else, or its draft
 * is a record now · `draft-gone` the draft was discarded, saved or wiped · `storage-blocked` another window keeps
 * the database · `storage-broken` the browser cannot open it · `made-by-newer` a newer version of the extension
 * made it · `too-many-views` more views than are kept · `file-gone` an evidence file is not here · `pieces-missing` not all
 * of its bytes have arrived · `nothing-to-erase` all of it has gone already · `trail-changed` it is no longer as it was shown ·
 * or a FileProblem (lib/domain/record/evidence.ts) · `import-…` why an import was refused.
 */
export class StoreProblem extends Error {
  constructor(
    readonly code: StoreProblemCode,
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'StoreProblem';
  }
}

export type StoreProblemCode =
  | 'storage-full'
  | 'not-written'
  | 'trail-damaged'
  | 'superseded'
  | 'record-missing'
  | 'already-saved'
  | 'draft-gone'
  | 'storage-blocked'
  | 'storage-broken'
  | 'made-by-newer'
  | 'too-many-views'
  | 'file-gone'
  | 'pieces-missing'
  | 'nothing-to-erase'
  | 'trail-changed'
  | FileProblem
  | `import-${string}`;

/** The name by which the browser tells its errors apart; empty for what is no error. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
