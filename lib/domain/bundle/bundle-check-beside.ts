import {
  type EvidenceFile,
  type FileName,
  type FilePiece,
  nameDigest,
  pieceBytes,
} from '../record/evidence';
import { type RunningHash, startSha256 } from '../trail/sha256';
import { erasedBy, signerOf, type TrailEvent, type TrailPerson } from '../trail/trail';
import { fromBase64 } from './base64';
import type { BundleProblem } from './bundle-problem';

type Place = { line: number; writer: string; sequence: number; fileId?: string };
/** Where what stands beside a record's event was found. */
type Found = { recordId: string; place: Place };

/** What must follow the event above it: a person, a file's name, or the file's next piece. */
type Awaited =
  | (Found & { for: 'person'; digest: string })
  | (Found & { for: 'file'; file: EvidenceFile })
  | (Found & {
      for: 'pieces';
      file: EvidenceFile;
      part: number;
      bytes: number;
      hash: RunningHash;
      /** Said already that its bytes are not those that were attached. */
      failed: boolean;
    });

/**
 * Checks what stands beside a bundle's events: each person and file that was not erased, right after its event and
 * unchanged, and nothing else. What is wrong goes into `problems`.
 */
export function checkBeside(problems: BundleProblem[]) {
  const erasures: TrailEvent[] = [];
  const absent: { id: string; problem: BundleProblem }[] = [];
  const present = new Map<string, Found>();
  let awaited: Awaited | undefined;

  function event(event: TrailEvent, line: number): void {
    settle(line);
    const { recordId, writer, sequence } = event;
    const place = { line, writer, sequence };
    const digest = signerOf(event);
    if (event.kind === 'erased') erasures.push(event);
    if (digest) awaited = { for: 'person', digest, recordId, place };
    if (event.kind !== 'attached') return;
    const { file } = event;
    awaited = { for: 'file', file, recordId, place: { ...place, fileId: file.fileId } };
  }

  function person({ digest }: TrailPerson, line: number): void {
    if (awaited?.for !== 'person' || awaited.digest !== digest) {
      problems.push({ code: 'person-stray', line });
      return;
    }
    const { recordId, place } = awaited;
    present.set(digest, { recordId, place: { ...place, line } });
    awaited = undefined;
  }

  /** The person that is awaited was changed: where its event is. */
  function passPerson(): { writer?: string; sequence?: number } {
    if (awaited?.for !== 'person') return {};
    const { writer, sequence } = awaited.place;
    awaited = undefined;
    return { writer, sequence };
  }

  function file({ fileId, name, salt }: FileName, line: number): void {
    if (awaited?.for !== 'file' || awaited.file.fileId !== fileId) {
      problems.push({ code: 'file-stray', line, fileId });
      return;
    }
    const { file, recordId, place } = awaited;
    if (nameDigest(name, salt) !== file.nameDigest)
      problems.push({ ...place, code: 'name-changed', line });
    present.set(fileId, { recordId, place: { ...place, line } });
    const start = { part: 0, bytes: 0, hash: startSha256(), failed: false };
    awaited = { for: 'pieces', file, recordId, place, ...start };
  }

  function piece({ fileId, part, data }: FilePiece, line: number): void {
    if (awaited?.for !== 'pieces') {
      problems.push({ code: 'file-stray', line, fileId });
      return;
    }
    const { file, place } = awaited;
    const bytes = bytesOf(data);
    const wanted = Math.min(pieceBytes, file.bytes - awaited.bytes);
    const isNext = fileId === file.fileId && part === awaited.part && wanted > 0;
    awaited.part += 1;
    if (awaited.failed) return;
    if (bytes?.length === wanted && isNext) {
      awaited.bytes += bytes.length;
      awaited.hash.add(bytes);
      return;
    }
    awaited.failed = true;
    problems.push({ ...place, code: 'file-changed', line });
  }

  /** Something else comes at this line: what is still awaited is not there. */
  function settle(line: number): void {
    const late = awaited;
    awaited = undefined;
    if (late?.for === 'person')
      absent.push({ id: late.digest, problem: { code: 'person-missing', ...late.place } });
    if (late?.for === 'file')
      absent.push({ id: late.file.fileId, problem: { code: 'file-missing', ...late.place } });
    if (late?.for !== 'pieces' || late.failed) return;
    const { bytes, file, hash, place } = late;
    if (bytes !== file.bytes || hash.end() !== file.sha256)
      problems.push({ ...place, code: 'file-changed', line });
  }

  function end(): void {
    const erased = erasedBy(erasures);
    const isErased = (id: string) => erased.signers.has(id) || erased.fileIds.has(id);
    for (const { id, problem } of absent) if (!isErased(id)) problems.push(problem);
    // An erasure takes nothing that stands beside another record, whatever it names.
    const taken = new Set(erasures.flatMap(namedIn));
    for (const [id, { recordId, place }] of present)
      if (taken.has(`${recordId}/${id}`))
        problems.push({ code: place.fileId ? 'file-stray' : 'person-stray', ...place });
  }

  return { event, person, passPerson, file, piece, settle, end };
}

function namedIn(erasure: TrailEvent): string[] {
  const { signers, fileIds } = erasedBy([erasure]);
  return [...signers, ...fileIds].map((id) => `${erasure.recordId}/${id}`);
}

function bytesOf(data: string): Uint8Array | undefined {
  try {
    return fromBase64(data);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
