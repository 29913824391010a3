#!/usr/bin/env node
// Checks a file that Countersign has exported ("Everything"). It needs Node 20.19 or newer and nothing else, and
// shares no code with the extension: two programs that agree are harder to fool than one.
//
//   node verify.mjs FILE                      is it whole?
//   node verify.mjs FILE --head 42-9f3a-…     and does it hold the event whose fingerprint was noted elsewhere?
//
// Exit code: 0 it is whole · 1 it is not · 2 it could not be read, or was asked for wrongly.
//
// The file is a JSON list with one item a line. Each line is exactly the canonical JSON (RFC 8785) of an object with one
// key, which names what it is, and a comma. In this order:
//   top         what wrote it, and when, with the fingerprint of the end that is worth noting
//   checkpoint  what replaces events that were deleted from the beginning of a chain
//   event       one thing that happened. Its `hash` is SHA-256 over the canonical JSON of all else in it; `previousHash`
//               is the hash of the event before it in the chain of the same `writer`
//   person      whom the event above names: its `signer` is SHA-256 over the canonical JSON of {salt, signer}
//   file        the name of the file that the event above attached, and then
//   piece       its bytes in base64
//   end         where each chain ends, and the seal: SHA-256 over every byte before this line
// People and files that a later event says are erased are not in it.

import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const longestLine = 2 * 1024 * 1024;
const pieceBytes = 768 * 1024;
const noHash = '0'.repeat(64);

/** The answer is `{ problem }` or `{ report }`. `head` is a fingerprint as `readFingerprint` gives it. */
export async function verify(chunks, head) {
  const problems = [];
  const file = {
    top: undefined,
    checkpoints: [],
    heads: [],
    events: 0,
    people: 0,
    files: 0,
    erasures: 0,
  };
  const chain = chainsOf(problems, head);
  const beside = besideOf(problems);
  const seal = createHash('sha256');
  let expected = 'open';
  let number = 0;
  let topLine = 0;
  let cut = false;

  for await (const line of linesOf(chunks)) {
    number += 1;
    cut = line.cut;
    const at = { line: number };
    const wrong = (code, more) => problems.push({ code, ...at, ...more });
    if (expected === 'open') {
      if (line.bytes.toString('latin1') !== '[') wrong('not-ours');
      seal.update(line.bytes).update('\n');
      expected = 'top';
      continue;
    }
    if (expected === 'close' || expected === 'nothing') {
      if (expected === 'nothing' || line.bytes.toString('latin1') !== ']')
        wrong('layout', { column: 1 });
      expected = 'nothing';
      continue;
    }

    let item = itemOf(line.bytes);
    if (expected === 'top') {
      const { format, version } = topOf(line.bytes);
      if (format !== 'countersign-trail') item = { problem: { code: 'not-ours' } };
      else if (typeof version === 'number' && version > 1) item = { problem: { code: 'newer' } };
      expected = 'checkpoints';
    }
    if (item.name !== 'end') seal.update(line.bytes).update('\n');
    if (item.problem) {
      if (item.problem.code === 'person-changed') Object.assign(at, beside.passPerson());
      wrong(item.problem.code, { ...item.problem, ...at });
      continue;
    }
    const { name, value } = item;
    const isEarly = name === 'top' || name === 'checkpoint';
    if (isEarly && (expected === 'events' || (name === 'top' && file.top))) {
      wrong('layout', { column: 1 });
      continue;
    }
    if (!isEarly) expected = 'events';

    if (name === 'top') {
      file.top = value;
      topLine = number;
    }
    if (name === 'checkpoint') {
      file.checkpoints.push(value);
      chain.checkpoint(value, number);
    }
    if (name === 'event') {
      file.events += 1;
      if (value.kind === 'erased') file.erasures += 1;
      beside.event(value, number);
      chain.event(value, number);
    }
    if (name === 'person') {
      file.people += 1;
      beside.person(value, number);
    }
    if (name === 'file') {
      file.files += 1;
      beside.file(value, number);
    }
    if (name === 'piece') beside.piece(value, number);
    if (name === 'end') {
      beside.settle(number);
      file.heads = value.heads;
      chain.heads(value.heads, number);
      if (file.top && file.top.fingerprint !== endToNote(value.heads, file.top.writer))
        problems.push({ code: 'top-contradicts', line: topLine });
      if (value.seal !== seal.digest('hex')) wrong('seal-broken');
      expected = 'close';
    }
  }

  if (cut || expected !== 'nothing') {
    // What seems wrong with an unfinished last line is only that it is unfinished.
    const last = problems.at(-1);
    if (cut && last?.line === number && last.code !== 'not-ours') problems.pop();
    problems.push({ code: file.top ? 'truncated' : 'not-ours', line: number });
  }
  beside.end();
  chain.end(number);
  const problem = mostTelling(problems);
  if (problem || !file.top) return { problem: problem ?? { code: 'not-ours', line: 1 } };
  return { report: { ...file, ...chain.figures() } };
}

