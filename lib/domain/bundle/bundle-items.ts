import * as z from 'zod/mini';
import { fileNameSchema, filePieceSchema } from '../record/evidence';
import { canonicalJson } from '../trail/canonical-json';
import { hashSchema } from '../trail/sha256';
import { checkpointSchema, trailEventSchema, trailPersonSchema } from '../trail/trail';

// The file that carries a whole trail (docs/reliability.md describes it for auditors): a JSON list with one item a
// line, each line exactly the canonical JSON (RFC 8785) of its item. So it is written and read as a stream, two of them
// can be compared, and no byte can change without a trace. Version 1 of this layout never changes.

export const bundleFormat = 'countersign-trail' as const;
export const bundleVersion = 1 as const;

/** No line of ours is longer, in bytes: a piece of a file is the longest. More is not read into memory. */
export const longestLineBytes = 2 * 1024 * 1024;

/** Where a writer's chain ends. */
export const writerHeadSchema = z.strictObject({
  writer: z.uuid(),
  sequence: z.int().check(z.positive()),
  hash: hashSchema,
});

const topSchema = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  /** Name and version of what wrote it. */
  product: z.string().check(z.maxLength(200)),
  exportedAt: z.iso.datetime(),
  /** The installation that wrote it, and the fingerprint of the end worth noting; empty for an empty trail. */
  writer: z.uuid(),
  fingerprint: z.string().check(z.maxLength(100)),
});
export type BundleTop = z.infer<typeof topSchema>;

const endSchema = z.strictObject({
  /** Where each chain ends, in order of the writers' ids: a cut tail shows. */
  heads: z.array(writerHeadSchema),
  /** SHA-256 of every byte before the line that holds it. */
  seal: hashSchema,
});

/**
 * What a line may hold, under the one key that names it. In this order: the top; the checkpoints; the events by writer and
 * place, each followed by the person or the file it names unless that was erased, a file by its pieces; the end.
 */
export const itemSchemas = {
  top: topSchema,
  checkpoint: checkpointSchema,
  event: trailEventSchema,
  person: trailPersonSchema,
  file: fileNameSchema,
  piece: filePieceSchema,
  end: endSchema,
};
export type ItemName = keyof typeof itemSchemas;
export type BundleItem = {
  [Name in ItemName]: { [Key in Name]: z.infer<(typeof itemSchemas)[Name]> };
}[ItemName];

/** The line of an item, without its end. */
export function lineOf(item: BundleItem): string {
  return canonicalJson(item) + ('end' in item ? '' : ',');
}
