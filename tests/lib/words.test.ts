import { expect, it } from 'vitest';
import { wordsFor } from '@/lib/words';

it.each([
  [['zh-TW', 'en'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['en-GB'], 'en'],
  [['de-DE', 'zh-Hant-TW'], 'zh-TW'],
  [['de-DE'], 'en'],
  [[], 'en'],
])('follows the browser: %j speaks %s', (languages, spoken) => {
  expect(wordsFor('auto', languages).language).toBe(spoken);
});

it('takes the person’s own choice over the browser’s', () => {
  expect(wordsFor('en', ['zh-TW']).t('common.yes')).toBe('Yes');
  expect(wordsFor('zh-TW', ['en']).t('common.yes')).toBe('是');
});

it('chooses the singular where a language has one', () => {
  const english = wordsFor('en', []);
  expect(english.t('panel.unfinished', { count: 1 })).toBe('One unfinished draft');
  expect(english.t('panel.unfinished', { count: 2 })).toBe('2 unfinished drafts');
  expect(wordsFor('zh-TW', []).t('panel.unfinished', { count: 1 })).toBe('1 份未完成的草稿');
});

it('mirrors the pseudo-locale and leaves its values readable', () => {
  const mirrored = wordsFor('ar-XB', []);
  expect(mirrored.direction).toBe('rtl');
  expect(mirrored.t('panel.saved.title', { number: 'CS-1' })).toContain('CS-1');
});

it('says a day within a sentence as people do, and leaves all other values alone', () => {
  const values = { number: 'CS-2026-01-05', date: '2026-01-05' };
  const say = (language: 'en' | 'zh-TW', more = values) =>
    wordsFor(language, []).t('guide.why.record-too-old', more);
  expect(say('en')).toBe('Record CS-2026-01-05 gives Jan 5, 2026 as the day of acceptance.');
  expect(say('zh-TW')).toContain('2026年1月5日');
  expect(say('en', { number: '1', date: '2026-13-45' })).toContain('2026-13-45');
});

it('shows what is no date as it is, and a day in the day’s own terms', () => {
  const { day } = wordsFor('en', []);
  expect(day('2026-01-05')).toBe('Jan 5, 2026');
  expect(day('soon')).toBe('soon');
});
