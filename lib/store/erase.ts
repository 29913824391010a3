import type { AttestationRecord } from '@/lib/domain/record/record';
import { erasedBy, signerOf } from '@/lib/domain/trail/trail';
import { dropAsked } from './asked-store';
import { dropCorrecting } from './draft-store';
import { forgetPack } from './history-pack';
import { append, existing, type Writer } from './history-store';
import { StoreProblem } from './problem';
import type { Trail } from './trail';
import { unreadOfRecord } from './trail-rows';
import { removePeople, removePeopleAt } from './trail-write';
import type { Reading } from './transaction';
import { announceDraft } from './witness';

export type Erasure = Writer & {
  recordId: string;
  /** Files that go too, with their names. */
  fileIds: readonly string[];
  reason: string;
};

/**
 * Erase the person of all of a record's versions, and chosen files: data, salts, bytes and names, the drafts that correct
 * the record, imports that wait, and every text that a search keeps, in one transaction with the event that says so. The chain still
 * checks. What stands beside events of the record that cannot be read goes as well. A withdrawn record's person can be erased too. Throws a StoreProblem `nothing-to-erase`, `record-missing`, and as `saveRecord`.
 */
export async function eraseRecord(trail: Trail, erasure: Erasure): Promise<AttestationRecord> {
  const { attemptId, recordId, fileIds, reason, by, at, offsetMinutes } = erasure;
  const link = { format: 1 as const, at, offsetMinutes, by, recordId, attemptId };
  const unread = await besideUnread(trail, recordId);
  const record = await append(trail, at, {
    attemptId,
    recordId,
    eventFor(record, writer, events) {
      const { files } = existing(record);
      const gone = erasedBy(events).signers;
      const named = [...events.flatMap((event) => signerOf(event) ?? []), ...unread.signers];
      const signers = [...new Set(named)].filter((one) => !gone.has(one));
      const going = files.filter(({ fileId, erased }) => !erased && fileIds.includes(fileId));
      // Nobody could have chosen these: no event that can be read tells of them.
      const told = new Set(files.map(({ fileId }) => fileId));
      const untold = unread.fileIds.filter((fileId) => !told.has(fileId));
      const ids = [...going.map(({ fileId }) => fileId), ...untold];
      if (signers.length + ids.length === 0) throw new StoreProblem('nothing-to-erase');
      return { ...link, writer, kind: 'erased', signers, fileIds: ids, reason };
    },
    isSame: (written) => written.kind === 'erased' && written.recordId === recordId,
    also: {
      stores: ['evidence', 'packs', 'staging'],
      async write(writing, event, events) {
        if (event.kind !== 'erased') return;
        await removePeople(writing, events);
        await removePeopleAt(writing, unread.places, new Set(event.signers));
        for (const fileId of event.fileIds) await writing.objectStore('evidence').delete(fileId);
        await dropCorrecting(writing, new Set([recordId]));
        await forgetPack(writing);
        // An import that waits may hold the same person: whoever still wants it chooses the file again.
        await writing.objectStore('staging').clear();
      },
    },
  });
  trail.index = undefined;
  await announceDraft('', at);
  await dropAsked();
  return record;
}

/** What stands beside the events of a record that cannot be read; nothing when all of them can. */
async function besideUnread({ database }: Trail, recordId: string) {
  const stores = ['events', 'people', 'evidence'] as const;
  const reading = database.transaction([...stores], 'readonly') as unknown as Reading;
  const { places, signers } = await unreadOfRecord(reading, recordId);
  const fileIds =
    places.length > 0
      ? await reading.objectStore('evidence').index('byRecord').getAllKeys(recordId)
      : [];
  return { places, signers, fileIds };
}
