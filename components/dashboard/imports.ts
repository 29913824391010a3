import { RequestError } from '@/lib/define-request';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail';

export type Bundle = { events: TrailEvent[]; people: TrailPerson[] };

/** What an exported file holds. Throws a RequestError `import-…` for a file that is none. */
export async function readBundle(file: File): Promise<Bundle> {
  const text = await file.text();
  try {
    return JSON.parse(text) as Bundle;
  } catch {
    throw new RequestError('import-not-json');
  }
}
