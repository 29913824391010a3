import { type FileName, type FilePiece, pieceCount } from '../record/evidence';
import { fingerprintOf, headToNote } from '../trail/fingerprint';
import { startSha256 } from '../trail/sha256';
import type { Checkpoint } from '../trail/trail';
import type { WriterHead } from '../trail/trail-chain';
import { type BundleItem, bundleFormat, bundleVersion, lineOf } from './bundle-items';
import type { BundleSlice } from './bundle-slice';

export type BundleSource = {
  /** What wrote it, and when (UTC, ISO 8601). */
  product: string;
  exportedAt: string;
  /** This installation. */
  writer: string;
  /** Where each chain ended when the export began: what was added later is left out. In order of the writers' ids. */
  heads: readonly WriterHead[];
  checkpoints: readonly Checkpoint[];
  slices: AsyncIterable<BundleSlice> | Iterable<BundleSlice>;
  /** The name of a file, and its bytes in pieces; nothing when it was erased. */
  readFile: (file: {
    fileId: string;
    bytes: number;
  }) => Promise<{ name: FileName; pieces: AsyncIterable<FilePiece> } | undefined>;
  /** Write also what does not hang together: a damaged trail must be able to leave, and the file shows its damage. */
  asItIs?: boolean;
};

/** The file would not hang together, since something was erased or pruned while it was written, or cannot be read: write it again. */
export class BundleOutrun extends Error {
  override name = 'BundleOutrun';
}

/**
 * The bytes of a bundle, a slice or a piece at a time, as the trail is read: memory holds no more. Throws a BundleOutrun at the
 * end, or where it shows, when the trail has lost something meanwhile or a part of it cannot be read.
 */
export async function* writeBundle(
  source: BundleSource,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const { product, exportedAt, writer, heads, checkpoints, asItIs } = source;
  const seal = startSha256();
  const gone = { signers: new Set<string>(), fileIds: new Set<string>() };
  const erased = { signers: new Set<string>(), fileIds: new Set<string>() };
  const written = new Map(checkpoints.map((one) => [one.writer, one.sequence]));
  const line = (item: BundleItem) => `${lineOf(item)}\n`;
  const sealed = (...lines: readonly string[]) => {
    const bytes = encoded(lines);
    seal.add(bytes);
    return bytes;
  };

  const noted = headToNote(heads, writer);
  const fingerprint = noted ? fingerprintOf(noted) : '';
  const about = { format: bundleFormat, version: bundleVersion, product, exportedAt };
  yield sealed('[\n', line({ top: { ...about, writer, fingerprint } }));
  for (const checkpoint of checkpoints) yield sealed(line({ checkpoint }));

  for await (const slice of source.slices) {
    for (const [chain, from, until] of slice.held) {
      if (!asItIs && from !== (written.get(chain) ?? 0) + 1) throw new BundleOutrun('a gap');
      written.set(chain, until);
    }
    for (const signer of slice.unnamed) gone.signers.add(signer);
    for (const signer of slice.erased.signers) erased.signers.add(signer);
    for (const fileId of slice.erased.fileIds) erased.fileIds.add(fileId);
    for (const { lines, file } of slice.stretches) {
      const found = file && (await source.readFile(file));
      if (file && !found) gone.fileIds.add(file.fileId);
      yield found ? sealed(...lines, line({ file: found.name })) : sealed(...lines);
      if (!file || !found) continue;
      let pieces = 0;
      for await (const piece of found.pieces) {
        yield sealed(line({ piece }));
        pieces++;
      }
      if (!asItIs && pieces < pieceCount(file.bytes)) throw new BundleOutrun('bytes are gone');
    }
  }

  const unsaid =
    gone.signers.difference(erased.signers).size + gone.fileIds.difference(erased.fileIds).size;
  const cut = heads.some((head) => written.get(head.writer) !== head.sequence);
  if (!asItIs && (unsaid > 0 || cut)) throw new BundleOutrun('something is gone');
  yield encoded([line({ end: { heads: [...heads], seal: seal.end() } }), ']\n']);
}

const utf8 = new TextEncoder();

/** One text after the other: written together, a single one with wide letters would make all of them wide. */
function encoded(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  // A character is three bytes at most.
  const bytes = new Uint8Array(3 * texts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const text of texts) end += utf8.encodeInto(text, bytes.subarray(end)).written;
  return bytes.slice(0, end);
}
