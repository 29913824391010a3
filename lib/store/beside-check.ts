import { nameDigest } from '@/lib/domain/record/evidence';
import { erasedBy, signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { signerDigest } from '@/lib/domain/trail/trail-chain';
import type { EvidenceRow } from './database';
import type { Trail } from './trail';
import { eventsOfRecord } from './trail-rows';
import type { Reading } from './transaction';

// What stands beside the chain and is bound to it by digests: signers' data and evidence files.

type Place = { code: string; writer: string; sequence: number };

/** The first person or file that is not what its event names, or that is gone though nobody has erased it. */
export async function besideProblem(
  trail: Trail,
  events: readonly TrailEvent[],
  people: ReadonlyMap<string, TrailPerson>,
): Promise<Place | undefined> {
  for (const event of events) {
    // Nearly all people are there and as they were: nothing is waited for then.
    if (isNamed(event, people)) continue;
    const code =
      event.kind === 'attached'
        ? await fileProblem(trail, event)
        : await personProblem(trail, event, people);
    if (code) return { code, writer: event.writer, sequence: event.sequence };
  }
  return undefined;
}

/** Whether the person an event names is there and is the one; so is nobody, where it names nobody. */
function isNamed(event: TrailEvent, people: ReadonlyMap<string, TrailPerson>): boolean {
  if (event.kind === 'attached') return false;
  const digest = signerOf(event);
  if (!digest) return true;
  const person = people.get(digest);
  return person !== undefined && signerDigest(person.signer, person.salt) === digest;
}

async function personProblem(
  trail: Trail,
  event: TrailEvent,
  people: ReadonlyMap<string, TrailPerson>,
): Promise<string | undefined> {
  const digest = signerOf(event) ?? '';
  if (people.has(digest)) return 'person-changed';
  return (await erased(trail, event)).signers.has(digest) ? undefined : 'person-missing';
}

async function fileProblem(
  trail: Trail,
  event: Extract<TrailEvent, { kind: 'attached' }>,
): Promise<string | undefined> {
  const row = await trail.database.get('evidence', event.file.fileId);
  if (!row)
    return (await erased(trail, event)).fileIds.has(event.file.fileId) ? undefined : 'file-missing';
  const { file } = event;
  const named = nameDigest(row.name, row.salt) === file.nameDigest;
  const same = row.recordId === event.recordId && row.blob.size === file.bytes;
  return named && same && (await sha256OfBlob(row)) === file.sha256 ? undefined : 'file-changed';
}

/** By the browser: a file may be large, and it does this beside the worker. */
async function sha256OfBlob({ blob }: EvidenceRow): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function erased({ database }: Trail, { recordId }: TrailEvent) {
  const reading = database.transaction('events', 'readonly') as unknown as Reading;
  return erasedBy(await eventsOfRecord(reading, recordId));
}
