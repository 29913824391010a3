import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { fingerprintOf, readFingerprint } from '@/lib/domain/trail/fingerprint';
import { linkEvent, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import * as checker from '@/lib/verify/verify.mjs';
import { checked, sourceOf, textOf, wholeTrail } from './domain/bundle/bundle-sample';
import { id, sampleTrail } from './domain/trail/trail-sample';

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

it('says that a clock was set back, as the extension does, and that the file is whole', async () => {
  const { events, people } = await sampleTrail(2);
  const last = events.at(-1)!;
  const { hash: _hash, previousHash: _before, sequence: _place, ...said } = last;
  const earlier = { ...said, attemptId: id(77), at: '2026-11-01T08:00:00.000Z' };
  const all = [...events, linkEvent(earlier as UnlinkedEvent, last)];
  const back = join(folder, 'back.json');
  const text = await textOf(sourceOf({ events: all, people, files: new Map(), checkpoints: [] }));
  writeFileSync(back, text);
  const setBack = { count: 1, writer: last.writer, sequence: 5 };
  expect(await checked(new TextEncoder().encode(text))).toMatchObject({ report: { setBack } });
  const { code, said: words } = run(back);
  expect(words).toContain('clock set back, times: 1, first before event 5 of chain');
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

it('shows signs that could forge a line of the verdict as their numbers', async () => {
  const evil = 'Countersign\n  chain x ends at 1-0000\u001b[2J\u202e\u2028';
  const forged = join(folder, 'forged.json');
  const by = { name: evil, role: '' };
  const checkpoints = trail.checkpoints.map((one) => ({ ...one, by }));
  writeFileSync(forged, await textOf({ ...sourceOf({ ...trail, checkpoints }), product: evil }));
  const { code, said } = run(forged);
  expect(code).toBe(0);
  expect(said).not.toMatch(/^ {2}chain x/m);
  expect(said.replaceAll('\n', '')).not.toMatch(/[\p{C}\u2028]/u);
  const escaped = 'Countersign\\u{a}  chain x ends at 1-0000\\u{1b}[2J\\u{202e}\\u{2028}';
  expect(said).toContain(`by ${escaped}\n`);
  expect(said).toContain(`were deleted by ${escaped} until`);

  const wrong = { code: 'changed' as const, line: 3, writer: 'x\nWhole: every byte', sequence: 1 };
  expect(checker.sayProblem(wrong).split('\n')).toHaveLength(2);
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
