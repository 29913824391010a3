import type { Draft } from '@/lib/domain/draft';
import type { Trail } from './trail';
import { writeAsOne } from './transaction';
import { announceDraft } from './witness';

/** All drafts, the one that was changed last first. */
export async function listDrafts({ database }: Trail): Promise<Draft[]> {
  const drafts = await database.getAll('drafts');
  return drafts.sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
}

/**
 * Keep a draft: on the disk when this answers. A change that arrives after its record was saved is
 * dropped: the draft must not rise again beside its record. Throws a StoreProblem `storage-full`.
 */
export async function keepDraft({ database }: Trail, draft: Draft): Promise<void> {
  await writeAsOne(database, ['drafts', 'events'], async (writing) => {
    const saved = await writing.objectStore('events').index('byAttempt').getKey(draft.attemptId);
    if (!saved) await writing.objectStore('drafts').put(draft);
  });
  await announceDraft(draft.draftId, draft.changedAt);
}

/** Throw a draft away. It is no fault when there is none. */
export async function discardDraft(
  { database }: Trail,
  draftId: string,
  at: string,
): Promise<void> {
  await writeAsOne(database, ['drafts'], (writing) =>
    writing.objectStore('drafts').delete(draftId),
  );
  await announceDraft(draftId, at);
}
