import { expect, it } from 'vitest';
import { sweep } from '@/lib/page/sweep';

function swept(html: string, alsoSpoken = true): string[] {
  document.body.innerHTML = html;
  const names = new Set<string>();
  const note = (element: Element) => {
    if (element.id) names.add(element.id);
  };
  const all = sweep(document, note, alsoSpoken);
  for (const _ of all);
  return [...names].sort();
}

// A small page is cut down to its texts: what holds them must be visited all the same.
it.each([
  ['without a child', '<span id="a"></span>', ['a']],
  ['with a text', '<span id="a">!</span>', ['a']],
  [
    'with elements in it',
    '<x-card id="a"><p id="b">One</p><div id="c"><i>two</i></div></x-card>',
    ['a', 'b', 'c'],
  ],
  ['around a long list', `<ul id="a" title="t">${'<li><b>x</b></li>'.repeat(500)}</ul>`, ['a']],
  [
    'in a long list',
    `<div>${'<p>x</p>'.repeat(300)}<p id="a">x</p>${'<p>x</p>'.repeat(300)}</div>`,
    ['a'],
  ],
  ['that only speaks', '<button id="a" aria-label="Yes">i</button>', ['a']],
])('visits an element %s', (_, html, ids) => {
  expect(swept(html)).toEqual(ids);
});

it('leaves out what can only speak where that is not asked', () => {
  const list = '<li><i>i</i></li>'.repeat(300);
  const html = `<ul>${list}<li><b><button id="a" aria-label="Yes"></button><div id="b"></div></b></li></ul>`;
  expect(swept(html)).toEqual(['a', 'b']);
  expect(swept(html, false)).toEqual(['b']);
});