// --- Lines -----------------------------------------------------------------------------------------------------------

/** Lines without their line feed; `cut` is one that has none. Too long a line is given as its beginning. */
async function* linesOf(chunks) {
  let kept = [];
  let length = 0;
  const keep = (part) => {
    const room = Math.max(0, longestLine + 1 - length);
    kept.push(part.subarray(0, room));
    length += Math.min(part.length, room);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      yield { bytes: Buffer.concat(kept), cut: false };
      [kept, length, from] = [[], 0, at + 1];
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield { bytes: Buffer.concat(kept), cut: true };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(bytes) {
  if (bytes.length > longestLine) return undefined;
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text.replace(/,$/, '')) };
  } catch {
    return undefined;
  }
}

function topOf(bytes) {
  const top = parse(bytes)?.value?.top;
  return isObject(top) ? top : {};
}

/** `{ name, value }` of a line that is exactly the canonical text of one item, or `{ problem }`. */
function itemOf(bytes) {
  const parsed = parse(bytes);
  if (!parsed) return { problem: { code: 'layout', column: 1 } };
  const names = isObject(parsed.value) ? Object.keys(parsed.value) : [];
  const name = names.length === 1 && Object.hasOwn(shapes, names[0]) ? names[0] : undefined;
  let wanted = name === 'end' ? '' : ',';
  try {
    wanted = canonical(parsed.value) + wanted;
  } catch {
    // Half a character, or a text nested without end: it has no canonical text.
  }
  if (parsed.text !== wanted) {
    let column = 0;
    while (column < wanted.length && parsed.text[column] === wanted[column]) column += 1;
    return { problem: { code: 'layout', column: column + 1 } };
  }
  if (!name) return { problem: { code: 'malformed' } };
  const value = parsed.value[name];
  // What has a changed form was changed, so hashes are looked at first.
  if (name === 'person' && !isHashed(value, 'digest', ({ salt, signer }) => ({ salt, signer })))
    return { problem: { code: 'person-changed' } };
  if (name === 'event' && !isHashed(value, 'hash', ({ hash: _, ...body }) => body))
    return { problem: { code: 'changed', ...placeOf(value) } };
  if (!shapes[name](value)) return { problem: { code: 'malformed', ...placeOf(value) } };
  return { name, value };
}

function placeOf(event) {
  if (!isObject(event)) return {};
  const { writer, sequence } = event;
  return {
    ...(typeof writer === 'string' && { writer }),
    ...(typeof sequence === 'number' && { sequence }),
  };
}

// --- The one text of a value (RFC 8785) and its hashes ---------------------------------------------------------------

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('half a character');
  return JSON.stringify(value);
}

