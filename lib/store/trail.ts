import type { HistoryIndex } from '@/lib/domain/history/history-index';
import type { Checkpoint } from '@/lib/domain/trail/trail';
import type { Head } from '@/lib/domain/trail/trail-chain';
import {
  type Changes,
  type Database,
  type Installation,
  type OpenOptions,
  openDatabase,
} from './database';
import { StoreProblem } from './problem';
import { readHead, readReadableHead } from './trail-heads';
import { countBlocks, eventAt } from './trail-rows';
import { rowsChanged } from './trail-write';
import { type Reading, type Writing, writeAsOne } from './transaction';
import { readWitness, type Witness, writeWitness } from './witness';

/**
 * Events that were there are gone: `emptied` the whole database was replaced · `events-missing` some are gone ·
 * `head-changed` the last known event is another one · `other-trail` it is not the trail the witness knew.
 */
export type Damage = {
  code: 'emptied' | 'events-missing' | 'head-changed' | 'other-trail';
  /** When the trail was last known to be whole. */
  since: string;
  writer: string;
  sequence: number;
  witness: Witness | undefined;
};

/** The open trail. With `damage` nothing may be added to it (`refuseWhenDamaged`). */
export type Trail = {
  database: Database;
  damage: Damage | undefined;
  /** What lists are answered from, when it was needed, and whoever is bringing it up to date (history-pack.ts). */
  index: HistoryIndex | undefined;
  indexing: Promise<HistoryIndex> | undefined;
  /** The writer as it was last read: lets its chain's end be asked for before the installation has been read again. */
  writer?: string;
};

export type TrailKeeper = {
  /** The open trail, opened and checked against the witness when it is not. */
  open: () => Promise<Trail>;
  /**
   * The open trail for whoever only reads: not checked yet, perhaps. Counting the rows takes as long as a page may take to show
   * its first ones, and what is there can be shown whatever the count says.
   */
  openToRead: () => Promise<Trail>;
  /** Look at the witness again: after an import or a wipe. */
  recheck: () => Promise<void>;
  close: () => Promise<void>;
};

type Opened = { trail: Trail; checked: () => Promise<Trail> };
type KeeperOptions = { now: () => string; uuid: () => string } & Omit<OpenOptions, 'onClosed'>;

/** Keeps the trail open, and opens it again after a newer version or the browser has closed it. */
export function keepTrail({ now, uuid, ...options }: KeeperOptions): TrailKeeper {
  let opened: Promise<Opened> | undefined;

  async function begin(): Promise<Opened> {
    const database = await openDatabase({ ...options, onClosed: () => (opened = undefined) });
    const trail: Trail = { database, damage: undefined, index: undefined, indexing: undefined };
    let checking: Promise<Trail> | undefined;
    const check = async () => {
      try {
        trail.damage = await checkWitness(database, now(), uuid);
        return trail;
      } catch (error) {
        // The next one opens its own: this one would keep a newer version from the database.
        database.close();
        throw error;
      }
    };
    const checked = () => {
      checking ??= check();
      return checking;
    };
    // One that is not begun cannot be read.
    if ((await database.count('meta', 'installation')) === 0) await checked();
    return { trail, checked };
  }

  async function opening<Result>(
    use: (opened: Opened) => Result | Promise<Result>,
  ): Promise<Result> {
    const own = opened ?? begin();
    opened = own;
    try {
      return await use(await own);
    } catch (error) {
      // Nobody waits for what has failed: the next one tries again.
      if (opened === own) opened = undefined;
      throw error;
    }
  }

  const open = () => opening(({ checked }) => checked());

  return {
    open,
    openToRead: () => opening(({ trail }) => trail),
    async recheck() {
      const trail = await open();
      trail.index = undefined;
      trail.damage = await checkWitness(trail.database, now(), uuid);
    },
    async close() {
      const closing = opened;
      opened = undefined;
      (await closing)?.trail.database.close();
    },
  };
}

/** Throws the StoreProblem `trail-damaged` when events were lost: nothing may be written over what is left. */
export function refuseWhenDamaged({ damage }: Trail): void {
  if (damage) throw new StoreProblem('trail-damaged', damage.code);
}

/** This installation's writer, as the database has it, or a StoreProblem when it has gone. */
export async function readInstallation(transaction: Reading | Writing): Promise<Installation> {
  const row = await transaction.objectStore('meta').get('installation');
  if (row?.key !== 'installation') throw new StoreProblem('trail-damaged', 'emptied');
  return row;
}

/** How often the trail has changed and how many events it should hold. */
export async function readChanges(transaction: Reading | Writing): Promise<Changes> {
  const row = await transaction.objectStore('meta').get('changes');
  return row?.key === 'changes'
    ? row
    : { key: 'changes', count: 0, events: 0, records: 0, blocks: 0 };
}

export type ChangeOfTrail = {
  /** What it adds to the number of events and of records, or takes from it: negative. */
  events: number;
  records: number;
  /** Records that are other than before: changed, erased from, or gone. */
  recordIds: readonly string[];
  /** New events of each chain, when they are too many to name their records. */
  added?: readonly [writer: string, from: number, until: number][];
};

