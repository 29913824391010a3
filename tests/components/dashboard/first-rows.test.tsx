import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFirstRows } from '@/components/dashboard/history/use-first-rows';

// The first rows of a list come with one frame and all of them with the next, but never under somebody who is in it.

const frames: FrameRequestCallback[] = [];
let root: HTMLElement;
beforeEach(() => {
  frames.length = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => delete frames[id - 1]);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

function List({ rows }: { rows: readonly string[] }) {
  const body = useRef<HTMLDivElement>(null);
  const shown = useFirstRows(rows, body);
  return (
    <div ref={body}>
      {shown.map((row) => (
        <button key={row} type="button">
          {row}
        </button>
      ))}
    </div>
  );
}

const rowsOf = (name: string, count = 50) => Array.from({ length: count }, (_, at) => name + at);
const show = (rows: readonly string[]) => act(() => render(<List rows={rows} />, root));
const shown = () => root.querySelectorAll('button').length;
const drawFrame = () =>
  act(async () => {
    for (const frame of frames.splice(0)) frame?.(0);
    await new Promise((done) => setTimeout(done));
  });

it('draws a screenful, and the rest once that has been drawn', async () => {
  await show(rowsOf('a'));
  expect(shown()).toBe(20);
  await drawFrame();
  expect(shown()).toBe(50);
});

it('does so again for every other list, and draws a short one whole', async () => {
  await show(rowsOf('a'));
  await drawFrame();
  await show(rowsOf('b'));
  expect(shown()).toBe(20);
  // One that comes before the frame of the last takes its place.
  await show(rowsOf('c', 30));
  await drawFrame();
  expect(shown()).toBe(30);
  await show(rowsOf('d', 20));
  expect(shown()).toBe(20);
});

it('takes no row away from somebody who works in the list or has scrolled', async () => {
  await show(rowsOf('a'));
  await drawFrame();
  root.querySelectorAll('button')[40]!.focus();
  await show(rowsOf('b'));
  expect(shown()).toBe(50);
  await drawFrame();
  (document.activeElement as HTMLElement).blur();
  const scroller = { scrollTop: 300 };
  vi.spyOn(document, 'scrollingElement', 'get').mockReturnValue(scroller as HTMLElement);
  document.dispatchEvent(new Event('scroll'));
  await show(rowsOf('c'));
  expect(shown()).toBe(50);
  scroller.scrollTop = 0;
  document.dispatchEvent(new Event('scroll'));
  await show(rowsOf('d'));
  expect(shown()).toBe(20);
});
