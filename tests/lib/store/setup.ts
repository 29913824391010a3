import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Attestation, emptyAttestation } from '@/lib/domain/record/attestation';
import type { RecordToMove, RecordToSave } from '@/lib/store/history-store';
import { keepTrail, type Trail, type TrailKeeper } from '@/lib/store/trail';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { readTrail } from '@/lib/store/trail-text';
import { itemsOf } from '../domain/bundle/bundle-text';

/** An empty disk: both places in which the store keeps anything. */
export function emptyDisk(): void {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
}

let counted = 0;
/** Ids and salts that differ each time and are the same in every run of a file. */
export function nextUuid(): string {
  counted += 1;
  return `00000000-0000-4000-8000-${String(counted).padStart(12, '0')}`;
}

/** All events and people, as an export reads them: about so many events at a time. */
export async function trailOf(trail: Trail, about?: number) {
  const { heads } = await readTrailEnds(trail);
  const parts = [];
  for (let after: [string, number] | undefined, more = true; more; ) {
    const { slice, end } = await readTrail(trail, after, heads, about);
    parts.push(itemsOf(slice));
    after = end;
    more = end !== undefined;
  }
  return {
    events: parts.flatMap(({ events }) => events),
    people: parts.flatMap(({ people }) => people),
  };
}

/** A clock that goes on by a minute each time it is read. */
export function clock(start = '2026-11-22T08:00:00.000Z'): () => string {
  let time = Date.parse(start);
  return () => {
    time += 60_000;
    return new Date(time).toISOString();
  };
}

/** A keeper as after a start of the worker: nothing is remembered but the disk. */
export function startKeeper(now = clock()): TrailKeeper {
  return keepTrail({ now, uuid: nextUuid, timeoutMs: 3_000 });
}

export const contoso: Attestation = {
  ...emptyAttestation,
  companyName: 'Contoso GmbH',
  customerTenantId: '11111111-2222-4333-8444-555555555555',
  customerDomain: 'contoso.example',
  country: 'DE',
  language: 'de-DE',
  dateAgreed: '2026-11-20',
  scenario: 'existing-partner',
  acceptedHow: 'signed-document',
  reference: 'T-4711',
  recordedBy: 'Robin',
  recorderRole: 'admin-agent',
  firstName: 'Léa',
  lastName: 'Müller',
  email: 'lea@contoso.example',
  phoneNumber: '+49 30 1234567',
};

/** A save of its own attempt; give what matters to the test. */
export function aSave(given: Partial<RecordToSave> = {}): RecordToSave {
  return {
    attemptId: nextUuid(),
    recordId: nextUuid(),
    attestation: contoso,
    reason: '',
    by: { name: 'Robin', role: 'admin-agent' },
    at: '2026-11-22T09:00:00.000Z',
    offsetMinutes: 60,
    salt: nextUuid().replaceAll('-', '').repeat(2),
    ...given,
  };
}

export function aMove(given: Partial<RecordToMove> & { recordId: string }): RecordToMove {
  return {
    attemptId: nextUuid(),
    by: { name: 'Robin', role: 'admin-agent' },
    at: '2026-11-22T10:00:00.000Z',
    offsetMinutes: 60,
    state: 'link-created',
    occurredOn: '2026-11-22',
    note: '',
    ...given,
  };
}
