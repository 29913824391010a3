import { toBase64 } from '@/lib/domain/bundle/base64';
import { type BundleVerdict, checkBundle } from '@/lib/domain/bundle/bundle-check';
import { longestLineBytes } from '@/lib/domain/bundle/bundle-items';
import type { BundleSlice } from '@/lib/domain/bundle/bundle-slice';
import { type BundleSource, writeBundle } from '@/lib/domain/bundle/bundle-write';
import { byteLines } from '@/lib/domain/bundle/byte-lines';
import { type FileName, nameDigest, pieceBytes } from '@/lib/domain/record/evidence';
import type { Fingerprint } from '@/lib/domain/trail/fingerprint';
import { sha256 } from '@/lib/domain/trail/sha256';
import {
  type Checkpoint,
  signerOf,
  type TrailEvent,
  type TrailPerson,
} from '@/lib/domain/trail/trail';
import { type Head, linkEvent, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import { id, sampleTrail, writerA, writerB } from '../trail/trail-sample';
import { headsOf, sliceOf, textIn } from './bundle-text';

/** A trail as an export would read it. */
export type SampleTrail = {
  events: TrailEvent[];
  people: TrailPerson[];
  files: Map<string, { name: FileName; bytes: Uint8Array }>;
  checkpoints: Checkpoint[];
};

const by = { name: 'Robin', role: 'admin-agent' };
export const about = { product: 'Countersign 0.1.0', exportedAt: '2026-11-22T12:00:00.000Z' };

/** Two chains; with `whole`, also corrections, files, a person and a file that were erased, and a pruned beginning. */
export async function wholeTrail(records = 4, fileSizes = [300, 1_000]): Promise<SampleTrail> {
  const { events, people } = await sampleTrail(records);
  const other = await sampleTrail(2, writerB, 50);
  const files: SampleTrail['files'] = new Map();
  const own = [...events];
  let head: Head = own.at(-1)!;
  const add = (event: Record<string, unknown>) => {
    const link = {
      format: 1,
      writer: writerA,
      at: '2026-11-22T09:00:00.000Z',
      offsetMinutes: 60,
      by,
    };
    const attemptId = id(900_000 + own.length);
    const linked = linkEvent({ ...link, attemptId, ...event } as UnlinkedEvent, head);
    own.push(linked);
    head = linked;
  };
  for (const [index, size] of fileSizes.entries()) {
    const fileId = id(700 + index);
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7 + index + (at >> 8)) % 256);
    const name = { fileId, name: `Unterschrift ${index}.pdf`, salt: String(index + 1).repeat(64) };
    files.set(fileId, { name, bytes });
    const file = {
      fileId,
      sha256: sha256(bytes),
      bytes: size,
      type: 'application/pdf',
      origin: 'picked',
      nameDigest: nameDigest(name.name, name.salt),
    };
    add({ kind: 'attached', recordId: id(1), file });
  }
  // The second record's person and the first file are erased.
  const gone = signerOf(events[2]!)!;
  add({ kind: 'erased', recordId: id(2), signers: [gone], fileIds: [], reason: 'asked for it' });
  add({ kind: 'erased', recordId: id(1), signers: [], fileIds: [id(700)], reason: '' });
  files.delete(id(700));
  const [first, second] = other.events.slice(0, 2) as [TrailEvent, TrailEvent];
  const checkpoint: Checkpoint = {
    writer: writerB,
    sequence: second.sequence,
    hash: second.hash,
    at: '2026-11-22T11:00:00.000Z',
    by,
    events: 2,
    records: 1,
  };
  return {
    events: [...own, ...other.events.slice(2)],
    people: [...people, ...other.people].filter(
      ({ digest }) => digest !== gone && digest !== signerOf(first),
    ),
    files,
    checkpoints: [checkpoint],
  };
}

export function sourceOf(
  trail: SampleTrail,
  sliceLength = 3,
  heads = headsOf(trail.events),
): BundleSource {
  const slices: BundleSlice[] = [];
  for (let from = 0; from < trail.events.length; from += sliceLength) {
    const events = trail.events.slice(from, from + sliceLength);
    const named = new Set(events.map(signerOf));
    const people = trail.people.filter(({ digest }) => named.has(digest));
    slices.push(sliceOf({ events, people }, heads));
  }
  return {
    ...about,
    writer: writerA,
    heads,
    checkpoints: trail.checkpoints,
    slices,
    async readFile({ fileId }) {
      const file = trail.files.get(fileId);
      return file && { name: file.name, pieces: piecesOf(fileId, file.bytes) };
    },
  };
}

async function* piecesOf(fileId: string, bytes: Uint8Array) {
  for (let part = 0; part * pieceBytes < bytes.length; part++) {
    const data = toBase64(bytes.subarray(part * pieceBytes, (part + 1) * pieceBytes));
    yield { fileId, part, data };
  }
}

export async function textOf(source: BundleSource): Promise<string> {
  return textIn(writeBundle(source));
}

/** What our own check says of a file's bytes, which come in chunks of a size that cuts lines anywhere. */
export async function checked(
  bytes: Uint8Array,
  { known, chunk = 4_099 }: { known?: Fingerprint; chunk?: number } = {},
): Promise<BundleVerdict> {
  const check = checkBundle(known);
  let cut = false;
  for await (const line of byteLines(chunksOf(bytes, chunk), longestLineBytes)) {
    check.line(line.bytes);
    cut = line.cut;
  }
  return check.end(cut);
}

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
