import { contentOf, type ImportRow, personIn, type RowFinding } from '@/lib/domain/csv/import-row';
import type { AttestationCase, Signer } from '@/lib/domain/record/attestation';
import { problemsOf } from '@/lib/domain/record/attestation-problems';
import { languagesOf } from '@/lib/domain/record/countries';
import type { Actor } from '@/lib/domain/record/record';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { type Head, linkEvent, personOf, type UnlinkedEvent } from '@/lib/domain/trail/trail-chain';
import { numberOf } from '@/lib/domain/trail/trail-fold';
import type { StoreName } from './database';
import { findCustomer } from './history-reading';
import { attemptOf, rowFinder } from './known-rows';
import { noteChange, noteWitness, refuseWhenDamaged, type Trail } from './trail';
import { readHead } from './trail-heads';
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
  const { find } = await rowFinder(open(trail));
  const known = await Promise.all(rows.map(find));
  const findings: RowFinding[] = [];
  for (const [at, { row, attestation }] of rows.entries()) {
    const { event, isErased } = known[at]!;
    const customerRecords = event ? [] : await findCustomer(trail, attestation);
    const problems = problemsOf(attestation, { now, ownDomains, languagesOf, customerRecords });
    findings.push({
      row,
      problems,
      ...(event && { here: numberOf(event.sequence) }),
      ...(isErased && { erased: true }),
    });
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

const stores: StoreName[] = ['events', 'people', 'attempts', 'checkpoints', 'meta', 'journal'];

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
  const { writer, find, freeFrom } = await rowFinder(writing);
  const known = await Promise.all(made.map(({ row }) => find(row)));
  const begin = await readHead(writing, writer);
  /** Of each case that is added to: who is named by its rows, and the place of the next. */
  const cases = new Map<string, { named: Set<string>; next: number }>();
  const events: TrailEvent[] = [];
  const people: TrailPerson[] = [];
  let head: Head = begin;
  for (const [at, { row, signer, person, events: parts }] of made.entries()) {
    const { event: here, next } = known[at]!;
    if (here) continue;
    const content = canonicalJson(contentOf(row));
    const ofCase = cases.get(content) ?? { named: new Set(), next };
    cases.set(content, ofCase);
    if (ofCase.named.has(canonicalJson(signer))) continue;
    ofCase.named.add(canonicalJson(signer));
    const place = await freeFrom(row, ofCase.next);
    ofCase.next = place + 1;
    people.push(person);
    for (const { part, ...event } of parts) {
      const linked = linkEvent(
        { ...event, writer, attemptId: attemptOf(row, writer, part, place) } as UnlinkedEvent,
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

function apart(row: ImportRow): { signer: Signer; rest: AttestationCase } {
  const { firstName, lastName, email, phoneNumber, signerRole, ...rest } = row.attestation;
  return { signer: personIn(row), rest };
}

function open({ database }: Trail): Reading {
  return database.transaction(stores, 'readonly') as unknown as Reading;
}
