import { expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { sha256 } from '@/lib/domain/trail/sha256';
import { verify } from '@/lib/verify/verify.mjs';
import { checked, sourceOf, textOf, wholeTrail } from './bundle-sample';

// Whoever knows the layout can change a value and make all hashes anew: then only the form of each item is left to be refused.
// Both checkers must draw the line at the same place, though they share no code.

type Value = Record<string, unknown>;
type Path = readonly string[];

const odd = [
  ...[null, true, 0, -1, 2, 1.5, 9e15, '', 'x', 'x'.repeat(301), 'x'.repeat(10_001)],
  ...[[], {}, ['x'], [null], '2026-11-22T12:00Z', '2026-11-22T12:00:00Z', 'verified', 'image/png'],
  ...['ffffffff-ffff-ffff-ffff-ffffffffffff', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
  ...['a'.repeat(64), 'A'.repeat(64), ['a'.repeat(64)], '\u0000'],
];
/** In place of a value: the member is left out. */
const nothing = Symbol('nothing');

const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null;

/** Where each value stands in another, itself first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const own = isObject(value) ? Object.entries(value) : [];
  return [path, ...own.flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (!isObject(value)) return value;
  const { [key]: part, ...others } = value;
  if (rest.length === 0 && to === nothing) return others;
  const members = { ...value, [key]: changed(part, rest, to) };
  return Array.isArray(value) ? Object.values(members) : members;
}

/** With its own hash made anew, unless that is what was changed. */
function rehashed(name: string, value: unknown, [key]: Path): unknown {
  if (!isObject(value)) return value;
  if (name === 'event' && 'hash' in value && key !== 'hash')
    return { ...value, hash: sha256(canonicalJson({ ...value, hash: undefined })) };
  const { salt, signer } = value;
  if (name === 'person' && salt !== undefined && signer !== undefined && key !== 'digest')
    return { ...value, digest: sha256(canonicalJson({ salt, signer })) };
  return value;
}

it('says the same of every form that an item must not have', async () => {
  const text = await textOf(sourceOf(await wholeTrail(2, [10, 30])));
  const lines = text.split('\n').slice(0, -1);
  const forms = new Set<string>();
  let changes = 0;
  for (const [at, line] of lines.entries()) {
    const [name, value] = Object.entries(
      line.length > 1 ? JSON.parse(line.replace(/,$/, '')) : {},
    )[0] ?? ['', undefined];
    // One of each form is enough.
    const form = `${name} ${pathsIn(value).join()} ${isObject(value) ? value.kind : ''}`;
    if (name === '' || forms.has(form)) continue;
    forms.add(form);
    for (const path of pathsIn(value)) {
      for (const to of [...odd, nothing, 'one more']) {
        if (to === nothing && path.length === 0) continue;
        const place = to === 'one more' ? [...path, 'extra'] : path;
        const said = rehashed(name, changed(value, place, to), path);
        const item = canonicalJson({ [name]: said }) + (name === 'end' ? '' : ',');
        const bytes = resealed(lines.with(at, item), name);
        const ours = await checked(bytes);
        const theirs = await verify([bytes]);
        expect(theirs.problem, `${name} ${place.join('.')} = ${String(to)}`).toEqual(ours.problem);
        changes += 1;
      }
    }
  }
  expect(changes).toBeGreaterThan(2_000);
}, 60_000);

function resealed(lines: string[], name: string): Uint8Array {
  const end = lines.findLastIndex((line) => line.startsWith('{"end"'));
  const seal = sha256(`${lines.slice(0, end).join('\n')}\n`);
  const last = lines[end]?.replace(/"seal":"[0-9a-f]{64}"/, `"seal":"${seal}"`) ?? '';
  const all = name === 'end' ? lines : lines.with(end, last);
  return new TextEncoder().encode(`${all.join('\n')}\n`);
}
