import { type BundleVerdict, checkBundle } from '@/lib/domain/bundle-check';
import { type BundleSlice, type BundleSource, writeBundle } from '@/lib/domain/bundle-write';
import { byWriter } from '@/lib/domain/trail-chain';
import { headsOf } from '@/lib/domain/trail-merge';
import { writerA } from './trail-sample';

const about = { product: 'Countersign 1.2.3', exportedAt: '2026-11-22T12:00:00.000Z' };

/** The text of an export of these slices. A trail with files or checkpoints says so in `more`. */
export async function bundleText(
  slices: readonly BundleSlice[],
  more: Partial<BundleSource> = {},
): Promise<string> {
  const events = slices.flatMap((slice) => slice.events);
  const source: BundleSource = {
    ...about,
    writer: byWriter(events)[0]?.[0] ?? writerA,
    heads: headsOf(events),
    checkpoints: [],
    slices,
    readFile: async () => undefined,
    ...more,
  };
  let text = '';
  for await (const part of writeBundle(source)) text += part;
  return text;
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
