import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

// Who may import whom (docs/architecture.md): kept by this test, not by memory.

const sources = import.meta.glob<string>(
  ['/lib/**/*.ts', '/components/**/*.{ts,tsx}', '/entrypoints/**/*.{ts,tsx}'],
  { query: '?raw', import: 'default', eager: true },
);
const paths = Object.keys(sources);

type Import = { target: string; typeOnly: boolean };

/** What each place may import from the rest of the house; the first pattern that fits a path decides. */
const house: { place: RegExp; may: RegExp; types?: RegExp }[] = [
  // Domain says which sentence to show by its key, so it knows the keys' type and never the sentences.
  { place: /^\/lib\/domain\//, may: /^\/lib\/domain\//, types: /^\/lib\/strings/ },
  { place: /^\/lib\/page\//, may: /^\/lib\/(page|domain)\// },
  { place: /^\/lib\/store\//, may: /^\/lib\/(store|domain)\// },
  { place: /^\/lib\/remote\//, may: /^\/lib\/(remote|domain)\// },
  { place: /^\/lib\/strings\//, may: /^\/lib\/strings\// },
  { place: /^\/lib\/requests\//, may: /^\/lib\/(define-request$|domain\/|requests\/)/ },
  { place: /^\/lib\/[^/]+\.ts$/, may: /^\/lib\/([^/]+$|domain\/|strings)/ },
  {
    place: /^\/components\/(.+\/)?use-[^/]+\.tsx?$/,
    may: /^\/(components\/|lib\/(domain\/|[^/]+$))/,
  },
  {
    place: /^\/components\//,
    may: /^\/(components\/|lib\/(domain\/|[^/]+$))/,
    types: /^\/lib\/strings/,
  },
  { place: /^\/entrypoints\/background\//, may: /^\/(entrypoints\/background\/|lib\/)/ },
  { place: /^\/entrypoints\/notice\.ts$/, may: /^\/lib\/(page|domain)\// },
  { place: /^\/entrypoints\//, may: /^\/(entrypoints\/|components\/|lib\/(?!store\/|remote\/))/ },
];

/** Packages that only some places may touch. */
const packages: { name: RegExp; may: RegExp }[] = [
  {
    name: /^webextension-polyfill$/,
    may: /^\/(entrypoints\/|lib\/store\/|lib\/(define-request|i18n|changes)\.ts$)/,
  },
  { name: /^idb(\/|$)/, may: /^\/lib\/store\// },
  { name: /^preact(\/|$)/, may: /^\/(components\/|lib\/i18n\.ts$|entrypoints\/.+\.tsx$)/ },
  { name: /^zod\/mini$/, may: /^\/lib\// },
  { name: /^wxt\//, may: /^\/entrypoints\// },
];

it('sees the whole house', () => {
  for (const folder of [
    '/lib/domain/',
    '/lib/page/',
    '/lib/store/',
    '/components/',
    '/entrypoints/',
  ])
    expect(paths.filter((path) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
});

it.each([
  ['/lib/domain/made-up.ts', "import { stringTables } from '../strings';"],
  ['/lib/domain/made-up.ts', "import * as z from 'zod';"],
  ['/lib/page/made-up.ts', "import {\n  openDB,\n} from 'idb';"],
  ['/components/MadeUp.tsx', "import { appendEvent } from '@/lib/store/trail-store';"],
  ['/components/MadeUp.tsx', "export { default } from 'webextension-polyfill';"],
  ['/entrypoints/popup/made-up.ts', "const { open } = await import('@/lib/store/database');"],
  ['/entrypoints/notice.ts', "import '../lib/requests';"],
])('would find a stray in %s: %s', (path, code) => {
  expect(strays(path, code)).toHaveLength(1);
});

it('takes a type of the sentences’ keys for no stray', () => {
  expect(strays('/lib/domain/made-up.ts', "import type { StringKey } from '../strings';")).toEqual(
    [],
  );
});

it('keeps every file in its layer, and every package where it belongs', () => {
  expect(paths.flatMap((path) => strays(path, sources[path]!))).toEqual([]);
});

it('keeps the extension API out of what decides and what shows', () => {
  const api = /\b(chrome|browser)\.(storage|tabs|windows|sidePanel|scripting)\b/;
  const bound = paths.filter((path) => /^\/(lib\/(domain|page|strings)|components)\//.test(path));
  expect(bound.filter((path) => api.test(withoutComments(sources[path]!)))).toEqual([]);
});

it('keeps pages, clock, chance, storage and network out of the domain', () => {
  const impure =
    /\b(document|window|localStorage|indexedDB|navigator)\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bfetch\(/;
  const domain = paths.filter((path) => path.startsWith('/lib/domain/'));
  expect(domain.filter((path) => impure.test(withoutComments(sources[path]!)))).toEqual([]);
});

describe('the content script', () => {
  const carried = reachableFrom('/entrypoints/notice.ts');

  it('carries its own parts', () => {
    expect(carried.has('/entrypoints/notice.ts')).toBe(true);
    expect([...carried].some((path) => path.startsWith('/lib/page/'))).toBe(true);
  });

  it.each(['zod', 'preact', 'idb', 'webextension-polyfill'])('carries no %s', (name) => {
    const carriers = [...carried].filter((path) =>
      importsOf(path, sources[path]!).some(
        ({ target, typeOnly }) => !typeOnly && (target === name || target.startsWith(`${name}/`)),
      ),
    );
    expect(carriers).toEqual([]);
  });
});

/** What a file imports without leave, as `file → target`. */
function strays(path: string, code: string): string[] {
  const rule = house.find(({ place }) => place.test(path));
  if (!rule) return [`${path} is in a place without a rule`];
  const found = importsOf(path, code).filter(({ target, typeOnly }) => {
    if (target.startsWith('/')) {
      return !rule.may.test(target) && !(typeOnly && rule.types?.test(target));
    }
    return !packages.find(({ name }) => name.test(target))?.may.test(path);
  });
  return found.map(({ target }) => `${path} → ${target}`);
}

/** Every import of a file; inside the house as a path from its root, without ending. */
function importsOf(path: string, code: string): Import[] {
  const found = withoutComments(code).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found]
    .map(([, type, named, lazy]) => ({ target: named ?? lazy!, typeOnly: type !== undefined }))
    .filter(({ target }) => !target.endsWith('.css'))
    .map(({ target, typeOnly }) => ({ target: fromRoot(path, target), typeOnly }));
}

function fromRoot(path: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(1);
  if (target.startsWith('.')) return join(dirname(path), target);
  return target;
}

/** The files that a bundle of this entry would hold: value imports only, since types leave no code. */
function reachableFrom(entry: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const values = importsOf(path, sources[path]!).filter(({ typeOnly }) => !typeOnly);
    for (const { target } of values) waiting.push(...fileOf(target));
  }
  return seen;
}

function fileOf(target: string): string[] {
  const endings = ['', '.ts', '.tsx', '/index.ts'];
  return endings.map((ending) => target + ending).filter((path) => path in sources);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
