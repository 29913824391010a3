import { expect, it } from 'vitest';
import { isLarge } from '@/lib/page/nodes';
import { nodesThat, passages, piecesOf, surroundings } from '@/lib/page/page-text';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const deep = `${'<div>'.repeat(60)}deep${'</div>'.repeat(60)}`;
const wide = Array.from({ length: 70 }, (_, i) => `<p>row ${i}</p>`).join('');

it.each([
  ['nothing', ''],
  ['one text', 'text'],
  ['a deep tree', deep],
  ['many neighbours', wide],
  ['all of it', `<header>a</header><main>${wide}${deep}</main><footer>z</footer>`],
])('cuts %s into pieces that hold all text, in order, once', (_name, html) => {
  const body = page(html);
  const [passage] = passages(body);
  expect(passage?.text).toBe(body.textContent);
  expect(piecesOf(body).length).toBeLessThan(260);
});

it('leaves out comments and scripts that are pieces by themselves', () => {
  const [passage] = passages(
    page('<p>a</p><!-- b --><script type="text/plain">c</script><p>d</p>'),
  );
  expect(passage?.text).toBe('ad');
});

it('lets passages overlap, since a sentence may begin in one and end in the next', () => {
  const [first, second] = passages(page(`<p>${'x'.repeat(20_000)}end</p><p>of it</p>`));
  expect(first?.text.endsWith('end')).toBe(true);
  expect(second?.text.endsWith('endof it')).toBe(true);
});

it('finds the nodes of a text among many neighbours', () => {
  const [passage] = passages(page(wide));
  const found = [...nodesThat((text) => text.includes('row 47'), passage?.pieces ?? [])];
  expect(found.map((node) => node.textContent)).toEqual(['row 47']);
});

it('takes a small part of a page in one', () => {
  const part = page(`<main>${wide}</main>`).firstElementChild as Element;
  expect([...piecesOf(part)]).toEqual([{ node: part }]);
});

it('reads neighbours that came together once, with what is around them as far as that is small', () => {
  const body = page('<main><ul><li>a</li><li>b</li></ul></main>');
  expect([...surroundings(new Set(body.querySelectorAll('li')))]).toEqual([
    document.documentElement,
  ]);
});

it('reads each by itself where what is around them is large, and none that has gone', () => {
  const body = page(`<main>${wide}</main>`);
  const rows = [...body.querySelectorAll('p')].slice(0, 3);
  rows[2]?.remove();
  expect([...surroundings(new Set(rows))]).toEqual(rows.slice(0, 2));
});

it.each([
  [59, false],
  [60, false],
  [61, true],
])('takes a node with %i elements for one with more than 60: %s', (count, isMore) => {
  expect(isLarge(page('<p></p>'.repeat(count)), 60)).toBe(isMore);
});