function sha256(value) {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Whether the hash in a value is that of the part it is made over. */
function isHashed(value, member, part) {
  try {
    return isObject(value) && value[member] === sha256(part(value));
  } catch {
    return false; // nested almost without end, or a part is not there
  }
}

// --- What each item must have: exactly this, in every part of it -----------------------------------------------------

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isPlace = (value) => Number.isSafeInteger(value) && value > 0;
const isText = (value, longest) => typeof value === 'string' && value.length <= longest;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isOneOf = (words) => (value) => typeof value === 'string' && words.includes(value);
const isListOf = (isOne) => (value) => Array.isArray(value) && value.every(isOne);
const text = (longest) => (value) => isText(value, longest);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const noUuid = /^(00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
const isId = (value) => typeof value === 'string' && (uuid.test(value) || noUuid.test(value));

/** Whether a value is an object with these members, each as it must be, and no other. */
const has = (members) => {
  const names = Object.keys(members);
  return (value) =>
    isObject(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && members[name](value[name]));
};

/** Minutes from UTC: no clock is a day away from it. */
const isOffset = (value) => Number.isInteger(value) && Math.abs(value) <= 24 * 60;

/** A moment in UTC that exists, with its seconds, as ISO 8601 writes it. */
function isMoment(value) {
  if (typeof value !== 'string') return false;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value.slice(0, 10);
}

const head = { writer: isId, sequence: isPlace, hash: isHash };
const isActor = has({ name: text(300), role: text(40) });

const isCase = has({
  companyName: text(300),
  customerTenantId: text(300),
  customerDomain: text(300),
  country: text(300),
  language: text(300),
  dateAgreed: text(300),
  scenario: isOneOf(['existing-partner', 'new-partner', 'neither', 'unknown']),
  acceptedHow: isOneOf([
    '',
    'signed-document',
    'e-signature',
    'e-mail',
    'microsoft-page',
    'direct',
    'spoken',
    'other',
  ]),
  evidenceNote: text(10_000),
  reference: text(300),
  recordedBy: text(300),
  recorderRole: isOneOf(['admin-agent', 'sales-agent', 'global-admin', 'helpdesk-agent', 'other']),
});

const isAnyText = text(Number.POSITIVE_INFINITY);
const isSeen = has({ quote: isAnyText, language: isAnyText, address: isAnyText, at: isAnyText });

const isState = isOneOf([
  'recorded',
  'link-created',
  'customer-accepted',
  'agreement-created',
  'verified',
  'direct-acceptance-asked',
  'direct-accepted',
  'handed-to-provider',
  'link-expired',
  'refused',
  'withdrawn',
]);

const isFile = has({
  fileId: isId,
  sha256: isHash,
  bytes: (value) => isPlace(value) && value <= 10 * 1024 * 1024,
  type: (value) => isText(value, 100) && /^([a-z0-9.+-]+\/[a-z0-9.+-]+)?$/.test(value),
  origin: isOneOf(['picked', 'dropped', 'pasted']),
  nameDigest: isHash,
});

const inEveryEvent = {
  ...head,
  format: (value) => value === 1,
  previousHash: isHash,
  at: isMoment,
  offsetMinutes: isOffset,
  by: isActor,
  recordId: isId,
  attemptId: isId,
  kind: isAnyText,
};
const content = { version: isPlace, case: isCase, signer: isHash, reason: text(2_000) };
const kinds = {
  recorded: content,
  corrected: content,
  moved: { state: isState, occurredOn: text(10), note: text(10_000) },
  attached: { file: isFile },
  erased: { signers: isListOf(isHash), fileIds: isListOf(isId), reason: text(2_000) },
};

const isOfKind = Object.fromEntries(
  Object.entries(kinds).map(([kind, more]) => [kind, has({ ...inEveryEvent, ...more })]),
);
const isSeenAndRecorded = has({ ...inEveryEvent, ...kinds.recorded, seen: isSeen });

function isEvent(value) {
  if (!isObject(value) || !isOneOf(Object.keys(kinds))(value.kind)) return false;
  const hasSeen = value.kind === 'recorded' && Object.hasOwn(value, 'seen');
  return hasSeen ? isSeenAndRecorded(value) : isOfKind[value.kind](value);
}

const shapes = {
  top: has({
    format: isOneOf(['countersign-trail']),
    version: (value) => value === 1,
    product: text(200),
    exportedAt: isMoment,
    writer: isId,
    fingerprint: text(100),
  }),
  checkpoint: has({ ...head, at: isMoment, by: isActor, events: isPlace, records: isCount }),
  event: isEvent,
  person: has({
    digest: isHash,
    salt: isHash,
    signer: has({
      firstName: text(300),
      lastName: text(300),
      email: text(300),
      phoneNumber: text(300),
      signerRole: text(300),
    }),
  }),
  file: has({
    fileId: isId,
    name: (value) => isText(value, 255) && value !== '',
    salt: isHash,
  }),
  piece: has({
    fileId: isId,
    part: isCount,
    data: (value) => isText(value, (pieceBytes / 3) * 4) && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
  }),
  end: has({ heads: isListOf(has(head)), seal: isHash }),
};

// --- The order of the events -----------------------------------------------------------------------------------------

function chainsOf(problems, known) {
  const starts = new Map();
  const ends = new Map();
  const begun = new Set();
  const attempts = new Set();
  const orphans = new Map();
  const named = new Map();
  const erasures = [];
  let gaps = [];
  let writerNow = '';
  let knownIn;
  let since = '';
  let until = '';
  let before;
  let setBack;
  const wrong = (code, at) => problems.push({ code, ...at });
  const endOf = (writer) => ends.get(writer) ?? { sequence: 0, hash: noHash };
  const reach = ({ writer, sequence, hash }) => {
    ends.set(writer, { sequence, hash });
    if (known && sequence === known.sequence && hash.startsWith(known.digits)) knownIn = writer;
  };

  return {
    checkpoint(start, line) {
      const before = [...starts.keys()].at(-1) ?? '';
      const { writer, sequence } = start;
      if (writer <= before) wrong('moved', { line, writer, sequence });
      starts.set(writer, start);
      reach(start);
    },
    event(event, line) {
      const { writer, sequence } = event;
      const at = { line, writer, sequence };
      const gap = gaps.find(
        (one) => one.writer === writer && one.from <= sequence && sequence < one.found,
      );
      const previous = endOf(writer);
      if (gap) {
        // It seemed gone and comes later: the event that was found in its place has moved.
        gaps = gaps.filter((one) => one !== gap);
        return wrong('moved', { line: gap.line, writer, sequence: gap.found });
      }
      if (writer < writerNow) return wrong('moved', at);
      if (sequence <= previous.sequence) return wrong('added', at);
      writerNow = writer;
      if (sequence > previous.sequence + 1)
        gaps.push({ line, writer, from: previous.sequence + 1, found: sequence });
      else if (event.previousHash !== previous.hash) wrong('unlinked', at);
      reach(event);
      // Clocks are set right by seconds all the time; by more than a minute somebody should know.
      const back = before?.writer === writer ? Date.parse(before.at) - Date.parse(event.at) : 0;
      if (back > 60_000)
        setBack = { writer, sequence, ...setBack, count: (setBack?.count ?? 0) + 1 };
      before = event;
      if (since === '' || event.at < since) since = event.at;
      if (event.at > until) until = event.at;
      if (event.kind === 'recorded' && begun.has(event.recordId)) wrong('record-twice', at);
      if (attempts.has(event.attemptId)) wrong('attempt-twice', at);
      if (event.kind === 'recorded') begun.add(event.recordId);
      else if (!begun.has(event.recordId) && !orphans.has(event.recordId))
        orphans.set(event.recordId, at);
      attempts.add(event.attemptId);
      // Each person and file belongs to one event, and only an event of the same record can erase it.
      const id = event.signer ?? event.file?.fileId;
      if (named.has(id)) wrong(event.signer ? 'person-twice' : 'file-twice', at);
      else if (id) named.set(id, event.recordId);
      if (event.kind === 'erased') erasures.push({ event, at });
    },
    heads(heads, line) {
      let before = '';
      for (const { writer, sequence, hash } of heads) {
        const last = endOf(writer);
        if (writer <= before) wrong('moved', { line, writer, sequence });
        before = writer;
        if (last.sequence < sequence)
          wrong('tail-missing', { line, writer, sequence: last.sequence + 1 });
        else if (last.sequence > sequence) wrong('added', { line, writer, sequence: sequence + 1 });
        else if (last.hash !== hash) wrong('rewritten', { line, writer, sequence });
      }
      for (const [writer, { sequence }] of ends)
        if (!heads.some((head) => head.writer === writer))
          wrong('added', { line, writer, sequence });
    },
    end(line) {
      for (const { writer, from, line } of gaps) wrong('missing', { line, writer, sequence: from });
      for (const [recordId, at] of orphans) if (!begun.has(recordId)) wrong('record-missing', at);
      for (const { event, at } of erasures) {
        const owners = [...event.signers, ...event.fileIds].map((id) => named.get(id));
        if (owners.some((owner) => owner && owner !== event.recordId)) wrong('erasure-stray', at);
      }
      if (!known || knownIn !== undefined) return;
      const { sequence } = known;
      const pruned = [...starts].find(([, start]) => start.sequence > sequence);
      const reaching = [...ends].find(([, last]) => last.sequence >= sequence);
      const longest = [...ends].sort(([, one], [, other]) => other.sequence - one.sequence)[0];
      if (pruned) wrong('head-pruned', { line, writer: pruned[0], sequence });
      else if (reaching) wrong('rewritten', { line, writer: reaching[0], sequence });
      else if (longest)
        wrong('tail-missing', { line, writer: longest[0], sequence: longest[1].sequence + 1 });
      else wrong('tail-missing', { line, sequence: 1 });
    },
    figures: () => ({
      records: begun.size,
      since,
      until,
      ...(setBack && { setBack }),
      ...(knownIn !== undefined && { afterKnown: endOf(knownIn).sequence - known.sequence }),
    }),
  };
}

// --- People and files, right after the event that names them ---------------------------------------------------------

function besideOf(problems) {
  const erased = new Set();
  // An erasure takes nothing that stands beside another record, whatever it names.
  const taken = new Set();
  const absent = [];
  const present = new Map();
  let awaited;
  const wrong = (code, at) => problems.push({ code, ...at });

  function settle(line) {
    const late = awaited;
    awaited = undefined;
    if (late?.kind === 'person')
      absent.push({ id: late.digest, code: 'person-missing', at: late.at });
    if (late?.kind === 'file')
      absent.push({ id: late.file.fileId, code: 'file-missing', at: late.at });
    if (late?.kind !== 'pieces' || late.failed) return;
    if (late.bytes !== late.file.bytes || late.hash.digest('hex') !== late.file.sha256)
      wrong('file-changed', { ...late.at, line });
  }

  return {
    settle,
    event(event, line) {
      settle(line);
      const { recordId, writer, sequence } = event;
      const at = { line, writer, sequence };
      if (event.kind === 'erased')
        for (const id of [...event.signers, ...event.fileIds]) {
          erased.add(id);
          taken.add(`${event.recordId}/${id}`);
        }
      if (event.signer) awaited = { kind: 'person', digest: event.signer, recordId, at };
      if (event.kind === 'attached')
        awaited = {
          kind: 'file',
          file: event.file,
          recordId,
          at: { ...at, fileId: event.file.fileId },
        };
    },
    person({ digest }, line) {
      if (awaited?.digest !== digest) return wrong('person-stray', { line });
      const { recordId, at } = awaited;
      present.set(digest, { code: 'person-stray', recordId, at: { ...at, line } });
      awaited = undefined;
    },
    /** The person that is awaited was changed: where its event is. */
    passPerson() {
      if (awaited?.kind !== 'person') return {};
      const { writer, sequence } = awaited.at;
      awaited = undefined;
      return { writer, sequence };
    },
    file({ fileId, name, salt }, line) {
      if (awaited?.kind !== 'file' || awaited.file.fileId !== fileId)
        return wrong('file-stray', { line, fileId });
      const at = { ...awaited.at, line };
      if (sha256({ name, salt }) !== awaited.file.nameDigest) wrong('name-changed', at);
      present.set(fileId, { code: 'file-stray', recordId: awaited.recordId, at });
      const hash = createHash('sha256');
      awaited = { ...awaited, kind: 'pieces', part: 0, bytes: 0, hash, failed: false };
    },
    piece({ fileId, part, data }, line) {
      if (awaited?.kind !== 'pieces') return wrong('file-stray', { line, fileId });
      const bytes = Buffer.from(data, 'base64');
      const wanted = Math.min(pieceBytes, awaited.file.bytes - awaited.bytes);
      const isNext = fileId === awaited.file.fileId && part === awaited.part && wanted > 0;
      awaited.part += 1;
      if (awaited.failed) return;
      // Node overlooks what is no base64, so it must also come back as it was written.
      if (!isNext || bytes.length !== wanted || bytes.toString('base64') !== data) {
        awaited.failed = true;
        return wrong('file-changed', { ...awaited.at, line });
      }
      awaited.bytes += bytes.length;
      awaited.hash.update(bytes);
    },
    end() {
      for (const { id, code, at } of absent) if (!erased.has(id)) wrong(code, at);
      for (const [id, { code, recordId, at }] of present)
        if (taken.has(`${recordId}/${id}`)) wrong(code, at);
    },
  };
}

// --- Which of several problems to name, and how ----------------------------------------------------------------------

/** One fault has consequences further on: the first group that has a problem holds its cause. */
const groups = [
  'not-ours newer layout malformed changed person-changed name-changed file-changed',
  'truncated',
  'missing moved added unlinked tail-missing rewritten head-pruned record-missing record-twice attempt-twice person-twice file-twice erasure-stray',
  'person-missing person-stray file-missing file-stray',
  'top-contradicts',
  'seal-broken',
].map((codes) => codes.split(' '));

function mostTelling(problems) {
  for (const group of groups) {
    const found = problems.filter(({ code }) => group.includes(code));
    if (found.length > 0) return found.sort((one, other) => one.line - other.line)[0];
  }
  return undefined;
}

const words = {
  'not-ours': 'This is not a file that Countersign exported with "Everything".',
  newer: 'A newer version of Countersign wrote this file. Use the checker of that version.',
  layout: 'A byte is not what it must be: this line is not the one text of what it holds.',
  malformed: 'An item has a field that does not belong there, or lacks one.',
  changed: 'An event was changed: it is not what was hashed when it was written.',
  'person-changed': 'Personal data was changed: it is not what the event was made with.',
  'name-changed': 'The name of an evidence file was changed.',
  'file-changed': 'An evidence file was changed or swapped: it is not the one that was attached.',
  truncated: 'The file ends too early: what follows this line is gone.',
  missing: 'Events were dropped: the chain goes on at a later place.',
  moved: 'An event stands in the wrong place.',
  added: 'An event was added: its place is taken already, or it follows the known end.',
  unlinked: 'An event does not follow the one before it: one of the two was made again.',
  'tail-missing': 'The end of a chain was cut off: it ends before the place that is known.',
  rewritten: 'The chain was written anew: at the known place stands another event.',
  'head-pruned':
    'The known place lies before a checkpoint: its event was deleted, so this cannot be shown.',
  'record-missing': 'An event belongs to a record whose beginning is not in the file.',
  'record-twice': 'A record begins twice.',
  'attempt-twice': 'The same save was written twice.',
  'person-twice': 'Two events name the same personal data: each has its own.',
  'file-twice': 'The same evidence file was attached twice under one id.',
  'erasure-stray': 'An event says that something was erased which belongs to another record.',
  'person-missing': 'Personal data was dropped: no event says that it was erased.',
  'person-stray':
    'Personal data stands where no event names it, or was erased and is here all the same.',
  'file-missing': 'An evidence file was dropped: no event says that it was erased.',
  'file-stray':
    'An evidence file stands where no event names it, or was erased and is here all the same.',
  'top-contradicts': 'The fingerprint at the top of the file is not of the end that the file has.',
  'seal-broken':
    'Something around the events was changed: where the file comes from, or when it was written.',
};

/** A text of the file for the terminal: a sign that could move, colour or break a line is shown as its number. */
function shown(text) {
  const plain = text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`,
  );
  return plain.length > 400 ? `${plain.slice(0, 400)}…` : plain;
}

export function sayProblem({ code, line, column, writer, sequence, fileId }) {
  const where = [
    `line ${line}`,
    column && `column ${column}`,
    sequence && `event ${sequence}`,
    writer && `chain ${shown(writer)}`,
    fileId && `file ${fileId}`,
  ];
  return `${words[code]}\n  ${code}: ${where.filter(Boolean).join(', ')}`;
}

export function fingerprintOf({ sequence, hash }) {
  return [sequence, ...hash.slice(0, 16).match(/.{4}/g)].join('-');
}

/** The fingerprint at the top: of the end of that installation's chain or, while it has none, of the longest. */
function endToNote(heads, writer) {
  const [longest] = [...heads].sort((one, other) => other.sequence - one.sequence);
  const noted = heads.find((head) => head.writer === writer) ?? longest;
  return noted ? fingerprintOf(noted) : '';
}

export function readFingerprint(text) {
  const found = /^\s*#?(\d{1,15})[\s\-–—·:]+([0-9a-f\s\-–—]+)$/i.exec(text);
  const digits = found?.[2].replace(/[\s\-–—]/g, '').toLowerCase() ?? '';
  return [16, 64].includes(digits.length) ? { sequence: Number(found[1]), digits } : undefined;
}

function sayReport(report) {
  const { top, events, records, people, files, erasures, checkpoints, heads, since, until } =
    report;
  const { setBack } = report;
  return [
    'Whole: every byte, every link and everything beside the events fits together.',
    `  ${events} events of ${records} records, with ${people} people and ${files} files; ${erasures} erasures`,
    ...(events > 0 ? [`  from ${since} until ${until}`] : []),
    ...(setBack
      ? [
          `  clock set back, times: ${setBack.count}, first before event ${setBack.sequence} of chain ${setBack.writer}; the order is certain`,
        ]
      : []),
    `  the file says: exported ${top.exportedAt} by ${shown(top.product)}`,
    ...checkpoints.map(
      ({ writer, sequence, at, by, events }) =>
        `  chain ${writer} begins after event ${sequence}: ${events} events were deleted by ${shown(by.name)} until ${at}`,
    ),
    ...heads.map((head) => `  chain ${head.writer} ends at ${fingerprintOf(head)}`),
    ...(report.afterKnown === undefined
      ? ['  Compare this end with one that was noted elsewhere: --head FINGERPRINT']
      : [`  It holds the known event; ${report.afterKnown} were written after it.`]),
  ].join('\n');
}

async function main(given) {
  const [path, option, text, ...more] =
    given[0] === '--head' ? [given[2], given[0], given[1]] : given;
  const head = text === undefined ? undefined : readFingerprint(text);
  const isHeadWrong = option !== undefined && (option !== '--head' || head === undefined);
  if (path === undefined || isHeadWrong || more.length > 0) {
    console.error(
      'usage: verify FILE [--head FINGERPRINT]   (a fingerprint looks like 42-9f3a-11bc-77d0-12ef)',
    );
    return 2;
  }
  try {
    const { problem, report } = await verify(
      createReadStream(path, { highWaterMark: 1024 * 1024 }),
      head,
    );
    console.log(problem ? sayProblem(problem) : sayReport(report));
    return problem ? 1 : 0;
  } catch (error) {
    console.error(`The file could not be read: ${error.message}`);
    return 2;
  }
}

const started = process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href;
if (started === import.meta.url) process.exitCode = await main(process.argv.slice(2));
