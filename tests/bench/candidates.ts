import 'arrive';
import Mark from 'mark.js';
import { observe } from 'selector-observer';
import { locate } from '@/lib/page/notice-finder';
import { watchNotice } from '@/lib/page/notice-watcher';
import { passages } from '@/lib/page/page-text';
import { sweep } from '@/lib/page/sweep';
import { meter, metered } from './meter';

// Every way of watching that the bench compares, behind one shape: begin, tell, stop.
type Candidate = (found: () => void) => () => void;

const phrase = 'Please reach out to your Partner to confirm your acceptance';
const all = { subtree: true, childList: true, characterData: true };

const ours: Candidate = (found) => {
  return watchNotice(document, found, () => {}).stop;
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
  'native pass a batch': (found) =>
    observing(() => {
      if (document.body.textContent?.includes(phrase)) found();
    }),
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

/** One native pass over the text of the page with one anchor: the floor of the first look. */
const nativePass = () =>
  timed(() => /partner.{0,200}acceptance/i.test(document.body.textContent ?? ''));

/** Our reading of the whole page, all slices together, without and with the sweep for shadow trees and attributes. */
function firstLook() {
  const places = new Set<Element>();
  const textMs = timed(() => {
    for (const passage of passages(document.body)) locate(passage, places);
  });
  const sweepMs = timed(() => {
    for (const _ of sweep(document.body, (element) => element.shadowRoot, true));
  });
  return { textMs, sweepMs };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Begin one candidate with its tasks metered. */
const start = (name: string, found: () => void): (() => void) =>
  metered(() => candidates[name]?.(found) ?? (() => {}));

Object.assign(window, { bench: { start, nativePass, firstLook, meter } });
