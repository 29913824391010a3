import type { AddressReading } from '../address/address';
import { maskAcceptanceLinks } from '../address/address-text';
import type { Claim, Said } from '../guide/guide';
import { type CatalogueEntry, catalogue } from './catalogue';
import { byCode, byTitle, byWording, type EntryFinding } from './look-up-catalogue';
import type { Found } from './look-up-found';
import { type Link, linksOf } from './look-up-links';
import { type Parts, takeApart } from './look-up-parts';
import { byQuestion, type TopicFinding, templateIds, wordsMeant } from './look-up-topics';

/** One answer to a look-up. */
export type Finding =
  | EntryFinding
  | TopicFinding
  | (Found &
      (
        | { kind: 'notice'; quote: string; language: string; entry: CatalogueEntry; claim: Claim }
        /** `shown` is safe to show, secrets are masked; for the guide it is as good as the address itself. */
        | { kind: 'address'; reading: AddressReading; shown: string }
        /** The caller looks these four up among the records. */
        | { kind: 'tenant-id'; tenantId: string }
        | { kind: 'domain'; domain: string }
        | { kind: 'email'; email: string; domain: string }
        | { kind: 'record-number'; number: string }
      ));

export type LookUpOptions = {
  /** Recognises the notice in any language (lib/domain/notice/notice-matcher.ts). */
  matchNotice?: (text: string) => { quote: string; language: string } | undefined;
  /** The caller's language: then titles in it are found too, because people repeat what they have read here. */
  say?: (said: Said) => string;
  /** At most so many findings; 8 without it. */
  limit?: number;
};

/** What to say when nothing is found. */
export const nothingFoundAdvice: readonly Said[] = [{ key: 'catalogue.nothing.try' }];

/**
 * Answer what a person typed or pasted: a message whole or in part, a code, error JSON, links, a
 * tenant id, a domain, an e-mail address, a record number, a plain question. Best first; empty when
 * it is none of these (a name of a company or person is for the caller to look for in the records).
 */
export function lookUp(typed: string, options: LookUpOptions = {}): Finding[] {
  if (typed.trim() === '') return [];
  const { links, other, rest } = linksOf(maskAcceptanceLinks(typed).slice(0, longestText));
  const parts = takeApart(rest);
  const notice = byNotice(rest, options.matchNotice);
  const words = wordsMeant(parts.wording);
  const findings: Finding[] = [
    ...byLinks(links, parts.domains.length === 0 ? other : undefined),
    ...notice,
    ...byIds(parts),
    ...best([
      ...byCode(parts),
      ...byWording(words),
      ...byTitle(words, options.say),
      ...byQuestion(words, parts.tenantIds),
    ]).filter((finding) => notice.length === 0 || nameOf(finding) !== reachOut),
  ];
  return findings.sort((a, b) => b.score - a.score).slice(0, options.limit ?? 8);
}

/** The browser's clipboard may hold a book. */
const longestText = 20_000;

function byLinks(links: readonly Link[], other: Link | undefined): Finding[] {
  const reason: Said = { key: 'catalogue.reason.address' };
  // Of a page without meaning here there is little to say, so everything else comes first.
  const said = links.length > 0 ? links : other ? [other] : [];
  return said.map((link) => ({
    kind: 'address',
    ...link,
    score: link.reading.kind === 'other' ? 0.4 : 1,
    reason,
  }));
}

const reachOut = 'mca.reach-out';

function byNotice(text: string, matchNotice: LookUpOptions['matchNotice']): Finding[] {
  const match = matchNotice?.(text);
  const entry = catalogue.find(({ id }) => id === reachOut)!;
  const reason: Said = { key: 'catalogue.reason.notice' };
  return match
    ? [{ kind: 'notice', ...match, entry, claim: 'notice-reported', score: 1, reason }]
    : [];
}

function byIds({ tenantIds, emails, domains, recordNumbers, wording }: Parts): Finding[] {
  // An id inside a longer text is worth an offer, not the first place.
  const inText = (id: string) => wording.replace(/[^\p{L}]/gu, '').length > id.length + 12;
  const found = (id: string, kind: 'record-number' | 'tenant-id' | 'email' | 'domain') => ({
    score: inText(kind === 'email' || kind === 'domain' ? id : '') ? 0.5 : 1,
    reason: { key: `catalogue.reason.${kind}` } as const,
  });
  return [
    ...recordNumbers.map((number): Finding => {
      return { kind: 'record-number', number, ...found(number, 'record-number') };
    }),
    ...tenantIds
      .filter((id) => !templateIds.has(id))
      .map((tenantId): Finding => {
        return { kind: 'tenant-id', tenantId, ...found(tenantId, 'tenant-id') };
      }),
    ...emails.map((email): Finding => {
      const domain = email.slice(email.lastIndexOf('@') + 1);
      return { kind: 'email', email, domain, ...found(email, 'email') };
    }),
    ...domains.map((domain): Finding => {
      return { kind: 'domain', domain, ...found(domain, 'domain') };
    }),
  ];
}

function best(findings: (EntryFinding | TopicFinding)[]): (EntryFinding | TopicFinding)[] {
  const byName = new Map<string, EntryFinding | TopicFinding>();
  for (const finding of findings) {
    const known = byName.get(nameOf(finding));
    if (!known || known.score < finding.score) byName.set(nameOf(finding), finding);
  }
  return [...byName.values()];
}

function nameOf(finding: EntryFinding | TopicFinding): string {
  return finding.kind === 'entry' ? finding.entry.id : finding.topic;
}
