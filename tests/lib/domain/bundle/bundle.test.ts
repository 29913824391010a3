import { describe, expect, it } from 'vitest';
import { lineOf } from '@/lib/domain/bundle/bundle-items';
import { BundleOutrun } from '@/lib/domain/bundle/bundle-write';
import {
  acceptanceWays,
  recordStates,
  type Signer,
  scenarios,
} from '@/lib/domain/record/attestation';
import { fileOrigins, nameDigest } from '@/lib/domain/record/evidence';
import { partnerRoles } from '@/lib/domain/settings';
import { fingerprintOf, readFingerprint } from '@/lib/domain/trail/fingerprint';
import { sha256 } from '@/lib/domain/trail/sha256';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import {
  genesis,
  type Head,
  linkEvent,
  personOf,
  type UnlinkedEvent,
} from '@/lib/domain/trail/trail-chain';
import { sayProblem, verify } from '@/lib/verify/verify.mjs';
import { id, lea, writerA, writerB } from '../trail/trail-sample';
import { checked, chunksOf, sourceOf, textOf, wholeTrail } from './bundle-sample';

const trail = await wholeTrail();
const text = await textOf(sourceOf(trail));
const lines = text.split('\n');
const utf8 = new TextEncoder();

/** What both checkers say: they must agree. */
async function problemOf(changed: string | Uint8Array, head?: string) {
  const bytes = typeof changed === 'string' ? utf8.encode(changed) : changed;
  const known = head === undefined ? undefined : readFingerprint(head);
  const ours = await checked(bytes, known ? { known } : {});
  const theirs = await verify(chunksOf(bytes, 1_000), known);
  expect(theirs.problem).toEqual(ours.problem);
  if (theirs.problem) expect(sayProblem(theirs.problem)).toMatch(/^[A-Z].*[.:].*\n/s);
  return ours.problem;
}

/** The file with its end made anew, as somebody would who knows the layout. */
function resealed(changed: string[], heads: object[]): string {
  const before = changed.join('\n');
  const end = { heads, seal: sha256(`${before}\n`) };
  return `${before}\n${lineOf({ end } as Parameters<typeof lineOf>[0])}\n]\n`;
}

const isEvent = (line: string) => line.startsWith('{"event"');
const eventAt = (place: number) =>
  lines.findIndex((line) => line.includes(`"sequence":${place},`) && isEvent(line));

describe('a whole file', () => {
  it('is whole for both checkers, which count the same', async () => {
    const ours = await checked(utf8.encode(text));
    const theirs = await verify(chunksOf(utf8.encode(text), 777));
    if (ours.problem || theirs.problem)
      throw new Error(JSON.stringify(ours.problem ?? theirs.problem));
    expect(ours.report).toMatchObject({
      events: 14,
      records: 5,
      people: 4,
      files: 1,
      erasures: 2,
      checkpoints: [{ writer: writerB, sequence: 2 }],
    });
    const { events, records, people, files, erasures, since, until } = ours.report;
    expect(theirs.report).toMatchObject({ events, records, people, files, erasures, since, until });
  });

  it('is JSON, one item a line', () => {
    const parsed = JSON.parse(text) as object[];
    expect(parsed.length).toBe(lines.length - 3);
    expect(parsed.slice(1, -1).every((item) => Object.keys(item).length === 1)).toBe(true);
  });

  it('is the same text however the trail was read', async () => {
    for (const length of [1, 5, 100]) expect(await textOf(sourceOf(trail, length))).toBe(text);
  });

  it('is, byte for byte, what version 1 of the layout has always been', async () => {
    expect(sha256(text)).toBe('584c9e6dadf19f3f5c97de6feaed83fa7568ea2188dba45375c74518d3cb5d44');
    expect(sha256(await textOf(sourceOf(await wholeTrail(40, [300, 3_000_000]), 7)))).toBe(
      '4170eb7cea3f2d3e887bb9f02ac71906898f8b5505c58ab67f9746335cd07620',
    );
  });

  it('is whole with a file of several pieces', async () => {
    const large = await textOf(sourceOf(await wholeTrail(2, [10, 2_000_000])));
    expect(await problemOf(large)).toBeUndefined();
    expect(await problemOf(large.replace('"part":1', '"part":2'))).toMatchObject({
      code: 'file-changed',
    });
  });

  it('may be empty', async () => {
    const empty = { events: [], people: [], files: new Map(), checkpoints: [] };
    expect(await problemOf(await textOf(sourceOf(empty)))).toBeUndefined();
  });
});

