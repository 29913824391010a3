import 'arrive';
import Mark from 'mark.js';
import { observe } from 'selector-observer';
import { mayHoldNotice } from '@/lib/domain/notice-matcher';
import { watchNotice } from '@/lib/page/notice-watcher';

// Every way of watching that the bench compares, behind one shape: begin, tell, stop.
type Candidate = (found: () => void) => () => void;

const phrase = 'Please reach out to your Partner to confirm your acceptance';
const all = { subtree: true, childList: true, characterData: true };

const ours: Candidate = (found) => {
  const stop = new AbortController();
  watchNotice(document, found, () => {}, stop.signal);
  return () => stop.abort();
};

const observing = (onRecords: () => void): (() => void) => {
  const observer = new MutationObserver(onRecords);
  observer.observe(document, all);
  return () => observer.disconnect();
};

const candidates: Record<string, Candidate> = {
  none: () => () => {},
  'empty observer': () => observing(() => {}),
  ours,
  'naive innerText': (found) =>
    observing(() => {
      if (document.body.innerText.includes(phrase)) found();
    }),
  'mark.js each 500 ms': (found) => {
    const timer = setInterval(
      () =>
        new Mark(document.body).mark(phrase, {
          separateWordSearch: false,
          acrossElements: true,
          each: (element: HTMLElement) => {
            element.replaceWith(...element.childNodes);
            found();
          },
        }),
      500,
    );
    return () => clearInterval(timer);
  },
  arrive: (found) => {
    const arriving = document as unknown as {
      arrive(selector: string, seen: (element: Element) => void): void;
      unbindArrive(): void;
    };
    arriving.arrive('p,div,span,td,li', (element) => {
      if (element.textContent?.includes(phrase)) found();
    });
    return () => arriving.unbindArrive();
  },
  'selector-observer': (found) => {
    const handle = observe('p,div,span,td,li', {
      add(element: Element) {
        if (element.textContent?.includes(phrase)) found();
      },
    });
    return () => handle.abort();
  },
};

/** One native pass over the text of the page with the anchor's test: the floor of the first look. */
function nativePass(): number {
  const started = performance.now();
  mayHoldNotice(document.body.textContent ?? '');
  return performance.now() - started;
}

/** From the start of the watcher on a standing page to the notice in it. */
function firstLook(): Promise<{ slices: number; until: number }> {
  return new Promise((resolve) => {
    const started = performance.now();
    const stop = ours(() => {
      resolve({ slices: 0, until: performance.now() - started });
      setTimeout(stop);
    });
  });
}

Object.assign(window, { bench: { candidates, nativePass, firstLook } });
