import type { CodeField, CodeOf } from '@/lib/domain/csv/csv-rows';
import { acceptanceWays, recordStates, scenarios } from '@/lib/domain/record/attestation';
import { countries, languagesOf } from '@/lib/domain/record/countries';
import { partnerRoles } from '@/lib/domain/settings';
import { wordsFor } from '@/lib/words';

/** The languages whose words a table file may hold. */
const spoken = ['en', 'zh-TW'] as const;

/** What a cell's words stand for: a code as it is, or its name in any language of the product. */
export function codesOfWords(): CodeOf {
  const known = new Map<string, string>();
  const learn = (field: CodeField, word: string, code: string) => {
    // The first meaning counts: two languages may use one word.
    const key = `${field}/${folded(word)}`;
    if (word !== '' && !known.has(key)) known.set(key, code);
  };
  const languages = new Set(countries.flatMap(languagesOf));
  for (const language of spoken) {
    const { t } = wordsFor(language, []);
    const regionNames = new Intl.DisplayNames([language], { type: 'region' });
    const languageNames = new Intl.DisplayNames([language], { type: 'language' });
    for (const code of scenarios) learn('scenario', t(`record.scenario.${code}`), code);
    for (const code of acceptanceWays) learn('acceptedHow', t(`record.way.${code}`), code);
    for (const code of recordStates) learn('state', t(`record.state.${code}`), code);
    for (const code of partnerRoles) learn('recorderRole', t(`settings.role.${code}`), code);
    for (const code of countries) learn('country', regionNames.of(code) ?? '', code);
    for (const code of languages) {
      learn('language', languageNames.of(code) ?? '', code);
    }
  }
  for (const [field, codes] of [
    ['scenario', scenarios],
    ['acceptedHow', acceptanceWays],
    ['state', recordStates],
    ['recorderRole', partnerRoles],
    ['country', countries],
    ['language', languages],
  ] as const)
    for (const code of codes) learn(field, code, code);
  return (field, words) => known.get(`${field}/${folded(words)}`);
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
