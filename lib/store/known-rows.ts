import { contentBefore, contentOf, type ImportRow, personIn } from '@/lib/domain/csv/import-row';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { sha256 } from '@/lib/domain/trail/sha256';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { readCheckpoints, readInstallation } from './trail';
import { writersHere } from './trail-heads';
import { eventOfAttempt, eventsOfRecord, readPeople } from './trail-rows';
import type { Reading, Writing } from './transaction';

// Which rows of tables are here already. A row is known by its case, of which its attempt is made, and by its person, who stands
// beside the chain. Rows of one case that name other people take places of their own.

/** The event that began the record which a row is; else the place that it takes among rows of its case. */
export type KnownRow = {
  event?: TrailEvent;
  /** It is of the same case, and its person was erased: nobody is brought back by importing the file again. */
  isErased?: boolean;
  next: number;
};

export type RowFinder = {
  /** This installation. */
  writer: string;
  find: (row: ImportRow) => Promise<KnownRow>;
  /** The first place from this one on that nobody has taken. */
  freeFrom: (row: ImportRow, place: number) => Promise<number>;
};

/** Finds rows within one transaction over `events`, `people`, `attempts`, `checkpoints` and `meta`; what is here of one case is read once. */
export async function rowFinder(transaction: Reading | Writing): Promise<RowFinder> {
  const { writer } = await readInstallation(transaction);
  const writers = [...new Set([writer, ...(await writersHere(transaction))])];
  const pruned = new Set((await readCheckpoints(transaction)).map((one) => one.writer));
  const cases = new Map<string, Promise<SameCase>>();

  return {
    writer,
    async find(row) {
      for (const one of writers) {
        const event = await eventOfAttempt(transaction, attemptBefore(row, one));
        if (event) return { event, next: 0 };
      }
      if (row.recordId) {
        const events = await eventsOfRecord(transaction, row.recordId);
        const event = events.find(({ kind }) => kind === 'recorded');
        if (event) return { event, next: 0 };
      }
      const content = canonicalJson(contentOf(row));
      const reading = cases.get(content) ?? readCase(transaction, row, writers, pruned);
      cases.set(content, reading);
      const { here, next } = await reading;
      const named = canonicalJson(personIn(row));
      const same = here.find((one) => one.named === named);
      if (same) return { event: same.event, next };
      const erased = here.find((one) => one.named === undefined);
      return erased ? { event: erased.event, isErased: true, next } : { next };
    },
    async freeFrom(row, place) {
      let free = place;
      if (pruned.has(writer))
        while (await eventOfAttempt(transaction, attemptOf(row, writer, 'recorded', free))) free++;
      return free;
    },
  };
}

/** What is here of one case; `next` is the place after this installation's last. */
type SameCase = { here: { event: TrailEvent; named?: string }[]; next: number };

/** Places whose events were pruned are empty: behind so many in a row nothing more is looked for. */
const mostEmpty = 16;

async function readCase(
  transaction: Reading | Writing,
  row: ImportRow,
  [own, ...others]: readonly string[],
  pruned: ReadonlySet<string>,
): Promise<SameCase> {
  const here: SameCase['here'] = [];
  const lastOf = async (writer: string) => {
    let next = 0;
    const most = pruned.has(writer) ? mostEmpty : 0;
    for (let place = 0; place <= next + most; place++) {
      const event = await eventOfAttempt(transaction, attemptOf(row, writer, 'recorded', place));
      if (!event) continue;
      const [person] = (await readPeople(transaction, [event])).values();
      here.push({ event, ...(person && { named: canonicalJson(person.signer) }) });
      next = place + 1;
    }
    return next;
  };
  const next = await lastOf(own!);
  for (const writer of others) await lastOf(writer);
  return { here, next };
}

/**
 * The attempt that a row is, as a UUID of its content (version 8); `place` counts rows of the same case that name other people. It
 * names the writer as well: two installations that import one file each make records of their own, and their trails can still be
 * brought together.
 */
export function attemptOf(row: ImportRow, writer: string, part: string, place: number): string {
  return uuidOf({ part, place, row: contentOf(row), writer });
}

/** The attempt that a row was in builds until November 2026. */
function attemptBefore(row: ImportRow, writer: string): string {
  return uuidOf({ part: 'recorded', row: contentBefore(row), writer });
}

function uuidOf(content: unknown): string {
  const digest = sha256(canonicalJson(content));
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
