import { type BundleVerdict, checkBundle } from '@/lib/domain/bundle/bundle-check';
import { type BundleItem, longestLineBytes } from '@/lib/domain/bundle/bundle-items';
import { byteLines } from '@/lib/domain/bundle/byte-lines';
import type { Fingerprint } from '@/lib/domain/trail/fingerprint';

export type BundleReading = {
  known?: Fingerprint | undefined;
  onShare?: (share: number) => void;
  signal?: AbortSignal;
  /** Each item that is sound, in order. */
  onItem?: (item: BundleItem) => Promise<void> | void;
  /** Stop at the first fault, whatever it is; else the whole file is read to name the one that explains the others. */
  stopWhenBroken?: boolean;
};

/** Read an exported file from its first byte to its last and say whether it is whole. Throws an AbortError when stopped. */
export async function readBundleFile(file: File, reading: BundleReading): Promise<BundleVerdict> {
  const { known, onShare, signal, onItem, stopWhenBroken } = reading;
  const check = checkBundle(known);
  let cut = false;
  let bytes = 0;
  for await (const line of byteLines(chunksOf(file), longestLineBytes)) {
    signal?.throwIfAborted();
    const item = check.line(line.bytes);
    cut = line.cut;
    bytes += line.bytes.length + 1;
    onShare?.(Math.min(1, bytes / file.size));
    if (item && !check.isBroken()) await onItem?.(item);
    if (stopWhenBroken && check.isBroken()) break;
  }
  return check.end(cut);
}

/** In pieces that leave the page free between them. A stream of the file has no such promise in all browsers. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += chunkBytes)
    yield new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer());
}

const chunkBytes = 512 * 1024;
