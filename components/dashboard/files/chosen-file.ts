import { RequestError } from '@/lib/define-request';
import { type HandOff, readHandOff } from '@/lib/domain/letters/hand-off';
import { type StagedImport, type StagingWork, stageBundle } from './bundle-import';

export type ChosenFile =
  | { kind: 'bundle'; staged: StagedImport }
  | { kind: 'hand-off'; pack: HandOff };

/**
 * What a chosen file is and holds. A file that says it is a hand-off is refused as one (`hand-off-…`),
 * every other one as an export (`import-…`), which is checked and staged.
 */
export async function readChosenFile(file: File, work: StagingWork = {}): Promise<ChosenFile> {
  if (!/"format"\s*:\s*"countersign-hand-off"/.test(await file.slice(0, beginning).text()))
    return { kind: 'bundle', staged: await stageBundle(file, work) };
  const read = readHandOff(await file.text());
  if ('problem' in read) throw new RequestError(`hand-off-${read.problem}`);
  return { kind: 'hand-off', pack: read.pack };
}

/** Our own file names itself at once; in an export, no text of a person stands so near its beginning. */
const beginning = 200;
