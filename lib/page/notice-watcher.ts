import { mayHoldNotice } from '@/lib/domain/notice/notice-matcher';
import { isDocument, isElement, isLarge, isThere } from './nodes';
import {
  type Found,
  isNamedIn,
  locate,
  note,
  type Places,
  readAround,
  spokenBy,
} from './notice-finder';
import { passages, surroundings, textOfAll } from './page-text';
import { afterFrame, inSlices } from './slices';
import { sweep } from './sweep';
import { observeTrees, type Root } from './trees';

/** How long the sentence may be away before it counts as gone: pages take things out to draw them again. */
const patienceMs = 1_000;
/** What reading changes as they happen may cost: a share of the time, and a little ahead of it. */
const allowedShare = 0.001;
const allowedAheadMs = 4;
const probeMs = 0.5;
/** So long after a part was muted, the rest of the page is gone through more seldom. */
const loudMs = 20_000;
/** More changes at once are not read one by one. */
const mostChanges = 60;
/** Nor are larger parts read in one go. */
const mostElements = 500;
/** What was not to be seen is asked about again, at most as often as this. */
const askAgainMs = 200;
/** A page whose text has not all come by then is read as it comes. */
const parsingMs = 300;
/** Longer text is gone through in slices. */
const shortPage = 100_000;
/** What matters only to a page that has gone quiet waits until it has loaded. */
const signsMs = 1_000;
const signs = 'pointerdown keydown load transitionend animationend visibilitychange'.split(' ');
/** A page in which nothing has happened for this long is left alone until something does. */
const quietMs = 60_000;

/**
 * Watch a page for the notice from `document_start` on. `onSeen` is told the sentence once per appearance,
 * `onGone` when it has left. Small changes are read as they happen. A part of the page that changes too much
 * for that is not even recorded: its whole text is looked at instead, now and then, for a bounded share
 * of the time.
 */