describe('what was changed is named where it is', () => {
  it.each<[string, string, string, number?]>([
    ['nothing', '', 'not-ours'],
    ['a table', 'name,date\r\n', 'not-ours'],
    ['another list', '[\n{"a":1}\n]\n', 'not-ours'],
    ['another format', text.replace('countersign-trail', 'countersign-trial'), 'not-ours'],
    ['a newer version', text.replace('"version":1,"writer"', '"version":2,"writer"'), 'newer'],
    ['a byte order mark', `\ufeff${text}`, 'not-ours'],
    ['other line ends', text.replaceAll('\n', '\r\n'), 'not-ours'],
    ['an edited product', text.replace('Countersign 0.1.0', 'Countersign 0.1.1'), 'seal-broken'],
    ['an edited date', text.replace('2026-11-22T12:00', '2026-11-22T12:01'), 'seal-broken'],
    [
      'a prototype at the top',
      text.replace('{"exportedAt"', '{"__proto__":{"x":1},"exportedAt"'),
      'malformed',
    ],
    [
      'a field twice',
      text.replace('"version":1,"writer"', '"version":1,"version":1,"writer"'),
      'layout',
      2,
    ],
    ['a space', lines.with(4, `${lines[4]} `).join('\n'), 'layout', 5],
    ['a comma gone', lines.with(4, lines[4]!.slice(0, -1)).join('\n'), 'layout', 5],
    ['half a character', text.replace('Contoso 1"', 'Contoso \\ud800"'), 'layout'],
    ['something after the end', `${text}{}\n`, 'layout', lines.length],
    ['an edited company', text.replace('Contoso 3', 'Contoso 9'), 'changed'],
    ['an edited person', text.replace('CFO 3', 'CFO 9'), 'person-changed'],
    ['an edited file name', text.replace('Unterschrift 1', 'Unterschrift 2'), 'name-changed'],
    ['another byte of a file', text.replace('"data":"A', '"data":"B'), 'file-changed'],
    ['an edited checkpoint', text.replace('"events":2,', '"events":3,'), 'seal-broken'],
    ['a dropped event', lines.toSpliced(eventAt(4), 1).join('\n'), 'missing'],
    ['a dropped event with its person', lines.toSpliced(eventAt(5), 2).join('\n'), 'missing'],
    ['an event twice', lines.toSpliced(eventAt(4), 0, lines[eventAt(4)]!).join('\n'), 'added'],
    [
      'two events changed about',
      lines.toSpliced(eventAt(9), 2, lines[eventAt(9) + 1]!, lines[eventAt(9)]!).join('\n'),
      'moved',
      eventAt(9) + 1,
    ],
    [
      'a dropped person',
      lines.filter((line) => !line.includes('CFO 3"')).join('\n'),
      'person-missing',
    ],
    [
      'a person twice',
      lines.flatMap((line) => (line.includes('CFO 3"') ? [line, line] : [line])).join('\n'),
      'person-stray',
    ],
    [
      'a dropped file',
      lines.filter((line) => !/^\{"(file|piece)/.test(line)).join('\n'),
      'file-missing',
    ],
    [
      'dropped bytes of a file',
      lines.filter((line) => !line.startsWith('{"piece')).join('\n'),
      'file-changed',
    ],
    [
      'a dropped checkpoint',
      lines.filter((line) => !line.startsWith('{"checkpoint')).join('\n'),
      'missing',
    ],
  ])('%s', async (_name, changed, code, line) => {
    expect(changed).not.toBe(text);
    const problem = await problemOf(changed);
    expect(problem?.code).toBe(code);
    if (line !== undefined) expect(problem?.line).toBe(line);
  });

  it('names the event that was changed, its line and its chain', async () => {
    const changed = text.replace('Contoso 3', 'Contoso 9');
    const line = eventAt(5) + 1;
    expect(await problemOf(changed)).toEqual({
      code: 'changed',
      line,
      writer: writerA,
      sequence: 5,
    });
  });

  it('finds a file cut anywhere', async () => {
    for (let end = 0; end < text.length; end += 61)
      expect(['truncated', 'not-ours']).toContain((await problemOf(text.slice(0, end)))?.code);
    expect(await problemOf(text.slice(0, -1))).toMatchObject({ code: 'truncated' });
    expect(await problemOf(lines.slice(0, 9).join('\n'))).toMatchObject({ code: 'truncated' });
  });

  it('finds a line that has no end', async () => {
    const endless = new Uint8Array(5_000_000).fill(0x20);
    expect(await problemOf(endless)).toMatchObject({ code: 'not-ours' });
  });

  it('leaves every object’s prototype alone', async () => {
    await problemOf(text.replace('"kind":"moved"', '"__proto__":{"polluted":1},"kind":"moved"'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('against a fingerprint noted elsewhere', () => {
  const own = trail.events.filter(({ writer }) => writer === writerA);
  const other = trail.events.at(-1)!;
  const heads = (last: (typeof own)[number]) =>
    [last, other].map(({ writer, sequence, hash }) => ({ writer, sequence, hash }));
  const end = fingerprintOf(own.at(-1)!);

  it('holds its end, an earlier place, and the last event before a checkpoint', async () => {
    expect(await problemOf(text, end)).toBeUndefined();
    expect(await problemOf(text, fingerprintOf(own[4]!))).toBeUndefined();
    expect(await problemOf(text, fingerprintOf(trail.checkpoints[0]!))).toBeUndefined();
    const { report } = await verify([utf8.encode(text)], readFingerprint(fingerprintOf(own[4]!))!);
    expect(report?.afterKnown).toBe(own.length - 5);
  });

  it('shows that a tail was cut, also when the file was made to fit', async () => {
    const without = lines
      .slice(0, -3)
      .filter((line) => !line.includes(`"sequence":${own.length},`));
    const cut = resealed(without, heads(own.at(-2)!));
    // The erased file is missed: the event that says so was cut off. Without any erasure nothing would show.
    const shown = await problemOf(cut, end);
    expect(shown).toMatchObject({ code: 'tail-missing', writer: writerA, sequence: own.length });
  });

  it('shows that a chain was written anew', async () => {
    const { hash: _h, previousHash: _p, sequence: _s, ...body } = own.at(-1)!;
    const again = linkEvent({ ...body, reason: 'another' } as UnlinkedEvent, own.at(-2)!);
    const anew = lines
      .slice(0, -3)
      .map((line) =>
        line.includes(`"hash":"${own.at(-1)!.hash}"`) && isEvent(line)
          ? lineOf({ event: again })
          : line,
      );
    // Whoever makes a chain anew must also write its fingerprint at the top.
    expect(await problemOf(resealed(anew, heads(again)))).toMatchObject({
      code: 'top-contradicts',
      line: 2,
    });
    const top = anew[1]!.replace(end, fingerprintOf(again));
    const made = resealed(anew.with(1, top), heads(again));
    expect(await problemOf(made)).toBeUndefined();
    expect(await problemOf(made, end)).toMatchObject({ code: 'rewritten', sequence: own.length });
  });

  it('must be at the top: of the installation that wrote the file or, without a chain of its own, of the longest', async () => {
    const body = lines.slice(0, -3);
    const top = (changes: object) => {
      const item = JSON.parse(body[1]!.slice(0, -1)) as { top: object };
      const changed = { top: { ...item.top, ...changes } } as Parameters<typeof lineOf>[0];
      return resealed(body.with(1, lineOf(changed)), heads(own.at(-1)!));
    };
    for (const changes of [
      { fingerprint: '' },
      { fingerprint: '1-0000-0000-0000-0000' },
      { fingerprint: fingerprintOf(own[4]!) },
      { writer: writerB },
    ])
      expect(await problemOf(top(changes))).toEqual({ code: 'top-contradicts', line: 2 });
    expect(await problemOf(top({}))).toBeUndefined();
    expect(await problemOf(top({ writer: id(1) }))).toBeUndefined();
    expect(await problemOf(top({ writer: writerB, fingerprint: fingerprintOf(other) }))).toBe(
      undefined,
    );
  });

  it('cannot show what lies before a checkpoint', async () => {
    const gone = fingerprintOf({ sequence: 1, hash: 'f'.repeat(64) });
    expect(await problemOf(text, gone)).toMatchObject({ code: 'head-pruned', writer: writerB });
  });
});

describe('what only a made-up file holds', () => {
  const { hash: _h, previousHash: _p, sequence: _s, ...first } = trail.events[0]!;
  const one = linkEvent(first as UnlinkedEvent, { sequence: 0, hash: '0'.repeat(64) });
  const twice = (again: object) => {
    const two = linkEvent({ ...first, attemptId: id(5), ...again } as UnlinkedEvent, one);
    const events = [one, two];
    return textOf(sourceOf({ ...trail, events, checkpoints: [], files: new Map() }));
  };

  it('a record that begins twice', async () => {
    expect(await problemOf(await twice({}))).toMatchObject({ code: 'record-twice', sequence: 2 });
  });

  it('a save that was written twice', async () => {
    const made = await twice({ recordId: id(77), attemptId: first.attemptId });
    expect(await problemOf(made)).toMatchObject({ code: 'attempt-twice', sequence: 2 });
  });

  it('an event of a record that never began', async () => {
    const {
      case: _c,
      signer: _g,
      reason: _r,
      version: _v,
      ...link
    } = first as Record<string, unknown>;
    const moved = {
      ...link,
      kind: 'moved',
      state: 'refused',
      occurredOn: '',
      note: '',
      recordId: id(88),
    };
    const event = linkEvent(moved as unknown as UnlinkedEvent, {
      sequence: 0,
      hash: '0'.repeat(64),
    });
    const made = await textOf(
      sourceOf({ ...trail, events: [event], checkpoints: [], files: new Map() }),
    );
    expect(await problemOf(made)).toMatchObject({ code: 'record-missing', sequence: 1 });
  });

  describe('what two events cannot both have', () => {
    const person = personOf(lea, 'a'.repeat(64));
    const other = personOf(lea, 'b'.repeat(64));
    const bytes = Uint8Array.of(1, 2, 3);
    const name = { fileId: id(701), name: 'a.bin', salt: 'c'.repeat(64) };
    const file = {
      fileId: name.fileId,
      sha256: sha256(bytes),
      bytes: 3,
      type: '',
      origin: 'picked',
      nameDigest: nameDigest(name.name, name.salt),
    };
    const { format, at, offsetMinutes, by } = first;
    const content = first as TrailEvent & { kind: 'recorded' };
    const begun = (number: number, signer: string, writer = writerA) => ({
      kind: 'recorded',
      writer,
      recordId: id(number),
      version: 1,
      case: content.case,
      signer,
      reason: '',
    });
    const attached = (number: number) => ({ kind: 'attached', recordId: id(number), file });
    const erased = (number: number, signers: string[], fileIds: string[] = []) => ({
      kind: 'erased',
      recordId: id(number),
      signers,
      fileIds,
      reason: '',
    });
    /** A file of these events, with the people and the file of those that name them. */
    const fileOf = (people: TrailPerson[], hasFile: boolean, ...bodies: object[]) => {
      const ends = new Map<string, Head>();
      const events = bodies.map((body, place) => {
        const about = {
          format,
          at,
          offsetMinutes,
          by,
          writer: writerA,
          attemptId: id(900 + place),
        };
        const event = { ...about, ...body } as UnlinkedEvent;
        const linked = linkEvent(event, ends.get(event.writer) ?? genesis);
        ends.set(event.writer, linked);
        return linked;
      });
      const files = new Map(hasFile ? [[file.fileId, { name, bytes }]] : []);
      return textOf({ ...sourceOf({ events, people, files, checkpoints: [] }), asItIs: true });
    };

    it('one person', async () => {
      const made = await fileOf([person], false, begun(1, person.digest), begun(2, person.digest));
      expect(await problemOf(made)).toMatchObject({ code: 'person-twice', sequence: 2 });
    });

    it('one file', async () => {
      const made = await fileOf([person], true, begun(1, person.digest), attached(1), attached(1));
      expect(await problemOf(made)).toMatchObject({ code: 'file-twice', sequence: 3 });
    });

    it('the right to erase a person or a file', async () => {
      const two = [begun(1, person.digest), begun(2, other.digest)];
      const people = await fileOf([other], false, ...two, erased(2, [person.digest]));
      expect(await problemOf(people)).toMatchObject({ code: 'erasure-stray', sequence: 3 });
      const files = await fileOf(
        [person, other],
        false,
        ...two,
        attached(1),
        erased(2, [], [file.fileId]),
      );
      expect(await problemOf(files)).toMatchObject({ code: 'erasure-stray', sequence: 4 });
    });

    it('but another installation may erase what belongs to the same record', async () => {
      const made = await fileOf(
        [],
        false,
        // In order of the writers: what was erased comes after the event that says so.
        erased(1, [person.digest], [file.fileId]),
        begun(1, person.digest, writerB),
        { ...attached(1), writer: writerB },
      );
      expect(await problemOf(made)).toBeUndefined();
    });
  });

  /** A file of one event, hashed and sealed as it must be. */
  const alone = (body: object) => {
    const before = { sequence: 0, hash: '0'.repeat(64) };
    const event = linkEvent({ ...first, ...body } as unknown as UnlinkedEvent, before);
    const source = sourceOf({ ...trail, events: [event], checkpoints: [], files: new Map() });
    return textOf({ ...source, asItIs: true });
  };

  it('an event that says more than an event can', async () => {
    expect(await problemOf(await alone({ extra: 1 }))).toMatchObject({
      code: 'malformed',
      sequence: 1,
    });
  });

  /** A file of a record and one more event of it. */
  const followed = (body: object, asItIs = false) => {
    const {
      case: _c,
      signer: _g,
      reason: _r,
      version: _v,
      ...link
    } = first as TrailEvent & {
      kind: 'recorded';
    };
    const next = { ...link, attemptId: id(6), ...body } as unknown as UnlinkedEvent;
    const events = [one, linkEvent(next, one)];
    const source = sourceOf({ ...trail, events, checkpoints: [], files: new Map() });
    return textOf({ ...source, asItIs });
  };
  const noted = first as TrailEvent & { kind: 'recorded' };
  const moved = { kind: 'moved', state: 'refused', occurredOn: '', note: '' };
  const seen = { quote: '', language: '', address: '', at: '' };
  const file = {
    fileId: id(701),
    sha256: 'a'.repeat(64),
    bytes: 3,
    type: 'image/png',
    origin: 'picked',
    nameDigest: 'b'.repeat(64),
  };
  const without = (value: object, key: string) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

  it.each<[string, object]>([
    ['another format', { format: 9 }],
    ['a moment in words', { at: 'yesterday' }],
    ['a moment without seconds', { at: '2026-11-22T12:00Z' }],
    ['a moment in a list', { at: ['2026-11-22T12:00:00Z'] }],
    ['a day that does not exist', { at: '2026-02-30T12:00:00Z' }],
    ['a name for a person', { by: 'Bill' }],
    ['a person without a role', { by: { name: 'Bill' } }],
    ['a person with more', { by: { name: 'Bill', role: '', age: 4 } }],
    ['a long name', { by: { name: 'x'.repeat(301), role: '' } }],
    ['half an id', { recordId: id(1).slice(1) }],
    ['an attempt without an id', { attemptId: '' }],
    ['version 0', { version: 0 }],
    ['a version in words', { version: '1' }],
    ['a short digest', { signer: 'abc' }],
    ['a long reason', { reason: 'x'.repeat(2_001) }],
    ['a case in words', { case: 'Contoso' }],
    ['a list for a case', { case: [] }],
    ['a case with more', { case: { ...noted.case, note: '' } }],
    ['a case with less', { case: without(noted.case, 'country') }],
    ['an unknown scenario', { case: { ...noted.case, scenario: 'third' } }],
    ['an unknown way', { case: { ...noted.case, acceptedHow: 'nodding' } }],
    ['an unknown role', { case: { ...noted.case, recorderRole: 'king' } }],
    ['a number for a country', { case: { ...noted.case, country: 1 } }],
    ['a long country', { case: { ...noted.case, country: 'x'.repeat(301) } }],
    ['a long note', { case: { ...noted.case, evidenceNote: 'x'.repeat(10_001) } }],
    ['two names that look like one', { case: { 'a,b': 1 } }],
    ['a page in words', { seen: 'https://admin.microsoft.com/' }],
    ['no page', { seen: null }],
    ['a page without a moment', { seen: without(seen, 'at') }],
    ['a page with more', { seen: { ...seen, title: '' } }],
    ['a kind in a list', { kind: ['recorded'] }],
    ['an unknown kind', { kind: 'deleted' }],
  ])('a record with %s', async (_name, body) => {
    expect(await problemOf(await alone(body))).toMatchObject({ code: 'malformed', sequence: 1 });
  });

  it.each<[string, object]>([
    ['an unknown state', { ...moved, state: 'done' }],
    ['a state in a list', { ...moved, state: ['refused'] }],
    ['a long day', { ...moved, occurredOn: '2026-11-22T12' }],
    ['a long note', { ...moved, note: 'x'.repeat(10_001) }],
    ['a page', { ...moved, seen }],
    ['a file in words', { kind: 'attached', file: 'a.png' }],
    ['a file of no bytes', { kind: 'attached', file: { ...file, bytes: 0 } }],
    ['a file that is too large', { kind: 'attached', file: { ...file, bytes: 10_485_761 } }],
    ['a file of no type', { kind: 'attached', file: { ...file, type: 'image' } }],
    ['a file from nowhere', { kind: 'attached', file: { ...file, origin: 'mailed' } }],
    ['a file without its name', { kind: 'attached', file: without(file, 'nameDigest') }],
    ['people in words', { kind: 'erased', signers: 'all', fileIds: [], reason: '' }],
    ['people by name', { kind: 'erased', signers: ['Lea'], fileIds: [], reason: '' }],
    ['files by name', { kind: 'erased', signers: [], fileIds: ['a.png'], reason: '' }],
    ['no reason', { kind: 'erased', signers: [], fileIds: [] }],
  ])('an event after it with %s', async (_name, body) => {
    const problem = await problemOf(await followed(body, true));
    expect(problem).toMatchObject({ code: 'malformed', sequence: 2 });
  });

  it('takes every word that the extension knows, and nothing else', async () => {
    const cases = [
      ...scenarios.map((scenario) => ({ scenario })),
      ...acceptanceWays.map((acceptedHow) => ({ acceptedHow })),
      ...partnerRoles.map((recorderRole) => ({ recorderRole })),
    ];
    for (const part of cases) {
      const made = await alone({ case: { ...noted.case, ...part }, seen });
      expect(await problemOf(made), JSON.stringify(part)).toBeUndefined();
    }
    for (const state of recordStates)
      expect(await problemOf(await followed({ ...moved, state })), state).toBeUndefined();
    for (const origin of fileOrigins) {
      const made = await followed({ kind: 'attached', file: { ...file, origin } }, true);
      expect(await problemOf(made), origin).toMatchObject({ code: 'file-missing' });
    }
  });

  it.each([
    ['2026-11-22T12:00Z', 'malformed'],
    ['2026-11-22T24:00:00Z', 'malformed'],
    ['2026-11-22T12:00:60Z', 'malformed'],
    ['2026-11-22T12:00:00+00:00', 'malformed'],
    ['2026-11-22T12:00:00Z', undefined],
    ['2000-02-29T12:00:00.123456789Z', undefined],
  ])('the moment %s in the top and in a checkpoint', async (moment, code) => {
    const { heads } = JSON.parse(lines.at(-3)!).end as { heads: object[] };
    for (const kind of ['top', 'checkpoint']) {
      const at = lines.findIndex((line) => line.startsWith(`{"${kind}"`));
      const changed = lines[at]!.replace(/"(at|exportedAt)":"[^"]+"/, `"$1":"${moment}"`);
      const made = resealed(lines.with(at, changed).slice(0, -3), heads);
      expect((await problemOf(made))?.code, kind).toBe(code);
    }
  });

  it('a person with more than a person has, or less', async () => {
    for (const signer of [{ ...lea, age: 4 }, without(lea, 'email'), 'Lea', { ...lea, email: 1 }]) {
      const person = personOf(signer as Signer, 'a'.repeat(64));
      const event = linkEvent({ ...noted, signer: person.digest } as UnlinkedEvent, {
        sequence: 0,
        hash: '0'.repeat(64),
      });
      const source = { ...trail, events: [event], people: [person], checkpoints: [] };
      const made = await textOf(sourceOf({ ...source, files: new Map() }));
      expect(await problemOf(made)).toMatchObject({ code: 'malformed', line: 4 });
    }
  });

  it.each(['2', [2], true, null, {}, 1.5])('version %j of the layout', async (version) => {
    const changed = text.replace(
      '"version":1,"writer"',
      `"version":${JSON.stringify(version)},"writer"`,
    );
    const code = version === 1.5 ? 'newer' : 'malformed';
    expect(await problemOf(changed)).toMatchObject({ code, line: 2 });
  });

  it('a version nested without end, in which neither checker is lost', async () => {
    const nested = '['.repeat(50_000) + ']'.repeat(50_000);
    const changed = text.replace('"version":1,"writer"', `"version":${nested},"writer"`);
    expect(await problemOf(changed)).toMatchObject({ code: 'layout', line: 2 });
  });

  it.each([9e15, 1441, -1441, 0.5, '60', null])('an offset from UTC of %j', async (offset) => {
    const made = await alone({ offsetMinutes: offset });
    expect(await problemOf(made)).toMatchObject({ code: 'malformed', sequence: 1 });
  });

  it.each([1440, -1440, 0])('an offset from UTC of %j is one', async (offset) => {
    expect(await problemOf(await alone({ offsetMinutes: offset }))).toBeUndefined();
  });
});

describe('writing', () => {
  it('says that the trail was outrun when a person or a file is gone and no event says why', async () => {
    const noPeople = { ...trail, people: [] };
    const noFiles = { ...trail, files: new Map() };
    await expect(textOf(sourceOf(noPeople))).rejects.toThrow(BundleOutrun);
    await expect(textOf(sourceOf(noFiles))).rejects.toThrow(BundleOutrun);
    const asItIs = await textOf({ ...sourceOf(noFiles), asItIs: true });
    expect(await problemOf(asItIs)).toMatchObject({ code: 'file-missing' });
  });

  it('says so of a file whose name is there and whose bytes are lost, and writes it as it is when asked', async () => {
    const source = sourceOf(trail);
    const readFile: typeof source.readFile = async (file) => {
      const found = await source.readFile(file);
      return found && { ...found, pieces: (async function* () {})() };
    };
    await expect(textOf({ ...source, readFile })).rejects.toThrow(BundleOutrun);
    const asItIs = await textOf({ ...source, readFile, asItIs: true });
    expect(await problemOf(asItIs)).toBeDefined();
  });

  it('leaves out what was written after it began', async () => {
    const heads = sourceOf(trail).heads.map((head) =>
      head.writer === writerA ? { ...head, sequence: 8, hash: trail.events[7]!.hash } : head,
    );
    const early = { ...trail, people: (await wholeTrail()).people };
    expect(
      await problemOf(await textOf({ ...sourceOf(early, 3, heads), asItIs: true })),
    ).toMatchObject({
      // The erased person: at that place nothing said yet that she was.
      code: 'person-missing',
    });
  });
});
