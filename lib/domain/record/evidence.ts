import * as z from 'zod/mini';
import { canonicalJson } from '../trail/canonical-json';
import { hashSchema, sha256 } from '../trail/sha256';

const megabyte = 1024 * 1024;

/** The largest file that is kept, and the most that the files of one record may take together, in bytes. */
export const maxFileBytes = 10 * megabyte;
export const maxRecordBytes = 50 * megabyte;
/** The most files that one record may have. */
export const maxFiles = 50;

/**
 * Files travel in pieces of this many bytes (the last one is shorter), written in base64: requests between contexts
 * and lines of an export are text. A multiple of three, so that only the last piece is padded.
 */
export const pieceBytes = 768 * 1024;

/** How a file came in: chosen in the browser's picker, dropped on the page, or pasted. */
export const fileOrigins = ['picked', 'dropped', 'pasted'] as const;

/** What the trail keeps of a file for ever: nothing personal. Its name is bound by a salted digest. */
export const evidenceFileSchema = z.strictObject({
  fileId: z.uuid(),
  /** Of the file's bytes. */
  sha256: hashSchema,
  bytes: z.int().check(z.positive(), z.lte(maxFileBytes)),
  /** As the browser or the file's own beginning says (`image/png`); empty when nobody knows. */
  type: z.string().check(z.maxLength(100), z.regex(/^([a-z0-9.+-]+\/[a-z0-9.+-]+)?$/)),
  origin: z.enum(fileOrigins),
  nameDigest: hashSchema,
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

/** A file's name, which is personal data: kept beside the chain and deleted with the file. */
export const fileNameSchema = z.strictObject({
  fileId: z.uuid(),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  salt: hashSchema,
});
export type FileName = z.infer<typeof fileNameSchema>;

/** A file that is kept with a form that is not saved yet. */
export const draftFileSchema = z.strictObject({
  ...z.pick(evidenceFileSchema, { fileId: true, bytes: true, type: true, origin: true }).shape,
  name: fileNameSchema.shape.name,
});
export type DraftFile = z.infer<typeof draftFileSchema>;

/** A piece of a file's bytes: `part` counts from 0. */
export const filePieceSchema = z.strictObject({
  fileId: z.uuid(),
  part: z.int().check(z.nonnegative()),
  data: z.string().check(z.maxLength((pieceBytes / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
});
export type FilePiece = z.infer<typeof filePieceSchema>;

/** How many pieces a file of so many bytes has. */
export function pieceCount(bytes: number): number {
  return Math.ceil(bytes / pieceBytes);
}

/** What stands in an event for a file's name. Without the salt nobody can guess the name from it. */
export function nameDigest(name: string, salt: string): string {
  return sha256(canonicalJson({ name, salt }));
}

/** Why a file is not taken; `undefined` when it may be. `kept` are the sizes of the record's files that are still here. */
export type FileProblem = 'file-empty' | 'file-too-large' | 'record-too-large' | 'too-many-files';
export function fileProblem(bytes: number, kept: readonly number[]): FileProblem | undefined {
  if (bytes === 0) return 'file-empty';
  if (bytes > maxFileBytes) return 'file-too-large';
  if (kept.length >= maxFiles) return 'too-many-files';
  const total = kept.reduce((sum, one) => sum + one, bytes);
  return total > maxRecordBytes ? 'record-too-large' : undefined;
}

/**
 * A file's name as it is kept: without folders, control and direction signs (which make `exe.pdf` of `fdp.exe`),
 * half characters, and what no file system takes. Never empty, at most 255 characters with its ending.
 */
export function tidyFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim();
  if (plain.length <= 255) return plain || 'file';
  const ending = /\.[^.]{1,20}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, 255 - ending.length).toWellFormed() + ending;
}

/** How a file may be shown. Everything that is not one of these is only saved again: an SVG or HTML file could run a script. */
export type Showing = 'image' | 'pdf' | 'none';

const beginnings: { type: string; bytes: number[]; at?: number; showing: Showing }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], showing: 'image' },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff], showing: 'image' },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38], showing: 'image' },
  { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8, showing: 'image' },
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], showing: 'pdf' },
];

/**
 * The type of a file that can be shown, by its first bytes and never by what its name claims; `undefined` for all
 * others. @example shownType(bytesOfAPng) // { type: 'image/png', showing: 'image' }
 */
export function shownType(bytes: Uint8Array): { type: string; showing: Showing } | undefined {
  const found = beginnings.find(({ bytes: wanted, at = 0 }) =>
    wanted.every((byte, index) => bytes[at + index] === byte),
  );
  return found && { type: found.type, showing: found.showing };
}
