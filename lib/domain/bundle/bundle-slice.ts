import * as z from 'zod/mini';
import { signerOf, type TrailEvent } from '../trail/trail';
import type { WriterHead } from '../trail/trail-chain';

/** A part of the trail as it goes into an exported file: text is copied much faster than objects, and written as it is. */
export const bundleSliceSchema = z.strictObject({
  /** Whole lines: of events, each followed by the person it names. What ends with the event of a file is followed by that. */
  stretches: z.array(
    z.strictObject({
      lines: z.array(z.string()),
      file: z.optional(z.strictObject({ fileId: z.string(), bytes: z.int() })),
    }),
  ),
  /** Which places of each chain are in it, first and last. Where one could not be read, the next stretch begins after it. */
  held: z.array(z.tuple([z.string(), z.int(), z.int()])),
  /** Digests of people whom its events name and who are not here. */
  unnamed: z.array(z.string()),
  /** What its events say was erased. */
  erased: z.strictObject({ signers: z.array(z.string()), fileIds: z.array(z.string()) }),
});
export type BundleSlice = z.infer<typeof bundleSliceSchema>;

/**
 * Put some events, in order of writer and place, and the people they name into a slice: `lines` are their canonical texts. What
 * was added after `heads` is left out.
 */
export function bundleSlice(
  events: Iterable<readonly [event: TrailEvent, line: string]>,
  people: ReadonlyMap<string, string>,
  heads: readonly WriterHead[],
): BundleSlice {
  const ends = new Map(heads.map(({ writer, sequence }) => [writer, sequence]));
  const slice: BundleSlice = {
    stretches: [],
    held: [],
    unnamed: [],
    erased: { signers: [], fileIds: [] },
  };
  let lines: string[] = [];
  for (const [event, line] of events) {
    const { writer, sequence } = event;
    if (sequence > (ends.get(writer) ?? 0)) continue;
    const open = slice.held.at(-1);
    if (open?.[0] === writer && open[2] === sequence - 1) open[2] = sequence;
    else slice.held.push([writer, sequence, sequence]);

    lines.push(`{"event":${line}},\n`);
    const signer = signerOf(event);
    const person = signer && people.get(signer);
    if (person) lines.push(`{"person":${person}},\n`);
    else if (signer) slice.unnamed.push(signer);
    if (event.kind === 'erased') {
      slice.erased.signers.push(...event.signers);
      slice.erased.fileIds.push(...event.fileIds);
    }
    if (event.kind !== 'attached') continue;
    const { fileId, bytes } = event.file;
    slice.stretches.push({ lines, file: { fileId, bytes } });
    lines = [];
  }
  if (lines.length > 0) slice.stretches.push({ lines });
  return slice;
}
