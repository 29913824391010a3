import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '@/components/dashboard/keep-focus';

let stop: AbortController;
const one = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const later = () => new Promise((done) => setTimeout(done, 80));

beforeEach(() => {
  stop = new AbortController();
  document.body.innerHTML = `
    <main>
      <h1>History</h1>
      <section>
        <p role="status"> </p>
        <div><p role="status">3 of 30 records</p></div>
        <div class="bar"><button type="button">Clear</button></div>
      </section>
      <button type="button" class="later">Later</button>
    </main>`;
  keepFocus(document, stop.signal);
});
afterEach(() => stop.abort());

it('goes to the nearest status with something to say, or to a heading', async () => {
  one('.bar button').focus();
  one('.bar').remove();
  await later();
  expect(document.activeElement?.textContent).toBe('3 of 30 records');

  one('section').remove();
  one('.later').focus();
  one('.later').remove();
  await later();
  expect(document.activeElement?.tagName).toBe('H1');
});

it('leaves alone what somebody else has put in its place, and what was left on purpose', async () => {
  one('.bar button').focus();
  one('.bar').remove();
  one('.later').focus();
  await later();
  expect(document.activeElement).toBe(one('.later'));

  one('.later').blur();
  one('section').remove();
  await later();
  expect(document.activeElement).toBe(document.body);
});
