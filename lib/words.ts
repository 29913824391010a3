import type { Said } from './domain/guide/guide';
import type { LanguageChoice } from './domain/settings';
import { type StringKey, stringTables } from './strings';

export type Values = Record<string, string | number>;

/** The words of one language: what every component speaks through. */
export type Words = {
  /** The BCP 47 tag for `lang`, dates and numbers. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The string of a key with its `{values}`, days (`YYYY-MM-DD`) in this language; with a `count`, the key's `.one` form where the language has one. */
  t: (key: StringKey, values?: Values) => string;
  say: (said: Said) => string;
  /** A day or an instant in this language; what is no date comes back unchanged. */
  day: (iso: string) => string;
  instant: (iso: string) => string;
};

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Words for a choice of language; `auto` follows the browser. */
export function wordsFor(choice: LanguageChoice, browserLanguages: readonly string[]): Words {
  const mirrored = choice === 'ar-XB';
  const language = choice === 'auto' ? followBrowser(browserLanguages) : mirrored ? 'en' : choice;
  const table = stringTables[language as keyof typeof stringTables];
  const plural = new Intl.PluralRules(language);

  function t(key: StringKey, values: Values = {}): string {
    const one = `${key}.one` as const;
    const singular = typeof values.count === 'number' && plural.select(values.count) === 'one';
    const pattern = (singular && table[one]) || table[key];
    const text = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (typeof value === 'number') return value.toLocaleString(language);
      return isoDay.test(value ?? '') ? day(value!) : (value ?? '');
    });
    return mirrored ? mirror(text) : text;
  }

  const dayFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const instantFormat = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const format = (formatter: Intl.DateTimeFormat, iso: string) =>
    Number.isNaN(Date.parse(iso)) ? iso : formatter.format(new Date(iso));
  const day = (iso: string) => format(dayFormat, iso);

  return {
    language,
    direction: mirrored ? 'rtl' : 'ltr',
    t,
    say: ({ key, values }) => t(key, values),
    day,
    instant: (iso) => format(instantFormat, iso),
  };
}

function followBrowser(languages: readonly string[]): string {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh-TW';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

/** English made longer, accented and right-to-left, so that a layout that assumes English shows. */
function mirror(text: string): string {
  const accented = text.replace(
    /[aeiou]/g,
    (vowel) => ({ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' })[vowel]!,
  );
  return `\u200f${accented}\u200f`;
}
