import { fingerprintOf } from '../trail/fingerprint';
import type { TrailEvent } from '../trail/trail';
import type { Head } from '../trail/trail-chain';
import { type Attestation, standingOf } from './attestation';
import type { AttestationRecord, RecordMove } from './record';

/** A claim about Microsoft as a person made it. */
export type Claim = {
  said: RecordMove;
  /** The move after it that set the record back to a state which says less: it was said once, and no longer. */
  setBack?: RecordMove;
};

/** What is said of Microsoft's side of a record. Only people say it; absent means that nobody ever did. */
export type Claims = {
  filed: Claim | undefined;
  verified: Claim | undefined;
  /** The customer refused, or the record was withdrawn, and nothing else was said after it: it counts for nothing. */
  closed: RecordMove | undefined;
};

/** What the moves of a record say of Microsoft, as they stand together. No claim is lost to a later move. */
export function claimsOf({ moves }: Pick<AttestationRecord, 'moves'>): Claims {
  const claims: Claims = { filed: undefined, verified: undefined, closed: undefined };
  for (const move of moves) {
    const standing = standingOf[move.state];
    claims.closed = standing === 'closed' ? move : undefined;
    if (standing === 'filed' || standing === 'verified') claims[standing] = { said: move };
    const isKeptOnly = standing === 'kept-here';
    if (isKeptOnly) claims.filed &&= { setBack: move, ...claims.filed };
    if (isKeptOnly || standing === 'filed')
      claims.verified &&= { setBack: move, ...claims.verified };
  }
  return claims;
}

/** A field that a correction changed. */
export type Correction = { field: keyof Attestation; before: string; after: string };

/** What a version changed against the one before it, in the order of the fields; nothing for the first. */
export function correctionsIn(record: AttestationRecord, version: number): Correction[] {
  const before = record.versions[version - 2]?.attestation;
  const after = record.versions[version - 1]?.attestation;
  if (!before || !after) return [];
  return (Object.keys(after) as (keyof Attestation)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** An event that is named on the print, by the installation that wrote it. */
export type Seal = { writer: string; sequence: number; at: string; fingerprint: string };

/** Fingerprints that stand on the print: the record's newest event, and where each chain ends that tells of the record. */
export type CertificateSeals = {
  record: Seal;
  /** This installation's own first. A chain whose newest event cannot be read has no seal. */
  chains: { writer: string; isOwn: boolean; seal?: Seal }[];
};

/** Throws a TypeError for a record without events: there is nothing to print. */
export function sealsOf({ events, writer: own, chains }: WrittenOfRecord): CertificateSeals {
  const last = events.at(-1);
  if (!last) throw new TypeError('expected the events of a record, got none');
  return {
    record: sealOf(last.writer, last),
    chains: chains.map(({ writer, newest }) => ({
      writer,
      isOwn: writer === own,
      ...(newest && { seal: sealOf(writer, newest) }),
    })),
  };
}

type Sealed = Head & { at: string };
type WrittenOfRecord = {
  events: readonly TrailEvent[];
  /** This installation. */
  writer: string;
  chains: readonly { writer: string; newest?: Sealed | undefined }[];
};

function sealOf(writer: string, { sequence, hash, at }: Sealed): Seal {
  return { writer, sequence, at, fingerprint: fingerprintOf({ sequence, hash }) };
}

/** How the id of an installation begins: enough to tell the few apart that write of one record. */
export function shortWriter(writer: string): string {
  return writer.slice(0, 8);
}

/**
 * The moment of an event on its writer's own clock, as an instant to be formatted in UTC, and the offset in words. An offset
 * that no clock can have (imported, before that was refused) says nothing: then it is the moment itself, in UTC.
 * @example localMoment('2026-11-22T09:05:00.000Z', 480) // { clock: '2026-11-22T17:05:00.000Z', zone: 'UTC+08:00' }
 */
export function localMoment(at: string, offsetMinutes: number): { clock: string; zone: string } {
  const moved = new Date(Date.parse(at) + offsetMinutes * 60_000);
  const isPossible = Number.isInteger(offsetMinutes) && Math.abs(offsetMinutes) <= 24 * 60;
  if (!isPossible || Number.isNaN(moved.getTime())) return { clock: at, zone: 'UTC' };
  const clock = moved.toISOString();
  const two = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '\u2212' : '+';
  return { clock, zone: `UTC${sign}${two(Math.floor(size / 60))}:${two(size % 60)}` };
}

/** Countries that print on Letter; all others print on A4. */
const letterCountries = 'US CA MX PH CL CO CR DO GT HN NI PA PR SV VE'.split(' ');

/** The paper that a browser's language tag stands for; A4 when it names no country. */
export function paperFor(language: string): 'a4' | 'letter' {
  const region = /[-_]([A-Z]{2})\b/.exec(language)?.[1] ?? '';
  return letterCountries.includes(region) ? 'letter' : 'a4';
}

/** What stands in a foot's text where the printer puts its numbers. Digits, since pseudo-languages change letters. */
export const pageTokens = { page: '{1}', total: '{2}' } as const;

/** What stands at the foot of each page: at its start, and at its end with `pageTokens` for the numbers. */
export type PageFoot = { start: string; pages: string };

/**
 * The style sheet of the printed page: its paper, and at its foot what a loose sheet needs. Its texts are put into
 * CSS as strings, so they may hold anything.
 */
export function pageStyle(
  paper: 'a4' | 'letter',
  { start, pages }: PageFoot,
  direction: 'ltr' | 'rtl',
): string {
  const size = paper === 'a4' ? 'A4' : 'letter';
  const [left, right] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  // The boxes of a page's margin inherit nothing from the document.
  const small = `font: 8pt "Segoe UI", "Noto Sans TC", "Microsoft JhengHei UI", "Noto Sans", sans-serif; color: #000;`;
  return `@page {
  size: ${size} portrait;
  margin: 13mm 16mm 16mm;
  @bottom-${left} { content: ${cssString(start)}; ${small} }
  @bottom-${right} { content: ${pageCount(pages)}; ${small} }
}`;
}

function pageCount(pages: string): string {
  const counters: Record<string, string> = {
    [pageTokens.page]: 'counter(page)',
    [pageTokens.total]: 'counter(pages)',
  };
  return pages
    .split(/(\{[12]\})/)
    .filter((part) => part !== '')
    .map((part) => counters[part] ?? cssString(part))
    .join(' ');
}

/** A text as a CSS string: every sign but letters and digits of ASCII as its number, so that none can end it. */
function cssString(text: string): string {
  const signs = [...text].map((sign) =>
    /[a-z0-9 ]/i.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `,
  );
  return `"${signs.join('')}"`;
}
