import {
  type Changes,
  type Database,
  type Installation,
  type OpenOptions,
  openDatabase,
} from './database';
import { StoreProblem } from './problem';
import type { TextIndex } from './text-index';
import { eventAt, readHead } from './trail-rows';
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
  /** Folded text of all records, made at the first search. */
  textIndex: TextIndex | undefined;
};

export type TrailKeeper = {
  /** The open trail, opened and checked against the witness when it is not. */
  open: () => Promise<Trail>;
  /** Look at the witness again: after an import or a wipe. */
  recheck: () => Promise<void>;
  close: () => Promise<void>;
};

type KeeperOptions = { now: () => string; uuid: () => string } & Omit<OpenOptions, 'onClosed'>;

/** Keeps the trail open, and opens it again after a newer version or the browser has closed it. */
export function keepTrail({ now, uuid, ...options }: KeeperOptions): TrailKeeper {
  let opened: Promise<Trail> | undefined;

  async function openAndCheck(): Promise<Trail> {
    const database = await openDatabase({ ...options, onClosed: () => (opened = undefined) });
    const damage = await checkWitness(database, now(), uuid);
    return { database, damage, textIndex: undefined };
  }

  function open(): Promise<Trail> {
    const opening = opened ?? openAndCheck();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  }

  return {
    open,
    async recheck() {
      const trail = await open();
      trail.textIndex = undefined;
      trail.damage = await checkWitness(trail.database, now(), uuid);
    },
    async close() {
      const closing = opened;
      opened = undefined;
      (await closing)?.database.close();
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
  return row?.key === 'changes' ? row : { key: 'changes', count: 0, events: 0, records: 0 };
}

/**
 * Count a change of the trail: within the transaction that makes it, which must span `meta`. What it adds to the
 * number of events and of records (or takes from it: negative); answers with the counts as they then stand.
 * `recordIds` are the records whose row it changed.
 */
export async function noteChange(
  writing: Writing,
  { events, records }: { events: number; records: number; recordIds: readonly string[] },
): Promise<Changes> {
  const before = await readChanges(writing);
  const changes: Changes = {
    key: 'changes',
    count: before.count + 1,
    events: before.events + events,
    records: before.records + records,
  };
  await writing.objectStore('meta').put(changes);
  return changes;
}

/**
 * Note the trail's end in the second place. A witness that could not be written is behind and does no
 * harm: the events are saved, and the next change or start writes it. So this does not fail.
 */
export async function noteWitness(trail: Trail, at: string): Promise<void> {
  try {
    const { installation, head, changes } = await readEnd(trail.database);
    const { generation, writer } = installation;
    const witness = { generation, writer, ...head, events: changes.events, at };
    await writeWitness(witness, changes.count);
  } catch (error) {
    console.warn('Countersign: the witness was not written', error);
  }
}

async function readEnd(database: Database) {
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

  const trail = { database, damage: undefined, textIndex: undefined };
  // What the database has beyond the witness was saved before the worker died.
  if (found === 'whole') await noteWitness(trail, now);
  return undefined;
}

async function compare(
  database: Database,
  witness: Witness | undefined,
): Promise<'new' | 'whole' | Damage> {
  const transaction = database.transaction(['meta', 'events'], 'readonly') as unknown as Reading;
  const row = await transaction.objectStore('meta').get('installation');
  const dataLoss = await transaction.objectStore('meta').get('dataLoss');
  const events = await transaction.objectStore('events').count();
  const changes = await readChanges(transaction);
  const damage = (code: Damage['code'], sequence: number): Damage => {
    const writer = witness?.writer ?? (row?.key === 'installation' ? row.writer : '');
    return { code, writer, sequence, since: witness?.at ?? '', witness };
  };

  if (dataLoss) return damage('emptied', 1);
  if (row?.key !== 'installation')
    return events === 0 && !witness?.events ? 'new' : damage('emptied', 1);
  if (events < changes.events) return damage('events-missing', events + 1);
  // A wipe that was wanted: the database remembers the generation that the witness still names.
  if (!witness || row.formerGenerations.includes(witness.generation)) return 'whole';
  if (row.generation !== witness.generation) return damage('other-trail', 1);
  if (events < witness.events) return damage('events-missing', events + 1);
  if (witness.sequence === 0) return 'whole';
  const last = await eventAt(transaction, witness.writer, witness.sequence);
  if (!last) return damage('events-missing', witness.sequence);
  return last.hash === witness.hash ? 'whole' : damage('head-changed', witness.sequence);
}

async function install(database: Database, uuid: () => string): Promise<void> {
  const installation = { writer: uuid(), generation: uuid(), formerGenerations: [] };
  await writeAsOne(database, ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    // Another context may have been first.
    if (!(await meta.get('installation'))) await meta.put({ key: 'installation', ...installation });
  });
}
