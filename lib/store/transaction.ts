import type { IDBPTransaction } from 'idb';
import type { Database, Schema, StoreName } from './database';
import { errorName, StoreProblem } from './problem';

export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
export type Reading = IDBPTransaction<Schema, StoreName[], 'readonly'>;

/**
 * Do some writing as one: all of it is on the disk when this answers, or nothing of it is. `work` may wait
 * for nothing but the transaction's own requests, or the browser ends the transaction under it.
 * A full disk is a StoreProblem `storage-full`, one that fills meanwhile `not-written`; whatever `work` throws undoes everything and is thrown on.
 */
export async function writeAsOne<Result>(
  database: Database,
  stores: StoreName[],
  work: (transaction: Writing) => Promise<Result>,
): Promise<Result> {
  // Without `strict` a power cut loses what a person was told is saved (docs/reliability.md).
  return write(database, stores, work, 'strict');
}

/** As `writeAsOne`, but a power cut may lose it: for what can be made again and nobody was told of. */
export async function writeRelaxed<Result>(
  database: Database,
  stores: StoreName[],
  work: (transaction: Writing) => Promise<Result>,
): Promise<Result> {
  return write(database, stores, work, 'relaxed');
}

async function write<Result>(
  database: Database,
  stores: StoreName[],
  work: (transaction: Writing) => Promise<Result>,
  durability: 'strict' | 'relaxed',
): Promise<Result> {
  const transaction = database.transaction(stores, 'readwrite', { durability });
  // Looked at below; until then its failure must not count as unhandled.
  transaction.done.catch(() => {});
  try {
    const result = await work(transaction);
    commit(transaction);
    // A request's success is not yet "saved": a full disk still ends the transaction after it.
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    const cause = await transaction.done.then(
      () => error,
      (reason) => reason,
    );
    if (errorName(cause) === full || errorName(error) === full)
      throw new StoreProblem('storage-full');
    // `work` never throws one of these: the browser ended the transaction under it.
    if (givenUp.has(errorName(error))) throw new StoreProblem('not-written', String(error));
    throw error;
  }
}

/** Without waiting for the answers to what was asked last: when one of them is an error, nothing is committed. */
function commit(transaction: Writing): void {
  endBy(() => transaction.commit());
}

function abort(transaction: Writing): void {
  endBy(() => transaction.abort());
}

function endBy(end: () => void): void {
  try {
    end();
  } catch (error) {
    // It has ended by itself already.
    if (errorName(error) !== 'InvalidStateError') throw error;
  }
}

const full = 'QuotaExceededError';
const givenUp = new Set(['AbortError', 'UnknownError']);
