import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@/lib/domain/history-bundle';
import { sampleTrail, writerB } from './trail-sample';

const about = { product: 'Countersign 0.1.0', exportedAt: '2026-11-22T12:00:00.000Z' };
const one = await sampleTrail(3);
const other = await sampleTrail(1, writerB, 20);
const text = await written([one, other]);

async function written(slices: Parameters<typeof writeBundle>[1]): Promise<string> {
  let whole = '';
  for await (const part of writeBundle(about, slices)) whole += part;
  return whole;
}

async function codeOf(changed: string): Promise<string | undefined> {
  return (await readBundle(changed)).problem?.code;
}

it('reads what it wrote, however the trail was cut into slices', async () => {
  const read = await readBundle(text);
  if (read.problem) throw new Error(read.problem.code);
  expect(read.bundle.events).toEqual([...one.events, ...other.events]);
  expect(read.bundle.people).toEqual([...one.people, ...other.people]);
  expect(read.bundle.heads.map(({ sequence }) => sequence)).toEqual([6, 2]);
  const { events, people } = one;
  const thin = events.map((event) => ({
    events: [event],
    people: people.filter(({ digest }) => 'signer' in event && event.signer === digest),
  }));
  expect(await written([...thin, { events: [], people: [] }, other])).toBe(text);
});

it('writes and reads an empty trail', async () => {
  expect(await codeOf(await written([]))).toBeUndefined();
});

describe('refuses with a reason', () => {
  const lines = text.split('\n');
  it.each([
    ['nothing', '', 'not-json'],
    ['a table', 'name,date\r\n', 'not-json'],
    ['an empty object', '{}', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['another format', '{"format":"other","version":1}', 'not-ours'],
    ['a newer version', text.replace('"version":1,"product"', '"version":2,"product"'), 'newer'],
    ['a field renamed', text.replace('"product"', '"produce"'), 'malformed'],
    [
      'a prototype at the top',
      text.replace('{"format"', '{"__proto__":{"polluted":1},"format"'),
      'malformed',
    ],
    [
      'a prototype in an event',
      text.replace('"kind":"moved"', '"__proto__":{"polluted":1},"kind":"moved"'),
      'malformed',
    ],
    ['a constructor in a case', text.replace('"case":{', '"case":{"constructor":1,'), 'malformed'],
    ['an edited company', text.replace('Contoso 2', 'Contoso 9'), 'changed'],
    ['an edited person', text.replace('CFO 2', 'CFO 9'), 'person-changed'],
    ['an edited product', text.replace('Countersign 0.1.0', 'Countersign 0.1.1'), 'seal-broken'],
    ['an edited date', text.replace('2026-11-22T12:00', '2026-11-22T12:01'), 'seal-broken'],
    ['a dropped event', lines.toSpliced(3, 1).join('\n'), 'missing'],
    ['two events changed about', lines.toSpliced(3, 2, lines[4]!, lines[3]!).join('\n'), 'moved'],
    ['an event twice', lines.toSpliced(3, 0, lines[3]!).join('\n'), 'added'],
    ['a tail cut', lines.toSpliced(5, 2).join('\n'), 'tail-missing'],
    [
      'a dropped person',
      lines.filter((line) => !line.includes('CFO 2"')).join('\n'),
      'seal-broken',
    ],
    [
      'a person twice',
      lines.map((line) => (line.includes('CFO 2"') ? `${line}\n${line}` : line)).join('\n'),
      'person-stray',
    ],
  ])('%s', async (_name, changed, code) => {
    expect(changed).not.toBe(text);
    expect(await codeOf(changed)).toBe(code);
  });

  it('a file cut anywhere', async () => {
    for (let end = 0; end < text.trimEnd().length; end += 97)
      expect(['truncated', 'not-json']).toContain(await codeOf(text.slice(0, end)));
    expect(await codeOf(text.slice(0, 4_000))).toBe('truncated');
  });

  it('one changed sign anywhere', async () => {
    let seed = 5;
    for (let i = 0; i < 1_000; i++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const at = Math.floor((seed / 2 ** 32) * (text.length - 1));
      const sign = text[at] === 'b' ? 'c' : 'b';
      const code = await codeOf(text.slice(0, at) + sign + text.slice(at + 1));
      // A line's end may be any space, which changes nothing; a letter there is found.
      expect(code, `sign ${at}: ${text.slice(at - 20, at + 20)}`).toBeDefined();
    }
  });
});

it('leaves every object’s prototype alone', async () => {
  await readBundle(text.replace('{"format"', '{"__proto__":{"polluted":1},"format"'));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('reads a file that was saved with other spaces and a byte order mark', async () => {
  expect(await codeOf(`\ufeff${JSON.stringify(JSON.parse(text), null, 2)}`)).toBeUndefined();
});
