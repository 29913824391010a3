import type { Draft } from '@/lib/domain/record/draft';
import { dropDraftFiles } from './draft-files';
import { StoreProblem } from './problem';
import type { Trail } from './trail';
import { eventOfAttempt } from './trail-rows';
import { type Writing, writeAsOne } from './transaction';
import { announceDraft } from './witness';

/** All drafts, the one that was changed last first. */
export async function listDrafts({ database }: Trail): Promise<Draft[]> {
  const drafts = await database.getAll('drafts');
  return drafts.sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
}

/**
 * Keep a draft: on the disk when this answers. Throws a StoreProblem: `already-saved` its attempt has become
 * a record, `draft-gone` it was discarded or wiped, so it must not rise again; `storage-full`.
 */
export async function keepDraft({ database }: Trail, draft: Draft): Promise<void> {
  await writeAsOne(database, ['drafts', 'events', 'attempts', 'meta'], async (writing) => {
    const saved = await eventOfAttempt(writing, draft.attemptId);
    if (saved) throw new StoreProblem('already-saved');
    if ((await readGoneDrafts(writing)).includes(draft.draftId))
      throw new StoreProblem('draft-gone');
    await writing.objectStore('drafts').put(draft);
  });
  await announceDraft(draft.draftId, draft.changedAt);
}

/** Throw a draft and its files away for good. It is no fault when there is none. */
export async function discardDraft(
  { database }: Trail,
  draftId: string,
  at: string,
): Promise<void> {
  await writeAsOne(database, ['drafts', 'evidence', 'meta'], (writing) =>
    dropDrafts(writing, [draftId]),
  );
  await announceDraft(draftId, at);
}

/** A change is late by seconds, so the newest ids are enough. */
const goneLimit = 200;

/** Delete drafts and their files within a transaction over `drafts`, `evidence` and `meta`, and remember that they are gone. */
export async function dropDrafts(writing: Writing, draftIds: readonly string[]): Promise<void> {
  for (const draftId of draftIds) await writing.objectStore('drafts').delete(draftId);
  await dropDraftFiles(writing, draftIds);
  const others = (await readGoneDrafts(writing)).filter((id) => !draftIds.includes(id));
  const gone = [...others, ...draftIds].slice(-goneLimit);
  await writing.objectStore('meta').put({ key: 'goneDrafts', draftIds: gone });
}

/** Drop the drafts that correct some records, as `dropDrafts` does: they hold what is known of a person too. Answers whether there were any. */
export async function dropCorrecting(
  writing: Writing,
  recordIds: ReadonlySet<string>,
): Promise<boolean> {
  if (recordIds.size === 0) return false;
  const drafts = await writing.objectStore('drafts').getAll();
  const correcting = drafts.filter(({ corrects }) => corrects && recordIds.has(corrects.recordId));
  if (correcting.length === 0) return false;
  await dropDrafts(
    writing,
    correcting.map(({ draftId }) => draftId),
  );
  return true;
}

async function readGoneDrafts(writing: Writing): Promise<string[]> {
  const row = await writing.objectStore('meta').get('goneDrafts');
  return row?.key === 'goneDrafts' ? row.draftIds : [];
}
