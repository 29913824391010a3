import { expect, it } from 'vitest';
import { readFingerprint } from '@/lib/domain/trail/fingerprint';
import { verify } from '@/lib/verify/verify.mjs';
import { mutations } from './bundle-mutations';
import { checked } from './bundle-sample';

const seed = Number(process.env.MUTATION_SEED ?? 20261122);
const count = Number(process.env.MUTATIONS ?? 1_000);

it(`finds each of ${count} random changes to an export, with both checkers, and the untouched one is whole`, async () => {
  const { whole, head, next } = await mutations(seed);
  const known = readFingerprint(head)!;
  const unchanged = [await checked(whole, { known }), await verify([whole], known)];
  expect(unchanged.map(({ problem }) => problem)).toEqual([undefined, undefined]);

  const found: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const { kind, bytes } = next();
    const ours = await checked(bytes, { known });
    const theirs = await verify([bytes], known);
    const label = `change ${i} of seed ${seed}: ${kind}`;
    expect(ours.problem, label).toBeDefined();
    expect(theirs.problem, label).toEqual(ours.problem);
    found[kind] = (found[kind] ?? 0) + 1;
  }
  expect(Object.values(found).reduce((sum, one) => sum + one, 0)).toBe(count);
  if (process.env.MUTATIONS) console.info(found);
}, 120_000);
