import { type BundleVerdict, checkBundle } from '@/lib/domain/bundle/bundle-check';
import { type BundleSlice, bundleSlice } from '@/lib/domain/bundle/bundle-slice';
import { type BundleSource, writeBundle } from '@/lib/domain/bundle/bundle-write';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import type { WriterHead } from '@/lib/domain/trail/trail-chain';
import { byWriter } from '@/lib/domain/trail/trail-chain';
import { writerA } from '../trail/trail-sample';

const about = { product: 'Countersign 1.2.3', exportedAt: '2026-11-22T12:00:00.000Z' };

/** A stretch of a trail. */
export type TrailItems = { events: readonly TrailEvent[]; people: readonly TrailPerson[] };

/** The slice of an export that holds these, up to where their own chains end unless `heads` say otherwise. */
export function sliceOf(
  { events, people }: TrailItems,
  heads: readonly WriterHead[] = headsOf(events),
): BundleSlice {
  const lines = events.map((event) => [event, canonicalJson(event)] as const);
  return bundleSlice(
    lines,
    new Map(people.map((person) => [person.digest, canonicalJson(person)])),
    heads,
  );
}

/** What lies in a slice, as objects. */
export function itemsOf({ stretches }: BundleSlice): {
  events: TrailEvent[];
  people: TrailPerson[];
} {
  const items = stretches.flatMap(({ lines }) =>
    lines.map((line) => JSON.parse(line.replace(/,\n$/, ''))),
  );
  return {
    events: items.flatMap((item) => ('event' in item ? [item.event] : [])),
    people: items.flatMap((item) => ('person' in item ? [item.person] : [])),
  };
}

/** The text of an export of these stretches. A trail with files or checkpoints says so in `more`. */
export async function bundleText(
  parts: readonly TrailItems[],
  more: Partial<BundleSource> = {},
): Promise<string> {
  const events = parts.flatMap((part) => part.events);
  const source: BundleSource = {
    ...about,
    writer: byWriter(events)[0]?.[0] ?? writerA,
    heads: headsOf(events),
    checkpoints: [],
    slices: parts.map((part) => sliceOf(part, headsOf(events))),
    readFile: async () => undefined,
    ...more,
  };
  return textIn(writeBundle(source));
}

/** The text of what comes in pieces. */
export async function textIn(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for await (const part of bytes) text += utf8.decode(part, { stream: true });
  return text + utf8.decode();
}

/** What an export holds. Throws with the problem's code when it is not whole. */
export function bundleParts(text: string) {
  const check = checkBundle();
  const lines = text.split('\n');
  const items = lines
    .slice(0, -1)
    .map((line) => check.line(new TextEncoder().encode(line)))
    .filter((item) => item !== undefined);
  const verdict: BundleVerdict = check.end(lines.at(-1) !== '');
  if (verdict.problem) throw new Error(verdict.problem.code);
  return {
    events: items.flatMap((item) => ('event' in item ? [item.event] : [])),
    people: items.flatMap((item) => ('person' in item ? [item.person] : [])),
  };
}

/** The end of each chain, in order of the writers' ids. */
export function headsOf(events: readonly TrailEvent[]): WriterHead[] {
  return byWriter(events).map(([writer, chain]) => {
    const { sequence, hash } = chain.at(-1)!;
    return { writer, sequence, hash };
  });
}