export function watchNotice(
  page: Document,
  onSeen: (quote: string) => void,
  onGone: () => void,
): { lookNow(): string | undefined; stands(): boolean; stop(): void } {
  const trees = observeTrees(onRecords);
  const looks = inSlices(look, onLooked);
  /** What is to be read at the next look. */
  const unread = new Set<Node>();
  /** Where the text names the notice; whether it is there to be seen is asked when the page has been drawn. */
  const places: Places = new Set();

  let current: Found | undefined;
  let missingSince: number | undefined;
  let stopAsking: (() => void) | undefined;
  let asked = 0;
  let askedAt = -Infinity;
  let allowance = allowedAheadMs;
  let allowedAt = 0;
  let loudAt = -Infinity;
  let activeAt = performance.now();
  /** Of the last look, which ended then, and of the last one at everything. */
  let lookCost = 0;
  let lookedAt = 0;
  let wholeCost = 0;
  let isWhole = false;
  /** Since then something has changed that no look at everything has seen. */
  let changedAt = Infinity;
  let sweptAt = -Infinity;
  let sweepCost = 0;
  let partsDueAt = 0;
  /** What wakes us, as long as it does. */
  let listening: AbortController | undefined;
  let hasStopped = false;
  /** Attributes may say what no record told of. */
  let spokenIsDue = true;

  function onRecords(records: MutationRecord[]): void {
    const now = performance.now();
    activeAt = now;
    changedAt = Math.min(changedAt, now);
    allowance = Math.min(allowedAheadMs, allowance + (now - allowedAt) * allowedShare);
    allowedAt = now;
    const nodes = changedNodes(records);
    if (nodes && !current) {
      readChanges(nodes);
      for (const { type, target } of records) if (type === 'attributes') visit(target as Element);
    }
    allowance -= performance.now() - now;
    if (!nodes || allowance < 0) {
      loudAt = now;
      trees.mute(records);
      readMuted();
    }
    askSoon();
    plan();
  }

  function readChanges(nodes: Set<Node>): void {
    const texts = surroundings(nodes);
    // One question for all: each by itself would cost as much as a long text.
    if (mayHoldNotice([...texts].map(({ textContent }) => textContent).join('\n')))
      for (const text of texts) note(text, places);
    for (const node of nodes) {
      if (!isElement(node) || !isThere(node)) continue;
      for (const element of [node, ...node.getElementsByTagName('*')]) visit(element);
    }
  }

  /** Add the shadow trees and attributes that no text shows. */
  function visit(element: Element, alsoSpoken = true): void {
    const { shadowRoot } = element;
    if (shadowRoot && trees.add(shadowRoot)) unread.add(shadowRoot);
    if (alsoSpoken && spokenBy(element)) places.add(element);
  }

  function* look(): Generator<void> {
    const now = performance.now();
    isWhole = false;
    readMuted();
    // Is it as loud as before? A few records tell.
    if (trees.unmute(now)) [allowance, allowedAt] = [probeMs, now];
    if (current && missingSince === undefined) return;
    if (now >= changedAt + pause(wholeCost * 2_000))
      for (const root of trees.roots) unread.add(root);
    yield* readUnread();
    if (now >= partsDueAt && trees.muted.size)
      partsDueAt = now + between(400, (yield* sweepAll(trees.muted.keys(), true)) * 6_000, 12_000);
    if (now >= sweptAt + pause(sweepCost * 400)) {
      const sweeping = sweepAll(trees.roots, spokenIsDue);
      spokenIsDue = false;
      sweptAt = now;
      sweepCost = yield* sweeping;
    }
    yield* readUnread();
  }

  /** Going through the page may cost a share of the time, beside a loud part a far smaller one. */
  function pause(ms: number): number {
    const rarely = performance.now() - loudAt < loudMs ? 10 : 1;
    return between(300, ms * rarely, 8_000 * rarely);
  }

  /** Answers with what it cost in milliseconds. */
  function* sweepAll(parts: Iterable<Node>, alsoSpoken: boolean): Generator<void, number> {
    const before = looks.spentMs();
    // A tree may be added meanwhile: then its turn comes too.
    for (const part of parts) {
      if (isThere(part)) yield* sweep(part, (element) => visit(element, alsoSpoken), alsoSpoken);
      else trees.roots.delete(part as Root);
    }
    return looks.spentMs() - before;
  }

  /** No record tells of what changes there. */
  function readMuted(): void {
    for (const part of trees.muted.keys()) unread.add(part);
  }

  function* readUnread(): Generator<void> {
    for (const part of [...unread]) {
      unread.delete(part);
      if (!isThere(part)) continue;
      if (isDocument(part)) {
        isWhole = true;
        changedAt = Infinity;
      }
      for (const passage of passages((isDocument(part) && part.body) || part)) {
        locate(passage, places);
        yield;
      }
    }
  }

  function onLooked(costMs: number): void {
    lookCost = costMs;
    lookedAt = performance.now();
    if (isWhole) wholeCost = costMs;
    askSoon();
    plan();
  }

  /** At once about a new place, now and then about those that were asked about. */
  function askSoon(): void {
    const isDue = (places.size || current) && performance.now() - askedAt > askAgainMs;
    if (isDue || places.size > asked) stopAsking ??= afterFrame(page, ask);
  }

  /** Whether what the text names is there to be seen. */
  function ask(): void {
    stopAsking?.();
    stopAsking = undefined;
    askedAt = performance.now();
    let found = current && isThere(current.element) ? readAround(current.element, true) : undefined;
    for (const place of places) {
      if (found) break;
      if (isThere(place)) found = readAround(place);
      else places.delete(place);
    }
    if (found) {
      const isNew = found.quote !== current?.quote;
      current = found;
      missingSince = undefined;
      places.clear();
      unread.clear();
      if (isNew) onSeen(found.quote);
    } else if (current) {
      const now = performance.now();
      missingSince ??= now;
      changedAt = sweptAt = -Infinity;
      if (now - missingSince >= patienceMs) {
        current = missingSince = undefined;
        onGone();
      }
    } else missingSince = undefined;
    asked = places.size;
    plan();
  }

  /** When to look again: soon where something is to be read, ever more seldom on a page that stands still. */
  function plan(): void {
    const now = performance.now();
    const quiet = now - activeAt;
    if (missingSince !== undefined) looks.startIn(between(150, wholeCost * 20, 400));
    if (current) {
      if (quiet < quietMs) looks.startIn(between(250, quiet / 5, 12_000));
      return;
    }
    const rest = lookedAt + lookCost * 3_000 - now;
    if (trees.muted.size) looks.startIn(between(100, rest, 850));
    if (unread.size) looks.startIn(between(20, rest, 850));
    if (changedAt < Infinity)
      looks.startIn(Math.max(0, changedAt + pause(wholeCost * 2_000) - now));
    if (page.hidden || quiet > quietMs || !listening) return;
    const soonest = places.size
      ? askAgainMs
      : Math.max(500, sweptAt + pause(sweepCost * 400) - now);
    looks.startIn(Math.max(soonest, quiet / 3));
  }

  /** Something happened that may show what no record tells of: a style, a late shadow tree. */
  function wake(): void {
    activeAt = performance.now();
    plan();
  }

  function lookNow(): string | undefined {
    if (hasStopped) return undefined;
    changedAt = sweptAt = -Infinity;
    missingSince ??= performance.now();
    begin();
    looks.doNow();
    ask();
    return current?.quote;
  }

  /** Whether what was seen is there at this very moment, without any patience. */
  function stands(): boolean {
    if (hasStopped) return false;
    ask();
    return current !== undefined && missingSince === undefined;
  }

  /** Read what the parser has made by now, and be told of what comes after: its own work is not watched. */
  function begin(): void {
    clearTimeout(slowly);
    if (hasStopped || !trees.add(page)) return;
    const text = textOfAll(page);
    if (text.length < shortPage && !isNamedIn(text)) return;
    unread.add(page);
    looks.startNow();
  }

  /** What may show something that no record tells of matters once the page has gone quiet. */
  function listenForSigns(): void {
    if (hasStopped) return;
    listening = new AbortController();
    const { signal } = listening;
    for (const name of signs) page.addEventListener(name, wake, { signal, capture: true });
    window.addEventListener('resize', wake, { signal });
    spokenIsDue = true;
    trees.addAttributes();
    wake();
  }

  /** Back from the back/forward cache: the browser went elsewhere meanwhile, so it is a new appearance. */
  function comeBack({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    current = undefined;
    lookNow();
  }

  function stop(): void {
    hasStopped = true;
    listening?.abort();
    trees.stop();
    looks.stop();
    stopAsking?.();
  }

  // From the start: a page may be left within its first second.
  window.addEventListener('pageshow', comeBack);
  // A page that comes slowly is read meanwhile.
  const slowly = setTimeout(begin, parsingMs);
  setTimeout(listenForSigns, signsMs);
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', begin);
  else begin();
  return { lookNow, stands, stop };
}

/** The nodes whose text changed, each once, or undefined when there are too many to read one by one. */
function changedNodes(records: MutationRecord[]): Set<Node> | undefined {
  if (records.length > mostChanges) return undefined;
  const nodes = new Set<Node>();
  for (const { type, target, addedNodes } of records) {
    for (const node of type === 'characterData' ? [target] : addedNodes) {
      if (nodes.size > mostChanges || (isElement(node) && isLarge(node, mostElements)))
        return undefined;
      nodes.add(node);
    }
  }
  return nodes;
}

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(value, least), most);
