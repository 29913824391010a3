import type { Said } from '../guide/guide';
import { type CatalogueEntry, catalogue } from './catalogue';
import { topics } from './catalogue-topics';
import { type Found, once } from './look-up-found';
import type { Parts } from './look-up-parts';
import { foldWords, gramsOf, isWide, share } from './look-up-text';
import { findsOfTopic } from './look-up-topics';

export type EntryFinding = Found & { kind: 'entry'; entry: CatalogueEntry };

/** By an error's code, or by its beginning while it is typed. */
export function byCode({ codes, codePrefix, fromJson }: Parts): EntryFinding[] {
  return catalogue.flatMap((entry): EntryFinding[] => {
    if (!entry.code) return [];
    if (codes.includes(entry.code)) return [found(entry, 1, fromJson ? 'json' : 'code')];
    const begins = codePrefix && entry.code.startsWith(codePrefix);
    return begins ? [found(entry, 0.7, 'prefix')] : [];
  });
}

/** By Microsoft's text, whole or in part, in any language of the notice, or by the other words for it. */
export function byWording(words: readonly string[]): EntryFinding[] {
  const grams = gramsOf(words);
  if (grams.size < 3) return [];
  const needed = grams.size < 20 ? 0.75 : 0.6;
  const telling = words.filter((word) => word.length > 3 && !isWide(word));
  const few = telling.length > 3 ? [] : telling;
  return entryTexts().flatMap(({ entry, texts }): EntryFinding[] => {
    let score = 0;
    for (const { grams: known, ofWords } of texts) {
      const typedInKnown = share(grams, known);
      const knownInTyped = known.size >= 12 ? share(known, grams) : 0;
      // Of a few words each must stand there: "rental agreement" is no part of "agreement already exists".
      const strange = few.filter((word) => share(gramsOf([word]), ofWords) <= 0.3).length;
      const isPart = strange <= (few.length > 2 ? 1 : 0);
      // A whole message inside a longer text (a ticket, a log) counts as much as a part of it typed alone.
      // A single everyday word says little: "button" is no message.
      const isEnough = words.length > 1 || isWide(words[0]!) || grams.size >= known.size * 0.4;
      if (typedInKnown >= needed && isPart && (isEnough || grams.size >= 8)) {
        const both = typedInKnown * (0.8 + 0.2 * Math.min(1, grams.size / known.size));
        score = Math.max(score, both);
      }
      if (knownInTyped >= 0.85) score = Math.max(score, knownInTyped * 0.9);
    }
    if (score === 0) return [];
    const reason = score > 0.97 ? 'text' : score > 0.79 ? 'part' : 'similar';
    return [found(entry, Math.min(score, 0.99), reason)];
  });
}

/** By what an entry or a topic is called in the caller's language. */
export function byTitle(words: readonly string[], say: ((said: Said) => string) | undefined) {
  const grams = gramsOf(words);
  if (!say || grams.size < 4) return [];
  return titleGrams(say).flatMap(({ title, make }) => {
    const typedInTitle = share(grams, title);
    if (typedInTitle < 0.8) return [];
    return [make(typedInTitle * (0.7 + 0.25 * Math.min(1, grams.size / title.size)))];
  });
}

type TitleGrams = {
  title: ReadonlySet<string>;
  make: (score: number) => EntryFinding | ReturnType<typeof findsOfTopic>;
};
const knownTitles = new WeakMap<(said: Said) => string, TitleGrams[]>();

function titleGrams(say: (said: Said) => string): TitleGrams[] {
  const known = knownTitles.get(say);
  if (known) return known;
  const gramsOfTitle = (title: Said) => gramsOf(foldWords(say(title)));
  const made: TitleGrams[] = [
    ...catalogue.map((entry) => ({
      title: gramsOfTitle(entry.title),
      make: (score: number) => found(entry, score, 'title'),
    })),
    ...topics.map((topic) => ({
      title: gramsOfTitle(topic.title),
      make: (score: number) => findsOfTopic(topic, score, 'title'),
    })),
  ];
  knownTitles.set(say, made);
  return made;
}

function found(
  entry: CatalogueEntry,
  score: number,
  reason: 'code' | 'json' | 'text' | 'part' | 'similar' | 'prefix' | 'title',
): EntryFinding {
  return { kind: 'entry', entry, score, reason: { key: `catalogue.reason.${reason}` } };
}

/** Folding the whole catalogue takes some milliseconds, so it is done once, at the first look-up. */
const entryTexts = once(() =>
  catalogue.map((entry) => ({
    entry,
    texts: [entry.text, ...entry.alsoSaid].map((text) => {
      const words = foldWords(text.replace(placeholders, ' '));
      return {
        grams: gramsOf(words),
        ofWords: new Set(words.flatMap((word) => [...gramsOf([word])])),
      };
    }),
  })),
);

const placeholders = /\{\d\}|<<.*?>>|[0-9a-f]{8}-[0-9a-f-]{27}/g;
