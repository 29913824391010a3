import { fromBase64 } from '@/lib/domain/bundle/base64';
import { pieceCount, type Showing, shownType } from '@/lib/domain/record/evidence';
import type { RecordFile } from '@/lib/domain/record/record';
import { readPiece } from '@/lib/requests';

/** The bytes of a kept file, exactly as they came. Throws a RequestError `file-gone` when they are not here. */
export async function bytesOf({ fileId, bytes }: RecordFile): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (let part = 0; part < pieceCount(bytes); part++) {
    const { data } = await readPiece.ask({ fileId, part });
    const piece = fromBase64(data);
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * A file as it can be looked at: its type is what its first bytes say, and only types that carry no script into a page
 * of ours are shown. Nothing for all others. The address is to be revoked when it is no longer shown.
 */
export function showable(
  bytes: Uint8Array<ArrayBuffer>,
): { address: string; showing: Showing } | undefined {
  const shown = shownType(bytes);
  if (!shown) return undefined;
  const address = URL.createObjectURL(new Blob([bytes], { type: shown.type }));
  return { address, showing: shown.showing };
}
