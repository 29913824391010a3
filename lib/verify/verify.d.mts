import type { BundleReport } from '../domain/bundle/bundle-check';
import type { BundleProblem } from '../domain/bundle/bundle-problem';
import type { Fingerprint } from '../domain/trail/fingerprint';

// Types for the tests only: verify.mjs itself shares no code with the extension.

export type Verified =
  | { problem: BundleProblem; report?: undefined }
  | { problem?: undefined; report: Omit<BundleReport, 'product' | 'exportedAt'> & { top: object } };

export function verify(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  head?: Fingerprint,
): Promise<Verified>;
export function canonical(value: unknown): string;
export function sayProblem(problem: BundleProblem): string;
export function fingerprintOf(head: { sequence: number; hash: string }): string;
export function readFingerprint(text: string): Fingerprint | undefined;
