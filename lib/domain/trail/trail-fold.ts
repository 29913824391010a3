import type { AttestationCase, Signer } from '../record/attestation';
import type { AttestationRecord, RecordVersion } from '../record/record';
import type { TrailEvent, TrailPerson } from './trail';
import { byWriter } from './trail-chain';

/** A signer whose data was erased, or never came with an import. */
export const erasedSigner: Signer = {
  firstName: '',
  lastName: '',
  email: '',
  phoneNumber: '',
  signerRole: '',
};

type ContentEvent = Extract<TrailEvent, { kind: 'recorded' | 'corrected' }>;

/**
 * The state of one record: all its events, in any order, and the people its versions name. People that
 * are not given were erased: their fields are empty. Throws a TypeError when the event that began the record is missing.
 */
export function foldRecord(
  events: readonly TrailEvent[],
  people: ReadonlyMap<string, TrailPerson>,
): AttestationRecord {
  const [first, ...later] = inOrder(events);
  if (first?.kind !== 'recorded')
    throw new TypeError('expected a record that begins with its first event');

  const version = versionOf(first, 1, people);
  const record: AttestationRecord = {
    recordId: first.recordId,
    number: numberOf(first.sequence),
    writer: first.writer,
    recordedAt: first.at,
    changedAt: first.at,
    state: 'recorded',
    current: version.attestation,
    versions: [version],
    moves: [],
    files: [],
    erasures: [],
    ...(first.seen && { seen: first.seen }),
  };
  for (const event of later) apply(event, record, people);
  return record;
}

/** A record's name for people: its first event's place in its writer's chain. */
export function numberOf(sequence: number): string {
  return `CS-${String(sequence).padStart(6, '0')}`;
}

function apply(
  event: TrailEvent,
  record: AttestationRecord,
  people: ReadonlyMap<string, TrailPerson>,
): void {
  record.changedAt = event.at;
  const { at, offsetMinutes, by } = event;
  if (event.kind === 'moved') {
    const { state, occurredOn, note } = event;
    record.state = state;
    record.moves.push({ at, offsetMinutes, by, state, occurredOn, note });
  } else if (event.kind === 'attached') {
    const { nameDigest: _, ...file } = event.file;
    record.files.push({ at, offsetMinutes, by, ...file, erased: false });
  } else if (event.kind === 'erased') {
    const { signers, fileIds, reason } = event;
    const counts = { people: signers.length, files: fileIds.length };
    record.erasures.push({ at, offsetMinutes, by, ...counts, reason });
    for (const file of record.files) if (fileIds.includes(file.fileId)) file.erased = true;
  } else {
    const version = versionOf(event, record.versions.length + 1, people);
    record.versions.push(version);
    record.current = version.attestation;
  }
}

function versionOf(
  event: ContentEvent,
  version: number,
  people: ReadonlyMap<string, TrailPerson>,
): RecordVersion {
  const { at, offsetMinutes, by, reason, signer } = event;
  const attestation = attestationOf(event, people.get(signer));
  return { version, at, offsetMinutes, by, reason, attestation };
}

/** What an event says with the person it names; one who is not given was erased. */
export function attestationOf(event: { case: AttestationCase }, person: TrailPerson | undefined) {
  // A spread of both takes the browser eight times as long, and this is done for every record of a list or a table.
  return Object.assign({}, event.case, person?.signer ?? erasedSigner);
}

/**
 * A record's events as they happened. One that was carried on by several installations has events in several
 * chains: a chain's own order is certain and is never changed; between chains only the writers' clocks say what came first.
 */
export function inOrder(events: readonly TrailEvent[]): TrailEvent[] {
  if (events.length === 1) return [...events];
  const chains = byWriter(events).map(([, chain]) =>
    chain.toSorted((one, other) => one.sequence - other.sequence),
  );
  if (chains.length === 1) return chains[0]!;
  const ordered: TrailEvent[] = [];
  while (ordered.length < events.length) {
    const fronts = chains.filter((chain) => chain.length > 0);
    fronts.sort(([one], [other]) => comesFirst(one!, other!));
    ordered.push(fronts[0]!.shift()!);
  }
  return ordered;
}

function comesFirst(one: TrailEvent, other: TrailEvent): number {
  if (one.kind === 'recorded' || other.kind === 'recorded') return one.kind === 'recorded' ? -1 : 1;
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.writer < other.writer ? -1 : 1;
}
