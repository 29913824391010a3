import { type AddressReading, maskAddress, readAddress } from './address';
import { type CatalogueEntry, catalogue } from './catalogue';
import { type Topic, type TopicId, topics } from './catalogue-topics';
import type { Fact } from './facts';
import type { Claim, Said } from './guide';
import { type Parts, takeApart } from './look-up-parts';
import { foldWords, gramsOf, isNearly, isWide, share } from './look-up-text';

/** One answer to a look-up. `score` is 0 to 1, `reason` says why it is here. */
export type Finding = { score: number; reason: Said } & (
  | { kind: 'notice'; quote: string; language: string; entry: CatalogueEntry; claim: Claim }
  | { kind: 'entry'; entry: CatalogueEntry }
  | { kind: 'topic'; topic: TopicId; title: Said; body: Said[]; facts: Fact[]; claim?: Claim }
  /** `shown` is safe to show, secrets are masked; for the guide it is as good as the address itself. */
  | { kind: 'address'; reading: AddressReading; shown: string }
  /** The caller looks these four up among the records. */
  | { kind: 'tenant-id'; tenantId: string }
  | { kind: 'domain'; domain: string }
  | { kind: 'email'; email: string; domain: string }
  | { kind: 'record-number'; number: string }
);

export type LookUpOptions = {
  /** Recognises the notice in any language (lib/domain/notice-matcher.ts). */
  matchNotice?: (text: string) => { quote: string; language: string } | undefined;
  /** The caller's language: then titles in it are found too, because people repeat what they have read here. */
  say?: (said: Said) => string;
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
  if (text.trim() === '') return [];
  const parts = takeApart(text);
  const address = byAddress(text, parts);
  if (address) return [address];

  const notice = byNotice(text, options.matchNotice);
  const findings = [
    ...notice,
    ...byIds(parts),
    ...best(
      [...byCode(parts), ...byWording(parts), ...byTitle(parts, options.say), ...byQuestion(parts)],
      (finding) => (finding.kind === 'entry' ? finding.entry.id : finding.topic),
    ).filter(
      (finding) =>
        notice.length === 0 || finding.kind !== 'entry' || finding.entry.id !== 'mca.reach-out',
    ),
  ];
  return findings.sort((a, b) => b.score - a.score).slice(0, options.limit ?? 8);
}

