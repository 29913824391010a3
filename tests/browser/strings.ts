import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StringKey } from '../../lib/strings';

export type InterfaceLanguage = 'en' | 'zh-TW';

const folder = resolve(import.meta.dirname, '../../lib/strings');

const tables = { en: tableOf('en'), 'zh-TW': tableOf('zh-TW') };

/**
 * What people read for a key, with its `{values}` filled in; the same files as the product, read
 * from disk because the test runner does not bundle JSON.
 */
export function stringOf(
  language: InterfaceLanguage,
  key: StringKey,
  values: Record<string, string | number> = {},
): string {
  const pattern = tables[language][key];
  if (pattern === undefined) throw new Error(`no string ${key} in ${language}`);
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function tableOf(language: InterfaceLanguage): Record<string, string> {
  const files = readdirSync(join(folder, language));
  const areas = files.map((file) => JSON.parse(readFileSync(join(folder, language, file), 'utf8')));
  return Object.assign({}, ...areas);
}
