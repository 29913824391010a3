import { type BundleItem, bundleFormat, bundleVersion, lineOf } from './bundle-items';
import type { FileName, FilePiece } from './evidence';
import { fingerprintOf, headToNote } from './fingerprint';
import { startSha256 } from './sha256';
import { type Checkpoint, erasedBy, signerOf, type TrailEvent, type TrailPerson } from './trail';
import type { WriterHead } from './trail-merge';

/** A part of the trail in order of writer and place, with the people its events name that are still here. */
export type BundleSlice = { events: readonly TrailEvent[]; people: readonly TrailPerson[] };

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
  readFile: (
    fileId: string,
  ) => Promise<{ name: FileName; pieces: AsyncIterable<FilePiece> } | undefined>;
  /** Write also what does not hang together: a damaged trail must be able to leave, and the file shows its damage. */
  asItIs?: boolean;
};

/** Something was erased or pruned while the export was written, so that it would not hang together: write it again. */
export class BundleOutrun extends Error {
  override name = 'BundleOutrun';
}

/**
 * The text of a bundle, a line or a few at a time, as the trail is read: memory holds one slice or one piece. Throws a
 * BundleOutrun at the end, or where it shows, when the trail has lost something meanwhile.
 */
export async function* writeBundle(source: BundleSource): AsyncGenerator<string> {
  const { product, exportedAt, writer, heads, checkpoints } = source;
  const seal = startSha256();
  const gone = { signers: new Set<string>(), fileIds: new Set<string>() };
  const ends = new Map(heads.map((head) => [head.writer, head]));
  const written = new Map<string, number>();
  const utf8 = new TextEncoder();
  const line = (item: BundleItem) => `${lineOf(item)}\n`;
  const sealed = (text: string) => {
    seal.add(utf8.encode(text));
    return text;
  };

  const noted = headToNote(heads, writer);
  const fingerprint = noted ? fingerprintOf(noted) : '';
  const about = { format: bundleFormat, version: bundleVersion, product, exportedAt };
  yield sealed(`[\n${line({ top: { ...about, writer, fingerprint } })}`);
  for (const checkpoint of checkpoints) yield sealed(line({ checkpoint }));

  const erased: TrailEvent[] = [];
  for await (const slice of source.slices) {
    const people = new Map(slice.people.map((person) => [person.digest, person]));
    let text = '';
    for (const event of slice.events) {
      const head = ends.get(event.writer);
      if (!head || event.sequence > head.sequence) continue;
      written.set(event.writer, event.sequence);
      text += line({ event });
      const signer = signerOf(event);
      if (event.kind === 'erased') erased.push(event);
      if (signer) {
        const person = people.get(signer);
        if (person) text += line({ person });
        else gone.signers.add(signer);
      }
      if (event.kind !== 'attached') continue;
      const { fileId } = event.file;
      const file = await source.readFile(fileId);
      if (!file) {
        gone.fileIds.add(fileId);
        continue;
      }
      yield sealed(text + line({ file: file.name }));
      text = '';
      for await (const piece of file.pieces) yield sealed(line({ piece }));
    }
    if (text) yield sealed(text);
  }

  if (!source.asItIs) refuseOutrun(heads, written, gone, erasedBy(erased));
  yield `${line({ end: { heads: [...heads], seal: seal.end() } })}]\n`;
}

function refuseOutrun(
  heads: readonly WriterHead[],
  written: ReadonlyMap<string, number>,
  gone: { signers: Set<string>; fileIds: Set<string> },
  erased: { signers: Set<string>; fileIds: Set<string> },
): void {
  const unsaid =
    [...gone.signers].some((signer) => !erased.signers.has(signer)) ||
    [...gone.fileIds].some((fileId) => !erased.fileIds.has(fileId));
  const cut = heads.some(({ writer, sequence }) => (written.get(writer) ?? sequence) !== sequence);
  if (unsaid || cut) throw new BundleOutrun('the trail has changed while it was exported');
}
