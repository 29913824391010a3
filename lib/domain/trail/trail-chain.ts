import type { Signer } from '../record/attestation';
import { canonicalJson } from './canonical-json';
import { sha256 } from './sha256';
import type { TrailEvent, TrailPerson } from './trail';

/** Where a writer's chain ends: what its next event must follow. */
export type Head = { sequence: number; hash: string };

/** Where a writer's chain ends. */
export type WriterHead = Head & { writer: string };

/** Before the first event. */
export const genesis: Head = { sequence: 0, hash: '0'.repeat(64) };

/** Omits from each kind of event by itself, which `Omit` on the union would not. */
type Without<Event, Key extends string> = Event extends unknown ? Omit<Event, Key> : never;

/** An event that has no place in a chain yet. */
export type UnlinkedEvent = Without<TrailEvent, 'sequence' | 'previousHash' | 'hash'>;

/** The hash of an event: over everything in it but the hash itself. */
export function hashOf(event: Without<TrailEvent, 'hash'> | TrailEvent): string {
  // Left out as undefined: the members keep their order, and the browser copies them in one go.
  return sha256(canonicalJson({ ...event, hash: undefined }));
}

/**
 * The hash of an event whose canonical text is at hand, with `hash` in it: over the text without that. Making it by `hashOf`
 * writes the text once more.
 */
export function hashOfLine(line: string, hash: string): string {
  const member = `"hash":"${hash}",`;
  const at = line.indexOf(member);
  // Something else may have a member of this name; then only the event itself says which is its own.
  if (at < 0 || line.indexOf(member, at + 1) >= 0) return hashOf(JSON.parse(line));
  return sha256(line.slice(0, at) + line.slice(at + member.length));
}

/** Give an event its place after `head`. Changing any earlier event changes every later hash. */
export function linkEvent(event: UnlinkedEvent, head: Head): TrailEvent {
  const body = { ...event, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...body, hash: hashOf(body) };
}

/** What stands in an event for its signer. Without the salt nobody can guess the person from it. */
export function signerDigest(signer: Signer, salt: string): string {
  return sha256(canonicalJson({ salt, signer }));
}

/** The digest of a person whose canonical text is at hand: `digest` comes first in it, and is no part of what it is made of. */
export function digestOfLine(line: string, person: TrailPerson): string {
  const { digest, salt, signer } = person;
  const first = `{"digest":"${digest}",`;
  // Whatever else stands there is no part of it either.
  if (!line.startsWith(first) || Object.keys(person).length !== 3)
    return signerDigest(signer, salt);
  return sha256(`{${line.slice(first.length)}`);
}

/** A person as it is kept beside the chain. `salt` must be 64 random hexadecimal digits, new for each event. */
export function personOf(signer: Signer, salt: string): TrailPerson {
  return { digest: signerDigest(signer, salt), salt, signer };
}

/**
 * What is wrong at one place of a chain:
 * `changed` the event is not what was hashed · `missing` events before this one are gone · `moved` it stands
 * in the wrong place · `added` its place is taken twice, or it follows the known end · `unlinked` it does not
 * follow the event before it (one of the two was made again) · `foreign` it belongs to another writer ·
 * `tail-missing` the chain ends before its known head · `rewritten` the known head is not in the chain.
 */
export type BreakCode =
  | 'changed'
  | 'missing'
  | 'moved'
  | 'added'
  | 'unlinked'
  | 'foreign'
  | 'tail-missing'
  | 'rewritten';

/** The first thing that is wrong. `sequence` is the place where it shows (for `missing`: the first place lost). */
export type Break = { code: BreakCode; writer: string; sequence: number };

export type ChainCheck = {
  /** The writer whose chain it is; the first event's writer unless given. */
  writer?: string;
  /** Where the given events begin: after this head. Lets a long chain be checked in slices. */
  after?: Head;
  /** The end that is known from elsewhere (a witness, an export). */
  head?: Head;
  /** The head was noted earlier: events after it are no fault. */
  mayGoOn?: boolean;
  /** What makes an event's hash: other than `hashOf` where its text is at hand. */
  hash?: (event: TrailEvent) => string;
};

/**
 * The first break in one writer's chain, in the order in which the events stand, or `undefined` when
 * there is none. What nobody knows of (a chain made anew from its start, with no head noted elsewhere) cannot be found.
 */
export function firstBreak(
  events: readonly TrailEvent[],
  check: ChainCheck = {},
): Break | undefined {
  const { writer = events[0]?.writer ?? '', after = genesis, head, mayGoOn = false } = check;
  const { hash = hashOf } = check;
  let previous = after;
  for (const event of events) {
    const code = breakAt(event, previous, { writer, events, hash });
    if (code) {
      const sequence = code === 'missing' ? previous.sequence + 1 : event.sequence;
      return { code, writer, sequence };
    }
    if (head && event.sequence === head.sequence && event.hash !== head.hash)
      return { code: 'rewritten', writer, sequence: event.sequence };
    if (head && event.sequence > head.sequence && !mayGoOn)
      return { code: 'added', writer, sequence: event.sequence };
    previous = event;
  }
  if (head && previous.sequence < head.sequence)
    return { code: 'tail-missing', writer, sequence: previous.sequence + 1 };
  return undefined;
}

function breakAt(
  event: TrailEvent,
  previous: Head,
  {
    writer,
    events,
    hash,
  }: { writer: string; events: readonly TrailEvent[]; hash: (event: TrailEvent) => string },
): BreakCode | undefined {
  if (event.writer !== writer) return 'foreign';
  const place = previous.sequence + 1;
  if (event.sequence > place)
    return events.some(({ sequence }) => sequence === place) ? 'moved' : 'missing';
  if (event.sequence < place) return 'added';
  if (hash(event) !== event.hash) return 'changed';
  return event.previousHash === previous.hash ? undefined : 'unlinked';
}

/** The events of each writer, in the order in which they stand, and the writers in order of their ids. */
export function byWriter(events: readonly TrailEvent[]): [writer: string, TrailEvent[]][] {
  const chains = new Map<string, TrailEvent[]>();
  for (const event of events) {
    const chain = chains.get(event.writer);
    if (chain) chain.push(event);
    else chains.set(event.writer, [event]);
  }
  return [...chains].sort(([one], [other]) => (one < other ? -1 : 1));
}
