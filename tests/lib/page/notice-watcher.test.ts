import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchNotice } from '@/lib/page/notice-watcher';

const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';

let seen: string[] = [];
let gone = 0;
let stop = () => {};

function watch() {
  const watching = watchNotice(
    document,
    (quote) => seen.push(quote),
    () => gone++,
  );
  stop = watching.stop;
  return watching;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.innerHTML = '<h1>Billing</h1>';
  seen = [];
  gone = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const settle = (ms = 3_000) => vi.advanceTimersByTimeAsync(ms);

it.each([
  ['in a paragraph', `<p>${en}</p>`],
  [
    'split over inline elements',
    `<p>${en.replace('to your Partner', '<b>to your</b> <i>Partner</i>').replace(' of ', '\n        of ')}</p>`,
  ],
  ['split over blocks', `<div>${en.replace(' to confirm', '</div><div>to confirm')}</div>`],
  ['in an aria-label alone', `<button aria-label="${en}">i</button>`],
  ['beside a hidden twin', `<p><span style="display:none">${en}</span><span>${en}</span></p>`],
])('tells it once when it comes in late %s', async (_name, html) => {
  watch();
  await settle(500);
  document.body.insertAdjacentHTML('beforeend', html);
  await settle();
  expect(seen).toEqual([en]);
  expect(gone).toBe(0);
});

it.each([
  ['a script', `<script type="text/plain">${en}</script>`],
  ['a style', `<style>${en}</style>`],
  ['a template', `<template>${en}</template>`],
  ['a comment', `<!-- ${en} -->`],
  ['an input', `<input value="${en}">`],
  ['a textarea', `<textarea>${en}</textarea>`],
  ['an editable field', `<div contenteditable="true"><p>${en}</p></div>`],
  ['an element that is not displayed', `<div style="display:none"><p>${en}</p></div>`],
  ['an element kept from assistive technology', `<div aria-hidden="true">${en}</div>`],
  ['an invisible element', `<p style="visibility:hidden">${en}</p>`],
])('never reads %s', async (_name, html) => {
  watch();
  await settle(500);
  document.body.insertAdjacentHTML('beforeend', html);
  await settle();
  expect(seen).toEqual([]);
});

it('reads text that is changed in place', async () => {
  watch();
  await settle(500);
  const text = document.querySelector('h1')?.firstChild as Text;
  text.data = en;
  await settle();
  expect(seen).toHaveLength(1);
});

it('reads open shadow trees, also one that is attached late', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  watch();
  await settle(500);
  host.attachShadow({ mode: 'open' }).innerHTML = `<p>${en}</p>`;
  await settle();
  expect(seen).toHaveLength(1);
});

it('tells it again after it was gone, and not for a moment without it', async () => {
  document.body.innerHTML = `<div><p>${en}</p></div>`;
  const box = document.querySelector('div') as HTMLElement;
  watch();
  await settle();
  box.innerHTML = '';
  await settle(300);
  box.innerHTML = `<p>${en}</p>`;
  await settle();
  expect([seen.length, gone]).toEqual([1, 0]);

  box.innerHTML = '';
  await settle(4_000);
  expect([seen.length, gone]).toEqual([1, 1]);

  box.innerHTML = `<p>${en}</p>`;
  await settle();
  expect([seen.length, gone]).toEqual([2, 1]);
});

it('keeps silent about a page that only names the agreement', async () => {
  document.body.innerHTML =
    '<p>Your partner has confirmed your acceptance of the Microsoft Customer Agreement.</p>';
  watch();
  await settle();
  expect(seen).toEqual([]);
});

it('looks at once when asked to', () => {
  const { lookNow } = watch();
  expect(lookNow()).toBeUndefined();
  document.body.append(en);
  expect(lookNow()).toBe(en);
});

it('says at once whether what it saw stands there, before its patience ends', async () => {
  document.body.innerHTML = `<p>${en}</p>`;
  const { stands } = watch();
  await settle(500);
  expect(stands()).toBe(true);
  document.body.replaceChildren();
  expect(stands()).toBe(false);
  await settle(500);
  expect(gone).toBe(0);
  document.body.innerHTML = `<p>${en}</p>`;
  await settle(500);
  expect(stands()).toBe(true);
  expect([seen.length, gone]).toEqual([1, 0]);
});

it('says that it does not stand there also when that ends its patience', async () => {
  document.body.innerHTML = `<p>${en}</p>`;
  const { stands } = watch();
  await settle(500);
  document.body.replaceChildren();
  expect(stands()).toBe(false);
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_000);
  expect(stands()).toBe(false);
  expect(gone).toBe(1);
});

it('copes with a document that has no body yet', async () => {
  document.body.remove();
  const { lookNow } = watch();
  expect(lookNow()).toBeUndefined();
  await settle(500);
  const body = document.documentElement.appendChild(document.createElement('body'));
  body.innerHTML = `<p>${en}</p>`;
  await settle();
  expect(seen).toHaveLength(1);
});

it('stops wholly when it is told to', async () => {
  const { lookNow } = watch();
  await settle(500);
  stop();
  document.body.append(en);
  await settle();
  expect(seen).toEqual([]);
  expect(lookNow()).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

describe('under a storm', () => {
  let storm: ReturnType<typeof setTimeout> | undefined;
  beforeEach(() => {
    document.body.innerHTML = '<main></main><div id="table"></div>';
    const table = document.getElementById('table') as HTMLElement;
    table.innerHTML = '<p>row</p>'.repeat(40);
    let turn = 0;
    const step = () => {
      for (const row of [...table.children, ...table.children]) {
        (row.firstChild as Text).data = `row ${turn++}`;
      }
      storm = setTimeout(step, 50);
    };
    step();
  });
  afterEach(() => clearTimeout(storm));

  it.each([
    ['beside the loud part', 'main'],
    ['below the loud part', 'body'],
  ])('tells it %s', async (_name, place) => {
    watch();
    await settle();
    document.querySelector(place)?.insertAdjacentHTML('beforeend', `<p>${en}</p>`);
    await settle(1_200);
    expect(seen).toEqual([en]);
  });

  it('tells it inside the loud part, for as long as it stands there', async () => {
    watch();
    await settle();
    clearTimeout(storm);
    const row = document.querySelector('#table p') as HTMLElement;
    row.textContent = en;
    await settle(1_200);
    expect(seen).toEqual([en]);
  });

  it('reads a new neighbour of the loud part that changes later', async () => {
    watch();
    await settle();
    const late = document.body.appendChild(document.createElement('section'));
    late.innerHTML = '<p><b>x</b></p>';
    await settle(100);
    (late.querySelector('b') as HTMLElement).textContent = en;
    await settle(1_200);
    expect(seen).toEqual([en]);
  });
});