/** The text itself, or the first link in a longer text. */
function byAddress(text: string, { domain }: Parts): Finding | undefined {
  const whole = readAddress(text);
  const linked = /https?:\/\/[^\s"'<>]+/i.exec(text)?.[0] ?? '';
  const reading = whole.kind === 'unreadable' ? readAddress(linked) : whole;
  const saysNothing = reading.kind === 'other';
  if (reading.kind === 'unreadable' || (saysNothing && (domain || reading !== whole))) {
    return undefined;
  }
  return {
    kind: 'address',
    reading,
    shown: maskAddress(reading === whole ? text.trim() : linked),
    score: saysNothing ? 0.9 : 1,
    reason: { key: 'catalogue.reason.address' },
  };
}

function byNotice(text: string, matchNotice: LookUpOptions['matchNotice']): Finding[] {
  const match = matchNotice?.(text);
  const entry = catalogue.find(({ id }) => id === 'mca.reach-out')!;
  const reason: Said = { key: 'catalogue.reason.notice' };
  return match
    ? [{ kind: 'notice', ...match, entry, claim: 'notice-reported', score: 1, reason }]
    : [];
}

function byIds({ tenantIds, emails, domain, recordNumber, wording }: Parts): Finding[] {
  // An id inside a longer text is worth an offer, not the first place.
  const score = wording.replace(/[^\p{L}]/gu, '').length > 12 ? 0.5 : 1;
  return [
    ...(recordNumber
      ? [
          {
            kind: 'record-number',
            number: recordNumber,
            score: 1,
            reason: because('record-number'),
          } as const,
        ]
      : []),
    ...tenantIds
      .filter((id) => !templateIds.has(id))
      .map(
        (tenantId) =>
          ({ kind: 'tenant-id', tenantId, score, reason: because('tenant-id') }) as const,
      ),
    ...emails.map(
      (email) =>
        ({
          kind: 'email',
          email,
          domain: email.slice(email.lastIndexOf('@') + 1),
          score: wording.trim().length > email.length ? 0.5 : 1,
          reason: because('email'),
        }) as const,
    ),
    ...(domain ? [{ kind: 'domain', domain, score: 1, reason: because('domain') } as const] : []),
  ];
}

/** Microsoft's agreement templates have ids that look like a tenant's. */
const templateIds = new Set(
  topics.flatMap(({ terms }) => terms).filter((term) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(term)),
);

type EntryFinding = Extract<Finding, { kind: 'entry' }>;
type TopicFinding = Extract<Finding, { kind: 'topic' }>;
type CatalogueFinding = EntryFinding | TopicFinding;

function byCode({ codes, codePrefix, fromJson }: Parts): EntryFinding[] {
  return catalogue.flatMap((entry): EntryFinding[] => {
    if (!entry.code) return [];
    if (codes.includes(entry.code)) {
      return [{ kind: 'entry', entry, score: 1, reason: because(fromJson ? 'json' : 'code') }];
    }
    const begins = codePrefix && entry.code.startsWith(codePrefix);
    return begins ? [{ kind: 'entry', entry, score: 0.7, reason: because('prefix') }] : [];
  });
}

/** By Microsoft's text, whole or in part, or by the other words for it. */
function byWording({ wording }: Parts): EntryFinding[] {
  const grams = gramsOf(foldWords(wording));
  if (grams.size < 3) return [];
  const needed = grams.size < 20 ? 0.75 : 0.6;
  return entryTexts().flatMap(({ entry, texts }): EntryFinding[] => {
    let score = 0;
    for (const known of texts) {
      const typedInKnown = share(grams, known);
      const knownInTyped = known.size >= 12 ? share(known, grams) : 0;
      // A whole message inside a longer text (a ticket, a log) counts as much as a part of it typed alone.
      if (typedInKnown >= needed) {
        const both = typedInKnown * (0.8 + 0.2 * Math.min(1, grams.size / known.size));
        score = Math.max(score, both);
      }
      if (knownInTyped >= 0.85) score = Math.max(score, knownInTyped * 0.9);
    }
    if (score === 0) return [];
    const reason = because(score > 0.97 ? 'text' : score > 0.79 ? 'part' : 'similar');
    return [{ kind: 'entry', entry, score: Math.min(score, 0.99), reason }];
  });
}

/** By what an entry or a topic is called in the caller's language. */
function byTitle({ wording }: Parts, say: LookUpOptions['say']): CatalogueFinding[] {
  const grams = gramsOf(foldWords(wording));
  if (!say || grams.size < 4) return [];
  return titleGrams(say).flatMap(({ title, found }): CatalogueFinding[] => {
    const typedInTitle = share(grams, title);
    if (typedInTitle < 0.8) return [];
    const score = typedInTitle * (0.7 + 0.25 * Math.min(1, grams.size / title.size));
    return [{ ...found, score, reason: because('title') }];
  });
}

const knownTitles = new WeakMap<NonNullable<LookUpOptions['say']>, TitleGrams[]>();
type TitleGrams = { title: ReadonlySet<string>; found: CatalogueFinding };

function titleGrams(say: NonNullable<LookUpOptions['say']>): TitleGrams[] {
  const known = knownTitles.get(say);
  if (known) return known;
  const reason = because('title');
  const made = [
    ...catalogue.map((entry) => ({
      title: entry.title,
      found: { kind: 'entry', entry, score: 0, reason } as const,
    })),
    ...topics.map((topic) => ({ title: topic.title, found: topicFinding(topic, 0, 'term') })),
  ].map(({ title, found }) => ({ title: gramsOf(foldWords(say(title))), found }));
  knownTitles.set(say, made);
  return made;
}

function byQuestion({ wording, tenantIds }: Parts): TopicFinding[] {
  const typed = [...foldWords(wording), ...tenantIds];
  const squeezed = typed.join('');
  // Nobody asks in a whole ticket: there the words stand together by chance.
  const isQuestion = typed.length <= longestQuestion;
  return topicWords().flatMap(({ topic, terms, asks }): TopicFinding[] => {
    const met = terms.filter((words) => hasTerm(typed, squeezed, words));
    if (met.length > 0) {
      const isAll = met.some((words) => squeezed.length <= words.join('').length + 2);
      const score = isAll ? 1 : isQuestion ? 0.72 : 0.5;
      return [topicFinding(topic, score, 'term')];
    }
    const asked = asks.find((groups) =>
      groups.every((group) => group.some((word) => hasWord(typed, squeezed, word))),
    );
    if (!asked) return [];
    const score = isQuestion ? 0.7 + 0.05 * asked.length : 0.5;
    return [topicFinding(topic, score, 'question')];
  });
}

function topicFinding(topic: Topic, score: number, reason: 'term' | 'question'): TopicFinding {
  const { id, title, body, facts, claim } = topic;
  return {
    kind: 'topic',
    topic: id,
    title,
    body: [body],
    facts,
    ...(claim && { claim }),
    score,
    reason: because(reason),
  };
}

/** In words. */
const longestQuestion = 15;

/** All words of a term, next to each other; a long term also where its spaces are missing. */
function hasTerm(typed: string[], squeezed: string, term: string[]): boolean {
  const joined = term.join('');
  if (isWide(joined) || joined.length >= 9) {
    if (squeezed.includes(joined)) return true;
  }
  return typed.some((_, at) =>
    term.every((word, offset) => isNearly(typed[at + offset] ?? '', word)),
  );
}

function hasWord(typed: string[], squeezed: string, word: string): boolean {
  if (isWide(word) || word.length >= 7)
    return squeezed.includes(word) || typed.some((one) => isNearly(one, word));
  return typed.some((one) => isNearly(one, word));
}

function best<F extends { score: number }>(findings: F[], idOf: (finding: F) => string): F[] {
  const byId = new Map<string, F>();
  for (const finding of findings) {
    const known = byId.get(idOf(finding));
    if (!known || known.score < finding.score) byId.set(idOf(finding), finding);
  }
  return [...byId.values()];
}

type Reason =
  | 'title'
  | 'code'
  | 'json'
  | 'text'
  | 'part'
  | 'similar'
  | 'prefix'
  | 'question'
  | 'term';

function because(reason: Reason | 'tenant-id' | 'domain' | 'email' | 'record-number'): Said {
  return { key: `catalogue.reason.${reason}` };
}

/** Folding the whole catalogue takes some milliseconds, so it is done once, at the first look-up. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const entryTexts = once(() =>
  catalogue.map((entry) => ({
    entry,
    texts: [entry.text, ...entry.alsoSaid].map((text) =>
      gramsOf(foldWords(text.replace(/\{\d\}|<<.*?>>|[0-9a-f]{8}-[0-9a-f-]{27}/g, ' '))),
    ),
  })),
);

const topicWords = once(() =>
  topics.map((topic) => ({
    topic,
    terms: topic.terms.map((term) => (templateIds.has(term) ? [term] : foldWords(term))),
    asks: topic.asks.map((groups) => groups.map((group) => foldWords(group))),
  })),
);
