import { customerKeysOfCase, mailKeyOf } from '@/lib/domain/record-customer';
import type { EventBlock } from './database';
import { eventsIn, peopleIn } from './trail-blocks';
import type { Reading, Writing } from './transaction';

// Which records there are, by what their rows can be found by. The transactions must span `events`, and `people` for a mail key.

/** Ids of the records that were begun last, newest first, of the same moment the higher id first; with the rows they begin in. */
export async function newestBegun(
  transaction: Reading | Writing,
  limit: number,
): Promise<{ recordIds: string[]; rows: EventBlock[] }> {
  const store = transaction.objectStore('events');
  const keys = new Map<string, [writer: string, last: number]>();
  let moment: string | undefined;
  let begun = 0;
  // Nothing else is asked for on the way: the browser then reads ahead of the cursor.
  for (let cursor = await store.index('byBeginning').openKeyCursor(null, 'prev'); cursor; ) {
    // All of one moment are needed to put them in order.
    if (begun >= limit && cursor.key !== moment) break;
    moment = cursor.key;
    begun++;
    keys.set(cursor.primaryKey.join('/'), cursor.primaryKey);
    cursor = await cursor.continue();
  }
  const read = await Promise.all([...keys.values()].map((key) => store.get(key)));
  const rows = read.filter((row) => row !== undefined);
  const found = rows.flatMap((row) => eventsIn(row)).filter(({ kind }) => kind === 'recorded');
  return { recordIds: newestOf(found, moment, limit), rows };
}

function newestOf(
  found: readonly { at: string; recordId: string }[],
  moment: string | undefined,
  limit: number,
): string[] {
  // Rows hold older ones too: what is older than the cursor has come may have others between.
  return found
    .filter(({ at }) => moment === undefined || at >= moment)
    .sort((one, other) =>
      one.at === other.at ? (one.recordId < other.recordId ? 1 : -1) : one.at < other.at ? 1 : -1,
    )
    .slice(0, limit)
    .map(({ recordId }) => recordId);
}

/** Ids of the records that a customer key was ever in. */
export async function recordsOfCustomer(
  transaction: Reading | Writing,
  key: string,
): Promise<string[]> {
  const isMail = key.startsWith('mail:');
  const signed = new Set<string>();
  let blocks: EventBlock[];
  if (isMail) {
    const people = await transaction.objectStore('people').index('byMail').getAll(key);
    for (const block of people)
      for (const { digest, signer } of peopleIn(block))
        if (mailKeyOf(signer.email) === key) signed.add(digest);
    const store = transaction.objectStore('events');
    const found = await Promise.all(people.map(({ writer, last }) => store.get([writer, last])));
    blocks = found.filter((block) => block !== undefined);
  } else {
    blocks = await transaction.objectStore('events').index('byCustomer').getAll(key);
  }
  const recordIds = new Set<string>();
  for (const block of blocks)
    for (const event of eventsIn(block)) {
      if (event.kind !== 'recorded' && event.kind !== 'corrected') continue;
      const named = isMail
        ? signed.has(event.signer)
        : customerKeysOfCase(event.case).includes(key);
      if (named) recordIds.add(event.recordId);
    }
  return [...recordIds];
}
