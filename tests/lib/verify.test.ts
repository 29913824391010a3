import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { fingerprintOf, readFingerprint } from '@/lib/domain/fingerprint';
import * as checker from '@/lib/verify/verify.mjs';
import { sourceOf, textOf, wholeTrail } from './domain/bundle-sample';

const folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
const path = join(folder, 'everything.json');
const trail = await wholeTrail();

beforeAll(async () => writeFileSync(path, await textOf(sourceOf(trail))));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...given: string[]) {
  const done = spawnSync('node', ['lib/verify/verify.mjs', ...given], { encoding: 'utf8' });
  return { code: done.status, said: done.stdout + done.stderr };
}

it('says that a file is whole, and what it holds', () => {
  const own = trail.events.findLast(({ writer }) => writer.startsWith('a'))!;
  const { code, said } = run(path, '--head', fingerprintOf(own));
  expect(said).toContain('Whole');
  expect(said).toContain('14 events of 5 records');
  expect(said).toContain(fingerprintOf(own));
  expect(said).toContain('It holds the known event; 0 were written after it.');
  expect(code).toBe(0);
});

it('says what is wrong and where, and ends with 1', () => {
  const cut = join(folder, 'cut.json');
  writeFileSync(cut, '[\n');
  expect(run(cut)).toMatchObject({ code: 1, said: expect.stringContaining('not-ours: line 1') });
  expect(run(path, '--head', '99-0000-0000-0000-0000')).toMatchObject({
    code: 1,
    said: expect.stringContaining('tail-missing'),
  });
});

it.each([[], [join(folder, 'none.json')], [path, '--head', 'nonsense'], [path, '--other', 'x']])(
  'ends with 2 when asked for %j',
  (...given) => {
    expect(run(...given).code).toBe(2);
  },
);

it('writes JSON and reads fingerprints as the extension does', () => {
  const value = { b: [1e21, -0, 1 / 3, null], a: { ü: 'x\u2028"', '😀': '\ufb33' }, '1': true };
  expect(checker.canonical(value)).toBe(canonicalJson(value));
  expect(() => checker.canonical('\ud800')).toThrow(TypeError);
  for (const text of ['42-9f3a-11bc-77d0-12ef', ' #7 9F3A11BC77D012EF', '42', 'x'])
    expect(checker.readFingerprint(text)).toEqual(readFingerprint(text));
  const head = { sequence: 3, hash: 'ab'.repeat(32) };
  expect(checker.fingerprintOf(head)).toBe(fingerprintOf(head));
});
