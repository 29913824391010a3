import type { Checkpoint } from '@/lib/domain/trail/trail';
import type { WriterHead } from '@/lib/domain/trail/trail-chain';
import { readCheckpoints, readInstallation, type Trail } from './trail';
import { readReadableHead, writersHere } from './trail-heads';
import type { Reading } from './transaction';

export type TrailEnds = {
  /** This installation. */
  writer: string;
  /** The last event of each chain that can be read, in order of the writers' ids. A chain of which none can has no head. */
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
    const readable = await readReadableHead(reading, one);
    const head = readable.sequence > 0 ? readable : pruned.get(one);
    if (head) heads.push({ writer: one, sequence: head.sequence, hash: head.hash });
  }
  return { writer, heads, checkpoints };
}
