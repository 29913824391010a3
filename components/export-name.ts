import { fingerprintOf, headToNote } from '@/lib/domain/trail/fingerprint';
import { readTrailEnds } from '@/lib/requests';
import { localDay } from './local-day';

/**
 * What an exported file is called: what it holds, the day, and the fingerprint of the newest event of this installation's
 * chain, so that a copy kept elsewhere shows how far the trail had come. @example countersign-records-2026-11-28-42-9f3a-11bc-77d0-12ef.csv
 */
export async function exportName(what: string, now: Date, ending: string): Promise<string> {
  const { heads, writer } = await readTrailEnds.ask();
  const noted = headToNote(heads, writer);
  const mark = noted ? `-${fingerprintOf(noted)}` : '';
  return `countersign-${what}-${localDay(now)}${mark}.${ending}`;
}
