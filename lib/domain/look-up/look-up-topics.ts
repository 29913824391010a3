import type { Fact } from '../guide/facts';
import type { Claim, Said } from '../guide/guide';
import { catalogue } from './catalogue';
import { type Topic, type TopicId, topics } from './catalogue-topics';
import { type Found, once } from './look-up-found';
import { longestQuestion } from './look-up-parts';
import { asMeant, vocabularyOf } from './look-up-spelling';
import { foldWords, isNearly, isWide } from './look-up-text';

export type TopicFinding = Found & {
  kind: 'topic';
  topic: TopicId;
  title: Said;
  body: Said[];
  facts: Fact[];
  claim?: Claim;
};

/** The words of a text with typing errors set right and run-together words taken apart, as far as they are ours. */
export function wordsMeant(text: string): string[] {
  return asMeant(foldWords(text), vocabulary());
}

/** By a word that means a topic, or by a plain question. */
export function byQuestion(words: readonly string[], tenantIds: readonly string[]): TopicFinding[] {
  const typed = [...words, ...tenantIds];
  const squeezed = typed.join('');
  const isQuestion = typed.length <= longestQuestion;
  const isForeign = mostlyForeign(words);
  return topicWords().flatMap(({ topic, terms, asks }): TopicFinding[] => {
    const met = terms.filter((term) => hasTerm(typed, squeezed, term));
    // One everyday word among strange ones is about something else: "evidence of life on Mars".
    if (met.length > 0 && !(isForeign && met.every((term) => term.length === 1))) {
      const own = squeezed.replace(/microsoft|майкрософт/, '').length;
      const isAll = met.some((term) => Math.min(own, squeezed.length) <= term.join('').length + 2);
      return [findsOfTopic(topic, isAll ? 1 : isQuestion ? 0.72 : 0.5, 'term')];
    }
    const asked = asks
      .filter((groups) =>
        groups.every((group) => group.some((word) => hasWord(typed, squeezed, word))),
      )
      .sort((one, other) => other.length - one.length)[0];
    if (!asked || (isForeign && asked.length < 3)) return [];
    return [findsOfTopic(topic, isQuestion ? 0.7 + 0.05 * asked.length : 0.5, 'question')];
  });
}

/** A topic as an answer. */
export function findsOfTopic(
  { id, title, body, facts, claim }: Topic,
  score: number,
  reason: 'term' | 'question' | 'title',
): TopicFinding {
  return {
    kind: 'topic',
    topic: id,
    title,
    body: [body],
    facts,
    ...(claim && { claim }),
    score,
    reason: { key: `catalogue.reason.${reason}` },
  };
}

/** Microsoft's agreement templates have ids that look like a tenant's. */
export const templateIds: ReadonlySet<string> = new Set(
  topics.flatMap(({ terms }) => terms).filter((term) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(term)),
);

/** More words that nobody uses here than words that somebody does. */
function mostlyForeign(words: readonly string[]): boolean {
  const { words: known } = vocabulary();
  const telling = words.filter((word) => word.length > 3 && !isWide(word) && !/\d/.test(word));
  const foreign = telling.filter((word) => !known.has(word));
  return foreign.length > telling.length - foreign.length;
}

/** All words of a term, next to each other; a long term also where its spaces are missing. */
function hasTerm(typed: string[], squeezed: string, term: string[]): boolean {
  const joined = term.join('');
  if ((isWide(joined) || joined.length >= 9) && squeezed.includes(joined)) return true;
  return typed.some((_, at) => term.every((word, offset) => isMeant(typed[at + offset], word)));
}

function hasWord(typed: string[], squeezed: string, word: string): boolean {
  if ((isWide(word) || word.length >= 7) && squeezed.includes(word)) return true;
  return typed.some((one) => isMeant(one, word));
}

/** A word that is known here is meant as it stands: an "order" is nothing "older". */
function isMeant(typed: string | undefined, word: string): boolean {
  if (typed === word || typed === `${word}s`) return true;
  return typed !== undefined && !vocabulary().words.has(typed) && isNearly(typed, word);
}

const topicWords = once(() =>
  topics.map((topic) => ({
    topic,
    terms: topic.terms.map((term) => (templateIds.has(term) ? [term] : foldWords(term))),
    asks: topic.asks.map((groups) => groups.map((group) => foldWords(group))),
  })),
);

const vocabulary = once(() =>
  vocabularyOf([
    ...catalogue.flatMap(({ text, alsoSaid }) => [text, ...alsoSaid].flatMap(foldWords)),
    ...topicWords().flatMap(({ terms, asks }) => [...terms.flat(), ...asks.flat(2)]),
  ]),
);
