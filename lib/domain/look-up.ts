import { type AddressReading, maskAddress, readAddress } from './address';
import type { CatalogueEntry } from './catalogue';
import type { Fact } from './facts';
import type { Claim, Said } from './guide';

/** One answer to a look-up. `score` is 0 to 1, `reason` says why it is here. */
export type Finding = { score: number; reason: Said } & (
  | { kind: 'notice'; quote: string; language: string; claim: Claim }
  | { kind: 'entry'; entry: CatalogueEntry }
  | { kind: 'topic'; topic: string; title: Said; body: Said[]; facts: Fact[]; claim?: Claim }
  /** `shown` is safe to show: secrets are masked. */
  | { kind: 'address'; reading: AddressReading; shown: string }
  /** The caller looks these up among the records. */
  | { kind: 'tenant-id'; tenantId: string }
  | { kind: 'domain'; domain: string }
  | { kind: 'email'; email: string; domain: string }
  | { kind: 'record-number'; number: string }
);

export type LookUpOptions = {
  /** Recognises the notice in any language (lib/domain/notice-matcher.ts). */
  matchNotice?: (text: string) => { quote: string; language: string } | undefined;
  /** At most so many findings; 8 without it. */
  limit?: number;
};

/** What to say when nothing is found. */
export const nothingFoundAdvice: readonly Said[] = [{ key: 'catalogue.nothing.try' }];

/**
 * Answer what a person typed or pasted: a message whole or in part, a code, error JSON, a link, a
 * tenant id, a domain, an e-mail address, a record number, a plain question. Best first; empty when
 * it is none of these (a name of a company or person is for the caller to look for in the records).
 */
export function lookUp(text: string, options: LookUpOptions = {}): Finding[] {
  const reading = readAddress(text);
  const notice = options.matchNotice?.(text);
  const findings: Finding[] = [];
  if (notice) {
    const reason = { key: 'catalogue.reason.notice' } as const;
    findings.push({ kind: 'notice', ...notice, claim: 'notice-reported', score: 1, reason });
  }
  if (reading.kind !== 'unreadable') {
    const reason = { key: 'catalogue.reason.address' } as const;
    findings.push({ kind: 'address', reading, shown: maskAddress(text.trim()), score: 1, reason });
  }
  return findings;
}
