import { watchNotice } from '@/lib/page/notice-watcher';

// The real watcher as one script for a page of a bench: what it saw and when, on `window`.
const seen: { quote: string; at: number }[] = [];
const gone: number[] = [];
const { lookNow, stop } = watchNotice(
  document,
  (quote) => seen.push({ quote, at: performance.now() }),
  () => gone.push(performance.now()),
);
Object.assign(window, { countersign: { seen, gone, lookNow, stop } });
