import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { useNarrow } from '@/components/use-narrow';

// The frame is as wide as the strip that holds it, which another process sets: between two tasks of ours.

const root = document.body.appendChild(document.createElement('div'));
const { happyDOM } = window as unknown as {
  happyDOM: { setViewport: (view: { width: number }) => void };
};
const widen = (width: number) => happyDOM.setViewport({ width });

function Shown({ name }: { name: string }) {
  return <p>{`${name} ${useNarrow() ? 'narrow' : 'wide'}`}</p>;
}

afterEach(() => act(() => render(null, root)));

it('follows the frame', async () => {
  widen(400);
  await act(() => render(<Shown name="panel" />, root));
  expect(root.textContent).toBe('panel wide');
  await act(() => widen(44));
  expect(root.textContent).toBe('panel narrow');
  await act(() => widen(400));
  expect(root.textContent).toBe('panel wide');
});

it('misses no change between being drawn and listening', async () => {
  widen(400);
  await act(() => {
    render(<Shown name="panel" />, root);
    widen(44);
  });
  expect(root.textContent).toBe('panel narrow');
});

it('keeps listening to one list, however often it is drawn', async () => {
  widen(400);
  const lists: MediaQueryList[] = [];
  const real = window.matchMedia;
  window.matchMedia = (query) => {
    const list = real.call(window, query);
    lists.push(list);
    return list;
  };
  try {
    await act(() => render(<Shown name="first" />, root));
    const { length } = lists;
    for (const name of ['second', 'third']) await act(() => render(<Shown name={name} />, root));
    expect(root.textContent).toBe('third wide');
    expect(lists).toHaveLength(length);
  } finally {
    window.matchMedia = real;
  }
});
