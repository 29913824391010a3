import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Draft } from '@/lib/domain/record/draft';
import type { FileName, FilePiece } from '@/lib/domain/record/evidence';
import type { BundleSummary, Checkpoint, TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { errorName, StoreProblem } from './problem';

/**
 * Some events that follow each other in one chain, each as JSON: `last` is the place of the last of them. The other fields
 * are what the events can be found by: record and attempt of each, and when the newest record began that begins here.
 * Without attempts, these are found by the rows of attempts. Rows of version 1 name the beginnings of all, and customers.
 */
export type EventBlock = {
  writer: string;
  last: number;
  lines: string[];
  recordIds: string[];
  attemptIds: string[];
  begun: string[];
};
/** What the attempts of imported events are found by (lib/store/attempts.ts): code, number of the writer and key of the row of each. */
export type AttemptRow = { bucket: number; serial: number; writers: string[]; entries: number[] };
/** The people whom the events of the block with the same key name, each as JSON, as far as they were not erased. */
export type PeopleBlock = {
  writer: string;
  last: number;
  digests: string[];
  lines: string[];
};

/** This installation: `generation` is new after each wipe, and names those before it. */
export type Installation = {
  key: 'installation';
  writer: string;
  generation: string;
  formerGenerations: string[];
};
/**
 * How often the trail has changed, and how many events and records it holds: kept in the transaction that
 * changes it, since the browser counts rows one by one.
 * `blocks` are the rows that the events lie in.
 */
export type Changes = {
  key: 'changes';
  count: number;
  events: number;
  records: number;
  blocks: number;
};
/**
 * What a change of the trail was about, under the trail's count of changes: records that are other now, and new
 * events from one place of a chain to another. Lets what was made of all records be brought up to date.
 */
export type JournalRow = {
  count: number;
  recordIds: string[];
  added: [writer: string, from: number, until: number][];
};
/** A part of what lists and searches are answered from, made of all events after so many changes (lib/store/history-pack.ts). */
export type PackRow = {
  kind: 'columns' | 'texts' | 'order' | 'keys' | 'page';
  chunk: number;
  content: unknown;
};
/** What the pack is of, and how it is laid out. Without this row there is none. */
export type PackHead = {
  key: 'pack';
  layout?: number;
  changes: number;
  size: number;
  writers: string[];
};
/** The import that was added last: written with what it added, so that whoever asks later learns that it was. */
export type LastImport = { key: 'lastImport'; importId: string; summary: BundleSummary };
/** The browser said that it threw data away when it opened the database. */
type DataLoss = { key: 'dataLoss'; kind: string };
/** Ids of drafts that were discarded, saved or wiped, oldest first: a late change must not bring one back. */
export type GoneDrafts = { key: 'goneDrafts'; draftIds: string[] };

/**
 * A file that is kept as evidence of a record. Its digest is in the event that attached it; its name and what it holds are
 * personal data, kept beside the chain: deleting this row leaves the chain whole.
 */
export type EvidenceRow = {
  fileId: string;
  /** The record's, or the draft's id as long as that is not saved (lib/store/draft-files.ts). */
  recordId: string;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  sha256: string;
  name: string;
  /** Makes the name's digest in the event one that cannot be guessed. */
  salt: string;
  type: string;
  bytes: number;
  origin: 'picked' | 'dropped' | 'pasted';
  at: string;
  blob: Blob;
};
/** A part of an import, as it arrives. */
export type StagedPart = {
  importId: string;
  part: number;
  events: TrailEvent[];
  people: TrailPerson[];
  checkpoints: Checkpoint[];
  files: FileName[];
  pieces: FilePiece[];
};
/** A part that waits for the rest, its events and people as canonical JSON. Of no meaning until the import is finished. */
export type StagedRow = Omit<StagedPart, 'events' | 'people'> & {
  lines: string[];
  peopleLines: string[];
};

/** The stores. The key of events is their place in their writer's chain, so the database refuses a fork. */
export interface Schema extends DBSchema {
  events: {
    key: [writer: string, last: number];
    value: EventBlock;
    indexes: { byRecord: string; byAttempt: string; byBeginning: string };
  };
  people: {
    key: [writer: string, last: number];
    value: PeopleBlock;
  };
  attempts: { key: [bucket: number, serial: number]; value: AttemptRow };
  journal: { key: number; value: JournalRow };
  packs: { key: [kind: string, chunk: number]; value: PackRow };
  drafts: { key: string; value: Draft };
  evidence: { key: string; value: EvidenceRow; indexes: { byRecord: string } };
  checkpoints: { key: string; value: Checkpoint };
  staging: { key: [importId: string, part: number]; value: StagedRow };
  meta: {
    key: string;
    value: Installation | Changes | DataLoss | GoneDrafts | LastImport | PackHead;
  };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
/** A step speaks of the stores as they were in its time. */
type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

// Step n brings version n to version n + 1. A released step is never edited; add the next one, and a
// fixture of the version before it (tests/fixtures/history/).
const steps: readonly ((transaction: Upgrade) => void)[] = [
  ({ db }) => {
    const each = { multiEntry: true };
    const events = db.createObjectStore('events', { keyPath: ['writer', 'last'] });
    events.createIndex('byRecord', 'recordIds', each);
    // Unique: the database itself refuses to save one attempt twice.
    events.createIndex('byAttempt', 'attemptIds', { multiEntry: true, unique: true });
    events.createIndex('byBeginning', 'begun', each);
    events.createIndex('byCustomer', 'customerKeys', each);
    const people = db.createObjectStore('people', { keyPath: ['writer', 'last'] });
    people.createIndex('byMail', 'mailKeys', each);
    db.createObjectStore('journal', { keyPath: 'count' });
    db.createObjectStore('packs', { keyPath: ['kind', 'chunk'] });
    db.createObjectStore('drafts', { keyPath: 'draftId' });
    db.createObjectStore('evidence', { keyPath: 'fileId' }).createIndex('byRecord', 'recordId');
    db.createObjectStore('checkpoints', { keyPath: 'writer' });
    db.createObjectStore('staging', { keyPath: ['importId', 'part'] });
    db.createObjectStore('meta', { keyPath: 'key' });
  },
  // Rows name no customers: they are looked up in the kept index. The indexes by customer and by mail stay without new entries, which
  // costs nothing; deleting hundreds of thousands of entries took the browser longer than a person waits. The number
  // alone keeps an older build from rows that it would call changed.
  () => {},
  // Attempts of imported events are kept apart; those of rows that are here stay in their index.
  ({ db }) => {
    db.createObjectStore('attempts', { keyPath: ['bucket', 'serial'] });
  },
];

/** The version of the database that this build makes. */
export const databaseVersion = steps.length;
export const databaseName = 'countersign';

export type OpenOptions = {
  name?: string;
  version?: number;
  /** How long to wait for another window to let go of the database. */
  timeoutMs?: number;
  /** The connection ended: a newer version is waiting, or the browser cut it. Open again when needed. */
  onClosed?: () => void;
};

/**
 * Open the database, bringing it up to date. Throws a StoreProblem: `storage-blocked` when another window
 * holds it for longer than the timeout (a third one would otherwise wait for ever, without any event),
 * `made-by-newer`, or `storage-broken`.
 */
export async function openDatabase({
  name = databaseName,
  version = databaseVersion,
  timeoutMs = 5_000,
  onClosed = () => {},
}: OpenOptions = {}): Promise<Database> {
  const opening = openDB<Schema>(name, version, {
    upgrade(_database, oldVersion, newVersion, transaction, event) {
      const upgrade = transaction as unknown as Upgrade;
      for (const step of steps.slice(oldVersion, newVersion ?? 0)) step(upgrade);
      noteDataLoss(upgrade, event);
    },
    // An open connection must not hold up a newer version. Closing lets running transactions end first.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitedTooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StoreProblem('storage-blocked'));
      // It may still open later: nobody would close it then.
      opening.then(
        (late) => late.close(),
        () => {},
      );
    }, timeoutMs);
  });
  try {
    return await Promise.race([opening, waitedTooLong]);
  } catch (error) {
    throw openingProblem(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Chromium says with the event when it replaced a damaged database by an empty one; only this once. */
function noteDataLoss(transaction: Upgrade, event: IDBVersionChangeEvent): void {
  const kind = (event as IDBVersionChangeEvent & { dataLoss?: string }).dataLoss;
  if (kind && kind !== 'none') transaction.objectStore('meta').put({ key: 'dataLoss', kind });
}

function openingProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const name = errorName(error);
  if (name === 'VersionError') return new StoreProblem('made-by-newer');
  if (name === 'QuotaExceededError') return new StoreProblem('storage-full');
  return new StoreProblem('storage-broken', String(error));
}
