import { expect, it } from 'vitest';
import { readPages } from '@/lib/domain/read-ahead';

it('reads a list to its end that becomes longer at its beginning while its last pages are asked for', async () => {
  const list = Array.from({ length: 10 }, (_, place) => `old ${place}`);
  let asked = 0;
  const page = async (offset: number) => {
    asked += 1;
    if (asked === 2) list.unshift('added meanwhile');
    return { entries: list.slice(offset, offset + 5), total: list.length };
  };
  const read = new Set<string>();
  for await (const { entries } of readPages(5, list.length, page))
    for (const one of entries) read.add(one);
  for (let place = 0; place < 10; place++) expect(read).toContain(`old ${place}`);
});

it('asks nothing of an empty list, and no page twice', async () => {
  const offsets: number[] = [];
  const ask = async (offset: number) => {
    offsets.push(offset);
    return { total: 12 };
  };
  for await (const _ of readPages(5, 0, ask)) expect.fail();
  for await (const _ of readPages(5, 12, ask));
  expect(offsets).toEqual([0, 5, 10]);
});
