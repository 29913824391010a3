import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { type TrailEvent, trailEventSchema } from '@/lib/domain/trail/trail';
import {
  digestOfLine,
  firstBreak,
  genesis,
  hashOf,
  hashOfLine,
  linkEvent,
  personOf,
  signerDigest,
} from '@/lib/domain/trail/trail-chain';
import { lea, sampleTrail, writerA, writerB } from './trail-sample';

const { events } = await sampleTrail(3);
const head = events.at(-1)!;
const changed = (at: number, change: object) =>
  events.map((event, i) => (i === at ? ({ ...event, ...change } as TrailEvent) : event));

/** Everything from a place on made anew: what only a head noted elsewhere can show. */
async function relinked(from: number, change: object): Promise<TrailEvent[]> {
  const made = events.slice(0, from);
  for (const event of events.slice(from)) {
    const { sequence: _s, previousHash: _p, hash: _h, ...body } = event;
    const next = made.length === from ? { ...body, ...change } : body;
    made.push(await linkEvent(next as typeof body, made.at(-1) ?? genesis));
  }
  return made;
}

it('finds nothing in a whole chain, and its events fit their schema', async () => {
  expect(firstBreak(events)).toBeUndefined();
  expect(firstBreak(events, { head })).toBeUndefined();
  expect(firstBreak([])).toBeUndefined();
  for (const event of events) expect(trailEventSchema.safeParse(event).success).toBe(true);
});

it('makes the same hashes of a text that is at hand', () => {
  for (const event of events) {
    const line = canonicalJson(event);
    expect(hashOfLine(line, event.hash)).toBe(event.hash);
    const other = 'f'.repeat(64);
    expect(hashOfLine(canonicalJson({ ...event, hash: other }), other)).toBe(event.hash);
    const edited = { ...event, at: '2026-11-22T08:00:00.000Z' };
    expect(hashOfLine(canonicalJson(edited), event.hash)).toBe(hashOf(edited));
  }
  // Not the event's own: a member of the same name further in.
  const twice = { a: { hash: 'x', more: 1 }, hash: 'x', z: 1 } as unknown as TrailEvent;
  expect(hashOfLine(canonicalJson(twice), 'x')).toBe(hashOf(twice));
  const person = personOf(lea, 'ab'.repeat(32));
  const line = canonicalJson(person);
  expect(digestOfLine(line, person)).toBe(person.digest);
  const salted = { ...person, salt: 'cd'.repeat(32) };
  expect(digestOfLine(canonicalJson(salted), salted)).toBe(signerDigest(lea, salted.salt));
  const more = { ...person, zone: 1 };
  expect(digestOfLine(canonicalJson(more), more)).toBe(person.digest);
});

describe('names what is wrong and where', () => {
  it.each([
    ['an edited field', changed(2, { at: '2026-11-22T08:00:00.000Z' }), 'changed', 3],
    ['an edited hash', changed(2, { hash: 'f'.repeat(64) }), 'changed', 3],
    ['a field too many', changed(2, { extra: 1 }), 'changed', 3],
    ['a dropped event', events.toSpliced(2, 1), 'missing', 3],
    ['a dropped beginning', events.slice(1), 'missing', 1],
    ['two events changed about', events.toSpliced(2, 2, events[3]!, events[2]!), 'moved', 4],
    ['an event given twice', events.toSpliced(3, 0, events[2]!), 'added', 3],
    ['an event of another writer', changed(2, { writer: writerB }), 'foreign', 3],
    ['a tail that was cut', events.slice(0, 4), 'tail-missing', 5],
    ['a whole chain that is gone', [], 'tail-missing', 1],
  ] as const)('%s', async (_name, chain, code, sequence) => {
    const found = firstBreak(chain, { head, writer: writerA });
    expect(found).toEqual({ code, sequence, writer: writerA });
  });

  it('an event that was edited and hashed again', async () => {
    const edited = { ...events[2]!, at: '2026-11-22T08:00:00.000Z' };
    const chain = events.with(2, { ...edited, hash: await hashOf(edited) });
    expect(firstBreak(chain, { head })).toMatchObject({ code: 'unlinked', sequence: 4 });
  });

  it('a chain made anew from a place on, when its head is known', async () => {
    const chain = await relinked(2, { at: '2026-11-22T08:00:00.000Z' });
    expect(firstBreak(chain)).toBeUndefined();
    expect(firstBreak(chain, { head })).toMatchObject({ code: 'rewritten', sequence: 6 });
  });

  it('events after the known head, unless the head was noted earlier', async () => {
    const earlier = events[3]!;
    expect(firstBreak(events, { head: earlier })).toMatchObject({
      code: 'added',
      sequence: 5,
    });
    expect(firstBreak(events, { head: earlier, mayGoOn: true })).toBeUndefined();
  });
});

it('checks a chain in slices', async () => {
  const rest = { writer: writerA, after: events[2]! };
  expect(firstBreak(events.slice(3), rest)).toBeUndefined();
  expect(firstBreak(events.slice(4), rest)).toMatchObject({ code: 'missing', sequence: 4 });
});

it('binds a person by a digest that depends on the salt', async () => {
  const person = await personOf(lea, '1'.repeat(64));
  expect(person.digest).toBe(await signerDigest(lea, '1'.repeat(64)));
  expect(person.digest).not.toBe(await signerDigest(lea, '2'.repeat(64)));
  expect(person.digest).not.toBe(await signerDigest({ ...lea, email: 'x@y.example' }, person.salt));
});
