import { type BundleSlice, writeBundle } from '@/lib/domain/history-bundle';
import { readTrail } from '@/lib/requests';
import { download } from './download';
import { localDay } from './local-day';

/** How many events are asked for at a time: the most that one answer may hold. */
const eventsAtOnce = 1_000;

/** Download every event and person as a file that can be imported again. `version` is ours. Answers with the file's name. */
export async function exportEverything(version: string, now: Date): Promise<string> {
  const about = { product: `Countersign ${version}`, exportedAt: now.toISOString() };
  const parts: string[] = [];
  for await (const part of writeBundle(about, wholeTrail())) parts.push(part);
  const name = `countersign-everything-${localDay(now)}.json`;
  download(name, 'application/json', parts);
  return name;
}

async function* wholeTrail(): AsyncGenerator<BundleSlice> {
  let after: [string, number] | undefined;
  for (;;) {
    const slice = await readTrail.ask({ ...(after && { after }), limit: eventsAtOnce });
    yield slice;
    const end = slice.events.at(-1);
    if (slice.last || end === undefined) return;
    after = [end.writer, end.sequence];
  }
}
