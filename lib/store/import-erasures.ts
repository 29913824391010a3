import { erasedBy, signerOf, type TrailEvent } from '@/lib/domain/trail/trail';
import { dropDrafts } from './draft-store';
import { forgetPack } from './history-pack';
import { filesOfRecord } from './import-files';
import type { Merge } from './import-merge';
import { eventsOfRecord } from './trail-rows';
import { removePeople } from './trail-write';
import type { Writing } from './transaction';

// What an import has to do with erasures: those that it brings, and those that were made here.

/** What went with the erasures that an import has brought: the pack that holds texts, and drafts. */
export type Settled = { isForgotten: boolean; hasDropped: boolean };

/**
 * What was erased, here or there, and the import has brought back goes again. What was erased there of a record that was here
 * goes here as well, and with it the pack that holds its texts and the drafts that correct it.
 */
export async function settleErasures(merge: Merge): Promise<Settled> {
  const { writing, erasing, adding, isKnown } = merge;
  await adding;
  if (!writing) return { isForgotten: false, hasDropped: false };
  const erased = new Set<string>();
  for (const recordId of erasing) {
    const events = await eventsOfRecord(writing, recordId);
    const { signers, fileIds } = erasedBy(events);
    if (events.some((event) => event.kind === 'erased' && isAdded(merge, event)))
      erased.add(recordId);
    await removePeople(
      writing,
      events.filter((event) => signers.has(signerOf(event) ?? '')),
    );
    // An erasure is of its own record: it cannot take what stands beside another.
    for (const fileId of await filesOfRecord(writing, recordId))
      if (fileIds.has(fileId)) await writing.objectStore('evidence').delete(fileId);
  }
  const isForgotten = [...erased].some(isKnown);
  if (isForgotten) await forgetPack(writing);
  return { isForgotten, hasDropped: await dropCorrecting(writing, erased) };
}

/** A draft that corrects a record holds the person that was erased. */
async function dropCorrecting(writing: Writing, erased: ReadonlySet<string>): Promise<boolean> {
  if (erased.size === 0) return false;
  const drafts = await writing.objectStore('drafts').getAll();
  const correcting = drafts.filter(({ corrects }) => corrects && erased.has(corrects.recordId));
  if (correcting.length === 0) return false;
  await dropDrafts(
    writing,
    correcting.map(({ draftId }) => draftId),
  );
  return true;
}

function isAdded({ added }: Merge, { writer, sequence }: TrailEvent): boolean {
  return added.some(
    ([own, from, until]) => own === writer && sequence >= from && sequence <= until,
  );
}
