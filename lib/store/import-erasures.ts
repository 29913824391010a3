import { type BundleSummary, erasedBy, signerOf, type TrailEvent } from '@/lib/domain/trail/trail';
import { numberOf } from '@/lib/domain/trail/trail-fold';
import { dropCorrecting } from './draft-store';
import { forgetPack } from './history-pack';
import { filesOfRecord } from './import-files';
import type { Merge } from './import-merge';
import { eventsOfRecord } from './trail-rows';
import { removePeople } from './trail-write';

// What an import has to do with erasures: those that it brings, and those that were made here.

/** What went with the erasures that an import has brought: the pack that holds texts, and drafts. */
export type Settled = { isForgotten: boolean; hasDropped: boolean };

/**
 * What was erased, here or there, and the import has brought back goes again. What was erased there of a record that was here
 * goes here as well, and with it the pack that holds its texts, the drafts that correct it, and imports that wait.
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
    const files = fileIds.size > 0 ? await filesOfRecord(writing, recordId) : [];
    for (const fileId of files)
      if (fileIds.has(fileId)) await writing.objectStore('evidence').delete(fileId);
  }
  const isForgotten = [...erased].some(isKnown);
  if (isForgotten) await forgetPack(writing);
  // An import that waits may hold the same person: whoever still wants it chooses the file again.
  if (erased.size > 0) await writing.objectStore('staging').clear();
  return { isForgotten, hasDropped: await dropCorrecting(writing, erased) };
}

/** Most records that are named; how many there are is said all the same. */
const mostNamed = 100;

/**
 * Note in the summary which records were erased here and get personal data again. An erasure names whom it takes, so it does
 * not take the person of a version that was written elsewhere and comes later; without that person the chain would
 * call for somebody whom nobody has erased. Whoever imports must know it, and can erase the record again.
 */
export async function noteBroughtBack(merge: Merge): Promise<void> {
  const { transaction, brought, erasures, summary } = merge;
  const records: NonNullable<BundleSummary['broughtBack']>['records'] = [];
  for (const [recordId, signers] of brought) {
    const events = await eventsOfRecord(transaction, recordId);
    const before = erasedBy(events.filter((event) => !isAdded(merge, event))).signers;
    const there = erasedBy(erasures.filter((event) => event.recordId === recordId)).signers;
    const begun = events.find(({ kind }) => kind === 'recorded');
    const stays = signers.some((signer) => !before.has(signer) && !there.has(signer));
    if (before.size > 0 && stays && begun)
      records.push({ recordId, number: numberOf(begun.sequence) });
  }
  if (records.length > 0)
    summary.broughtBack = { count: records.length, records: records.slice(0, mostNamed) };
}

function isAdded({ added }: Merge, { writer, sequence }: TrailEvent): boolean {
  return added.some(
    ([own, from, until]) => own === writer && sequence >= from && sequence <= until,
  );
}
