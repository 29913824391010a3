import type { Attestation, Signer } from '@/lib/domain/record/attestation';
import { signerSchema } from '@/lib/domain/record/attestation';
import type { Actor, AttestationRecord, RecordMove } from '@/lib/domain/record/record';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { linkEvent, personOf, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import { foldRecord } from '@/lib/domain/trail/trail-fold';
import type { StoreName } from './database';
import { takeDraftFiles } from './draft-files';
import { dropDrafts } from './draft-store';
import { StoreProblem } from './problem';
import { recordOf, refold } from './record-rows';
import {
  noteChange,
  noteWitness,
  readChanges,
  readInstallation,
  refuseWhenDamaged,
  type Trail,
  type TrailEnd,
} from './trail';
import { readHead } from './trail-heads';
import { eventOfAttempt, eventsOfRecord, readPeople } from './trail-rows';
import { addEvent } from './trail-write';
import { type Reading, type Writing, writeAsOne } from './transaction';

// Append-only: there is no update and no delete of events here.

/** Who writes, when, and in which attempt: asking twice with one `attemptId` writes once. */
export type Writer = {
  attemptId: string;
  by: Actor;
  /** UTC, ISO 8601. */
  at: string;
  /** The writer's offset from UTC in minutes, east positive. */
  offsetMinutes: number;
};

export type RecordToSave = Writer & {
  /** The record's id: a new one, or that of the record being corrected. */
  recordId: string;
  attestation: Attestation;
  reason: string;
  seen?: AttestationRecord['seen'];
  /** The version being corrected; absent for a new record. */
  correctsVersion?: number;
  /** Goes in the transaction that saves its record; its files become the record's. */
  draftId?: string;
  /** 64 random hexadecimal digits, new each time. */
  salt: string;
};

export type RecordToMove = Writer & {
  recordId: string;
  /** How many moves the record had when this one was decided; unless given, whatever it has. */
  moves?: number | undefined;
} & Pick<RecordMove, 'state' | 'occurredOn' | 'note'>;

/** Everything one append writes, but its place in the chain. */
export type Wish = {
  attemptId: string;
  recordId: string;
  /** The event, for the record and its events as they stand. Throws a StoreProblem when that can no longer be. */
  eventFor: (
    record: AttestationRecord | undefined,
    writer: string,
    events: readonly TrailEvent[],
  ) => UnlinkedEvent;
  /** Whether an event that was written in the same attempt says the same, of this person. */
  isSame: (written: TrailEvent, person: TrailPerson | undefined) => boolean;
  person?: TrailPerson;
  draftId?: string | undefined;
  /** What else is written with the event, in these stores; it is given the record's events before this one. */
  also?: {
    stores: StoreName[];
    write: (writing: Writing, event: TrailEvent, events: readonly TrailEvent[]) => Promise<void>;
  };
};

/**
 * Save a new record or a correction. When this answers, it is on the disk; asked again with the same attempt
 * and content it answers with the same record. Throws a StoreProblem: `already-saved` this attempt has saved other
 * content, `superseded` the record was corrected or withdrawn meanwhile, `record-missing`, `storage-full`, `trail-damaged`.
 */
export async function saveRecord(trail: Trail, save: RecordToSave): Promise<AttestationRecord> {
  const { attemptId, recordId, correctsVersion, reason, seen, draftId, by, at } = save;
  const { signer, rest } = apart(save.attestation);
  const person = await personOf(signer, save.salt);
  const link = {
    format: 1 as const,
    at,
    offsetMinutes: save.offsetMinutes,
    by,
    recordId,
    attemptId,
  };
  const content = { case: rest, signer: person.digest, reason };

  return append(trail, at, {
    attemptId,
    recordId,
    person,
    draftId,
    eventFor(record, writer) {
      if (correctsVersion === undefined)
        return { ...link, writer, kind: 'recorded', version: 1, ...content, ...(seen && { seen }) };
      const version = standing(record).versions.length;
      if (version !== correctsVersion)
        throw new StoreProblem('superseded', `now version ${version}`);
      return { ...link, writer, kind: 'corrected', version: version + 1, ...content };
    },
    isSame(written, signedBy) {
      if ((written.kind !== 'recorded' && written.kind !== 'corrected') || !signedBy) return false;
      const isWanted =
        correctsVersion === undefined
          ? written.kind === 'recorded'
          : written.recordId === recordId && written.version === correctsVersion + 1;
      const said = { case: written.case, reason: written.reason, signer: signedBy.signer };
      return isWanted && canonicalJson(said) === canonicalJson({ case: rest, reason, signer });
    },
  });
}

/**
 * Write down a change of state. The same promises as `saveRecord`; a withdrawn record is `superseded`, and so is one with other
 * moves than the one that was decided about.
 */
export async function moveRecord(trail: Trail, move: RecordToMove): Promise<AttestationRecord> {
  const { attemptId, recordId, by, at, offsetMinutes, state, occurredOn, note } = move;
  const link = { format: 1 as const, at, offsetMinutes, by, recordId, attemptId };
  return append(trail, at, {
    attemptId,
    recordId,
    eventFor(record, writer) {
      const { moves } = standing(record);
      if (move.moves !== undefined && moves.length !== move.moves)
        throw new StoreProblem('superseded', `now ${moves.length} moves`);
      return { ...link, writer, kind: 'moved', state, occurredOn, note };
    },
    isSame: (written) =>
      written.kind === 'moved' &&
      written.recordId === recordId &&
      canonicalJson([written.state, written.occurredOn, written.note]) ===
        canonicalJson([state, occurredOn, note]),
  });
}

const stores: StoreName[] = ['events', 'people', 'attempts', 'drafts', 'meta', 'journal'];

/**
 * Add one event to the end of this installation's chain, with what belongs to it, in one transaction that is on the
 * disk when this answers with the record. Throws a StoreProblem as `saveRecord` does, or what `wish` throws.
 */
export async function append(trail: Trail, at: string, wish: Wish): Promise<AttestationRecord> {
  refuseWhenDamaged(trail);
  const kept: StoreName[] = wish.draftId ? ['evidence'] : [];
  const all = [...stores, ...kept, ...(wish.also?.stores ?? [])];
  const done = await writeAsOne(trail.database, all, (writing) =>
    commit(writing, wish, trail.writer),
  );
  if (done.end) trail.writer = done.end.installation.writer;
  await noteWitness(trail, at, done.end);
  return done.record;
}

/** Everything is read, decided, hashed and written in one transaction: nobody else can append meanwhile. */
async function commit(
  writing: Writing,
  wish: Wish,
  likelyWriter: string | undefined,
): Promise<{ record: AttestationRecord; end?: TrailEnd }> {
  const { recordId, eventFor, person, draftId, also } = wish;
  // Asked for at once: waiting for each by itself is what takes the time.
  const [known, installation, events, counts, likelyHead] = await Promise.all([
    readAttempt(writing, wish),
    readInstallation(writing),
    eventsOfRecord(writing, recordId),
    readChanges(writing),
    // Where it cannot be read, an attempt that was written is still answered; whoever appends reads it again.
    likelyWriter && readHead(writing, likelyWriter).catch(() => undefined),
  ]);
  if (known) return { record: known };
  const { writer } = installation;
  const isLikely = writer === likelyWriter;
  const head = isLikely && likelyHead ? likelyHead : await readHead(writing, writer);
  const people = events.length > 0 ? await readPeople(writing, events) : new Map();
  // Where the event that began the record cannot be read, there is no record to carry on.
  const hasBegun = events.some(({ kind }) => kind === 'recorded');
  const before = hasBegun ? foldRecord(events, people) : undefined;
  const event = linkEvent(eventFor(before, writer, events), head);

  const begun = event.kind === 'recorded' ? 1 : 0;
  const adding = addEvent(writing, event, person);
  // What is asked for after it does not wait for it: when it fails, the whole transaction does.
  adding.catch(() => {});
  if (also) await also.write(writing, event, events);
  const added = draftId ? await takeDraft(writing, draftId, event, events) : [event];
  const change = { events: added.length, records: begun, recordIds: [recordId] };
  const changes = await noteChange(writing, change, counts);
  const { sequence, hash } = added.at(-1)!;
  const record = also
    ? await refold(writing, recordId)
    : foldWith([...events, ...added], people, person);
  return { record, end: { installation, changes, head: { sequence, hash } } };
}

/** A draft has become a record: its files go with it. Answers with `saved` and the events that attach them. */
async function takeDraft(
  writing: Writing,
  draftId: string,
  saved: TrailEvent,
  events: readonly TrailEvent[],
): Promise<TrailEvent[]> {
  const added = [saved];
  for (const unlinked of await takeDraftFiles(writing, draftId, saved, events)) {
    const attached = linkEvent(unlinked, added.at(-1)!);
    await addEvent(writing, attached);
    added.push(attached);
  }
  await dropDrafts(writing, [draftId]);
  return added;
}

function foldWith(
  events: readonly TrailEvent[],
  people: ReadonlyMap<string, TrailPerson>,
  person: TrailPerson | undefined,
): AttestationRecord {
  const named = person ? new Map([...people, [person.digest, person]]) : people;
  return foldRecord(events, named);
}

/** The record this attempt has written to, if it has. Throws `already-saved` when it has written something else. */
async function readAttempt(
  transaction: Reading | Writing,
  { attemptId, isSame }: Wish,
): Promise<AttestationRecord | undefined> {
  const event = await eventOfAttempt(transaction, attemptId);
  if (!event) return undefined;
  const [person] = (await readPeople(transaction, [event])).values();
  if (!isSame(event, person)) throw new StoreProblem('already-saved', attemptId);
  return existing(await recordOf(transaction, event.recordId));
}

/** A record that is there, withdrawn or not. */
export function existing(record: AttestationRecord | undefined): AttestationRecord {
  if (!record) throw new StoreProblem('record-missing');
  return record;
}

/** A record that can be carried on: what was withdrawn stays as it is. */
export function standing(record: AttestationRecord | undefined): AttestationRecord {
  const found = existing(record);
  if (found.state === 'withdrawn') throw new StoreProblem('superseded', 'withdrawn');
  return found;
}

function apart(attestation: Attestation): {
  signer: Signer;
  rest: Omit<Attestation, keyof Signer>;
} {
  const { firstName, lastName, email, phoneNumber, signerRole, ...rest } = attestation;
  return {
    signer: signerSchema.parse({ firstName, lastName, email, phoneNumber, signerRole }),
    rest,
  };
}
