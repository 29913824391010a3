import { expect, it } from 'vitest';
import { type StringKey, stringTables } from '@/lib/strings';

const en = stringTables.en as Record<string, string>;
const zh = stringTables['zh-TW'] as Record<string, string>;
const valuesIn = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

it('has the same keys in every language', () => {
  const singular = (key: string) => key.endsWith('.one');
  expect(Object.keys(zh).filter((key) => !(key in en))).toEqual([]);
  expect(Object.keys(en).filter((key) => !(key in zh) && !singular(key))).toEqual([]);
});

it.each(Object.keys(zh))('names the same values in every language: %s', (key) => {
  expect([...new Set(valuesIn(zh[key]!))]).toEqual([...new Set(valuesIn(en[key as StringKey]!))]);
});

it('leaves no string empty', () => {
  for (const table of [en, zh])
    for (const [key, text] of Object.entries(table)) expect(text.trim(), key).not.toBe('');
});