/**
 * Count a change of the trail, within the transaction that makes it and after all else in it: it must span `events`,
 * `meta` and `journal`. Answers with the counts as they then stand; `known` are those before it, read in the same transaction. Lists learn by it what they must read again.
 */
export async function noteChange(
  writing: Writing,
  { events, records, recordIds, added = [] }: ChangeOfTrail,
  known?: Changes,
): Promise<Changes> {
  const before = known ?? (await readChanges(writing));
  const changes: Changes = {
    key: 'changes',
    count: before.count + 1,
    events: before.events + events,
    records: before.records + records,
    blocks: before.blocks + rowsChanged(writing),
  };
  const row = { count: changes.count, recordIds: [...recordIds], added: [...added] };
  // What fails ends the transaction, and is seen there.
  writing
    .objectStore('meta')
    .put(changes)
    .catch(() => {});
  writing
    .objectStore('journal')
    .put(row)
    .catch(() => {});
  return changes;
}

/**
 * Note the trail's end in the second place, as it is read or `known`. A witness that could not be written is behind and does no
 * harm: the events are saved, and the next change or start writes it. So this does not fail.
 */
export async function noteWitness(trail: Trail, at: string, known?: TrailEnd): Promise<void> {
  try {
    const { installation, head, changes } = known ?? (await readEnd(trail.database));
    const { generation, writer } = installation;
    const witness = { generation, writer, ...head, events: changes.events, at };
    await writeWitness(witness, changes.count);
  } catch (error) {
    console.warn('Countersign: the witness was not written', error);
  }
}

/** This installation's end of the trail. */
export type TrailEnd = { installation: Installation; changes: Changes; head: Head };

async function readEnd(database: Database): Promise<TrailEnd> {
  const transaction = database.transaction(['meta', 'events'], 'readonly') as unknown as Reading;
  const installation = await readInstallation(transaction);
  const changes = await readChanges(transaction);
  return { installation, changes, head: await readHead(transaction, installation.writer) };
}

async function checkWitness(
  database: Database,
  now: string,
  uuid: () => string,
): Promise<Damage | undefined> {
  const witness = await readWitness();
  const found = await compare(database, witness);
  if (found === 'new') await install(database, uuid);
  else if (found !== 'whole') return found;

  const trail = { database, damage: undefined, index: undefined, indexing: undefined };
  // What the database has beyond the witness was saved before the worker died.
  if (found === 'whole') await noteWitness(trail, now);
  return undefined;
}

async function compare(
  database: Database,
  witness: Witness | undefined,
): Promise<'new' | 'whole' | Damage> {
  const stores = ['meta', 'events', 'checkpoints'] as const;
  const transaction = database.transaction([...stores], 'readonly') as unknown as Reading;
  const row = await transaction.objectStore('meta').get('installation');
  const dataLoss = await transaction.objectStore('meta').get('dataLoss');
  const blocks = await countBlocks(transaction);
  const changes = await readChanges(transaction);
  const pruned = await readCheckpoints(transaction);
  // What was pruned is gone because it was wanted; the witness may still count it.
  const events = pruned.reduce((sum, checkpoint) => sum + checkpoint.events, changes.events);
  const damage = (code: Damage['code'], sequence: number): Damage => {
    const writer = witness?.writer ?? (row?.key === 'installation' ? row.writer : '');
    return { code, writer, sequence, since: witness?.at ?? '', witness };
  };

  if (dataLoss) return damage('emptied', 1);
  if (row?.key !== 'installation')
    return blocks === 0 && !witness?.events ? 'new' : damage('emptied', 1);
  if (blocks < changes.blocks)
    return damage('events-missing', await firstLost(transaction, witness));
  // A wipe that was wanted: the database remembers the generation that the witness still names.
  if (!witness || row.formerGenerations.includes(witness.generation)) return 'whole';
  if (row.generation !== witness.generation) return damage('other-trail', 1);
  if (events < witness.events)
    return damage('events-missing', await firstLost(transaction, witness));
  const start = pruned.find(({ writer }) => writer === witness.writer)?.sequence ?? 0;
  if (witness.sequence <= start) return 'whole';
  const last = await eventAt(transaction, witness.writer, witness.sequence);
  if (!last) return damage('events-missing', witness.sequence);
  return last.hash === witness.hash ? 'whole' : damage('head-changed', witness.sequence);
}

/** Checkpoints: where chains that were pruned begin. The transaction must span `checkpoints`. */
export async function readCheckpoints(transaction: Reading | Writing): Promise<Checkpoint[]> {
  return transaction.objectStore('checkpoints').getAll();
}

/** Where a chain's lost end begins; 1 when nobody knows what is lost. */
async function firstLost(
  transaction: Reading | Writing,
  witness: Witness | undefined,
): Promise<number> {
  if (!witness) return 1;
  const { sequence } = await readReadableHead(transaction, witness.writer);
  return sequence < witness.sequence ? sequence + 1 : 1;
}

async function install(database: Database, uuid: () => string): Promise<void> {
  const installation = { writer: uuid(), generation: uuid(), formerGenerations: [] };
  await writeAsOne(database, ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    // Another context may have been first.
    if (!(await meta.get('installation'))) await meta.put({ key: 'installation', ...installation });
  });
}
