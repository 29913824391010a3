import type { Checkpoint } from '@/lib/domain/trail/trail';
import type { WriterHead } from '@/lib/domain/trail/trail-merge';
import { readCheckpoints, readInstallation, type Trail } from './trail';
import { readHead, writersHere } from './trail-rows';
import type { Reading } from './transaction';

export type TrailEnds = {
  /** This installation. */
  writer: string;
  /** Where each chain ends, in order of the writers' ids. */
  heads: WriterHead[];
  checkpoints: Checkpoint[];
};

/** Where all chains begin and end now. */
export async function readTrailEnds({ database }: Trail): Promise<TrailEnds> {
  const stores = ['meta', 'events', 'checkpoints'] as const;
  const reading = database.transaction([...stores], 'readonly') as unknown as Reading;
  const { writer } = await readInstallation(reading);
  const checkpoints = await readCheckpoints(reading);
  const pruned = new Map(checkpoints.map((one) => [one.writer, one]));
  const writers = new Set([...(await writersHere(reading)), ...pruned.keys()]);
  const heads: WriterHead[] = [];
  for (const one of [...writers].sort()) {
    const head = await readHead(reading, one);
    const { sequence, hash } = head.sequence > 0 ? head : pruned.get(one)!;
    heads.push({ writer: one, sequence, hash });
  }
  return { writer, heads, checkpoints };
}
