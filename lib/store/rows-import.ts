import {
  contentBefore,
  contentOf,
  type ImportRow,
  type RowFinding,
} from '@/lib/domain/csv/import-row';
import { type AttestationCase, type Signer, signerSchema } from '@/lib/domain/record/attestation';
import { problemsOf } from '@/lib/domain/record/attestation-problems';
import { languagesOf } from '@/lib/domain/record/countries';
import type { Actor } from '@/lib/domain/record/record';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { sha256 } from '@/lib/domain/trail/sha256';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { type Head, linkEvent, personOf, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import { numberOf } from '@/lib/domain/trail/trail-fold';
import type { StoreName } from './database';
import { findCustomer } from './history-reading';
import { noteChange, noteWitness, readInstallation, refuseWhenDamaged, type Trail } from './trail';
import { eventOfAttempt, eventsOfRecord, readHead, readPeople, writersHere } from './trail-rows';
import { addEvents } from './trail-write';
import { type Reading, type Writing, writeAsOne } from './transaction';

export type RowsToImport = {
  rows: readonly ImportRow[];
  /** What each record says of where it comes from; `{0}` stands for its row. */
  provenance: string;
  by: Actor;
  at: string;
  offsetMinutes: number;
};

/** Chance, as the store needs it for each row. */
export type RowChance = { uuid: () => string; salt: () => string };

/** What would become of rows, in their order. Nothing is written; `ownDomains` are the partner's mail domains. */
export async function previewRows(
  trail: Trail,
  rows: readonly ImportRow[],
  { now, ownDomains }: { now: string; ownDomains: readonly string[] },
): Promise<RowFinding[]> {
  const reading = open(trail);
  const writers = await writersToTry(reading);
  const known = await Promise.all(rows.map((row) => placeOf(reading, row, writers)));
  const findings: RowFinding[] = [];
  for (const [at, { row, attestation }] of rows.entries()) {
    const { event } = known[at]!;
    const customerRecords = event ? [] : await findCustomer(trail, attestation);
    const problems = problemsOf(attestation, { now, ownDomains, languagesOf, customerRecords });
    findings.push({ row, problems, ...(event && { here: numberOf(event.sequence) }) });
  }
  return findings;
}

/**
 * Add rows as records, and as many more events as the file says of their state: all in one transaction that is on the
 * disk when this answers, or none. A row that is here already, or stands among these twice, is added once. Throws a
 * StoreProblem `storage-full` or `trail-damaged`.
 */
export async function importRows(
  trail: Trail,
  wish: RowsToImport,
  chance: RowChance,
): Promise<{ added: number; alreadyHere: number }> {
  refuseWhenDamaged(trail);
  // All that needs no place in the chain is made before: the transaction should not be kept open for it.
  const made = wish.rows.map((row) => madeOf(row, wish, chance));
  const added = await writeAsOne(trail.database, stores, (writing) => add(writing, made));
  if (added > 0) await noteWitness(trail, wish.at);
  return { added, alreadyHere: wish.rows.length - added };
}

const stores: StoreName[] = ['events', 'people', 'attempts', 'meta', 'journal'];

/** A row's events, without writer, attempt and place. */
type Made = {
  row: ImportRow;
  signer: Signer;
  person: TrailPerson;
  events: (Without<UnlinkedEvent, 'writer' | 'attemptId'> & { part: string })[];
};
type Without<Event, Key extends string> = Event extends unknown ? Omit<Event, Key> : never;

function madeOf(row: ImportRow, wish: RowsToImport, { uuid, salt }: RowChance): Made {
  const { by, at, offsetMinutes } = wish;
  const { signer, rest } = apart(row);
  const person = personOf(signer, salt());
  const provenance = wish.provenance.replace('{0}', String(row.row));
  const link = { format: 1 as const, at, offsetMinutes, by, recordId: uuid() };
  const recorded = {
    ...link,
    part: 'recorded',
    kind: 'recorded' as const,
    version: 1,
    case: rest,
    signer: person.digest,
    reason: provenance,
  };
  const moved = {
    ...link,
    part: 'moved',
    kind: 'moved' as const,
    state: row.state,
    occurredOn: '',
    note: provenance,
  };
  return { row, signer, person, events: row.state === 'recorded' ? [recorded] : [recorded, moved] };
}

/** Within one transaction nobody else can append, so what is linked to the end follows it. */
async function add(writing: Writing, made: readonly Made[]): Promise<number> {
  const { writer } = await readInstallation(writing);
  const writers = await writersToTry(writing);
  const places = await Promise.all(made.map(({ row }) => placeOf(writing, row, writers)));
  const begin = await readHead(writing, writer);
  /** Who is named by the rows that are added here, by their attempts. */
  const taken = new Map<string, string>();
  const events: TrailEvent[] = [];
  const people: TrailPerson[] = [];
  let head: Head = begin;
  for (const [at, { row, signer, person, events: parts }] of made.entries()) {
    let { event: here, next } = places[at]!;
    if (here) continue;
    const named = canonicalJson(signer);
    while ((taken.get(attemptOf(row, writer, 'recorded', next)) ?? named) !== named) next++;
    const attempt = attemptOf(row, writer, 'recorded', next);
    if (taken.has(attempt)) continue;
    taken.set(attempt, named);
    people.push(person);
    for (const { part, ...event } of parts) {
      const linked = linkEvent(
        { ...event, writer, attemptId: attemptOf(row, writer, part, next) } as UnlinkedEvent,
        head,
      );
      events.push(linked);
      head = linked;
    }
  }
  if (events.length === 0) return 0;
  await addEvents(writing, events, people);
  await noteChange(writing, {
    events: events.length,
    records: people.length,
    recordIds: [],
    added: [[writer, begin.sequence + 1, head.sequence]],
  });
  return people.length;
}

/** The event that a row already is, and its place among rows of the same case, which differ in the person. */
type Place = { event?: TrailEvent; next: number };

/**
 * The event that began the record which a row already is: of the same case and person, imported by any installation whose
 * trail is here, or of the id that the row names. Else the place that it takes among rows of the same case. A row whose person was
 * erased is here: nobody is brought back by importing the file again.
 */
async function placeOf(
  transaction: Reading | Writing,
  row: ImportRow,
  writers: readonly string[],
): Promise<Place> {
  for (const writer of writers) {
    const event = await eventOfAttempt(transaction, attemptBefore(row, writer));
    if (event) return { event, next: 0 };
  }
  if (row.recordId) {
    const events = await eventsOfRecord(transaction, row.recordId);
    const event = events.find(({ kind }) => kind === 'recorded');
    if (event) return { event, next: 0 };
  }
  const places: Place[] = [];
  for (const writer of writers) {
    const place = await amongSameCase(transaction, row, writer);
    if (place.event) return place;
    places.push(place);
  }
  return places[0]!;
}

async function amongSameCase(
  transaction: Reading | Writing,
  row: ImportRow,
  writer: string,
): Promise<Place> {
  const named = canonicalJson(apart(row).signer);
  for (let next = 0; ; next++) {
    const event = await eventOfAttempt(transaction, attemptOf(row, writer, 'recorded', next));
    if (!event) return { next };
    const [person] = (await readPeople(transaction, [event])).values();
    if (!person || canonicalJson(person.signer) === named) return { event, next };
  }
}

/** This installation, and all others whose events are here. */
async function writersToTry(transaction: Reading | Writing): Promise<string[]> {
  const { writer } = await readInstallation(transaction);
  return [...new Set([writer, ...(await writersHere(transaction))])];
}

/**
 * The attempt that a row is, as a UUID of its content (version 8); `at` counts rows of the same case that name other people. It
 * names the writer as well: two installations that import one file each make records of their own, and their trails can still be
 * brought together.
 */
function attemptOf(row: ImportRow, writer: string, part: string, at: number): string {
  return uuidOf({ at, part, row: contentOf(row), writer });
}

/** The attempt that a row was in builds until November 2026. */
function attemptBefore(row: ImportRow, writer: string): string {
  return uuidOf({ part: 'recorded', row: contentBefore(row), writer });
}

function uuidOf(content: unknown): string {
  const digest = sha256(canonicalJson(content));
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

function apart({ attestation }: ImportRow): { signer: Signer; rest: AttestationCase } {
  const { firstName, lastName, email, phoneNumber, signerRole, ...rest } = attestation;
  return {
    signer: signerSchema.parse({ firstName, lastName, email, phoneNumber, signerRole }),
    rest,
  };
}

function open({ database }: Trail): Reading {
  return database.transaction(stores, 'readonly') as unknown as Reading;
}
