import { type RecordState, recordStates, type Scenario, scenarios } from './attestation';
import { customerCodesOf } from './history-customer';
import type { Order } from './history-order';
import { contentTextOf, noteTextOf, searchTextOf } from './history-search';
import { chunkSize, packTexts, type TextChunk, textAt, unpackTexts } from './history-texts';
import type { AttestationRecord, RecordSort } from './record';
import { customerKeysOf } from './record-customer';
import type { TrailEvent, TrailPerson } from './trail';
import { attestationOf, numberOf } from './trail-fold';

// What lists, filters, searches, sorting and counts are answered from without reading a record: a few bytes and the
// folded text of each. It is made of the events and can always be made again. A record keeps its slot as long as it exists.

export type HistoryIndex = {
  /** The trail's count of changes that it has followed. */
  changes: number;
  /** Slots in use, those of removed records included, and how many records there are. */
  size: number;
  records: number;
  columns: Columns;
  /** Ids of each chunk's records, end to end. */
  ids: string[];
  writers: string[];
  /** Texts by chunk; `undefined` while they lie on the disk only. */
  texts: TextChunk[] | undefined;
  /** Texts that are newer than those in the chunks. */
  late: Map<number, string>;
  /** The orders that were asked for (lib/domain/history-order.ts), and the slots that have changed since the first was made. */
  orders: Map<RecordSort, Order>;
  changed: number[];
  /** Chunks that were changed since they were written to the disk. */
  dirty: Set<number>;
  /** The count of changes of what lies on the disk, when it was read from there or written. */
  packed: number | undefined;
  /** Where each record is, while very many are looked for. */
  slots: Map<string, number> | undefined;
};

/** One value a slot. Times are milliseconds since 1970; `sequence` is the place of the record's first event, `events` how many it has: 0 when it is gone, 255 for many. */
export type Columns = {
  recordedAt: Float64Array;
  changedAt: Float64Array;
  sequence: Uint32Array;
  writer: Uint16Array;
  state: Uint8Array;
  scenario: Uint8Array;
  events: Uint8Array;
  /** The customer's keys as the newest version has them (lib/domain/history-customer.ts). */
  tenantCode: Uint32Array;
  domainCode: Uint32Array;
  mailCode: Uint32Array;
  nameCode: Uint32Array;
};

const manyEvents = 255;

const idLength = 36;

/** An index of no records, for a trail that has changed so often. */
export function emptyIndex(changes: number, capacity = chunkSize): HistoryIndex {
  return {
    changes,
    size: 0,
    records: 0,
    columns: emptyColumns(capacity),
    ids: [],
    writers: [],
    texts: [],
    late: new Map(),
    orders: new Map(),
    changed: [],
    dirty: new Set(),
    packed: undefined,
    slots: undefined,
  };
}

/** Columns for so many slots. */
export function emptyColumns(capacity: number): Columns {
  return {
    recordedAt: new Float64Array(capacity),
    changedAt: new Float64Array(capacity),
    sequence: new Uint32Array(capacity),
    writer: new Uint16Array(capacity),
    state: new Uint8Array(capacity),
    scenario: new Uint8Array(capacity),
    events: new Uint8Array(capacity),
    tenantCode: new Uint32Array(capacity),
    domainCode: new Uint32Array(capacity),
    mailCode: new Uint32Array(capacity),
    nameCode: new Uint32Array(capacity),
  };
}

/** Note a record as it stands now, whether or not it was known. Answers with its slot. */
export function putRecord(index: HistoryIndex, record: AttestationRecord): number {
  const { recordId, writer, number, versions, moves, files, erasures } = record;
  const known = slotOf(index, recordId);
  const slot = known ?? newSlot(index, recordId);
  const events = versions.length + moves.length + files.length + erasures.length;
  set(index, slot, {
    recordedAt: Date.parse(record.recordedAt),
    changedAt: Date.parse(record.changedAt),
    writer: writerCode(index, writer),
    sequence: Number(number.slice(numberOf(0).indexOf('0'))),
    state: recordStates.indexOf(record.state),
    scenario: scenarios.indexOf(record.current.scenario),
    events: Math.min(events, manyEvents),
    ...customerCodesOf(customerKeysOf(record)),
  });
  index.late.set(slot, searchTextOf(record));
  return slot;
}

/** Forget a record. It is no fault when it is not known. */
export function removeRecord(index: HistoryIndex, recordId: string): void {
  const slot = slotOf(index, recordId);
  if (slot === undefined) return;
  index.columns.events[slot] = 0;
  index.records--;
  index.late.set(slot, '');
  noteChanged(index, slot);
}

/**
 * Follow one event, given in order of writer and place with the person it names. Answers false, having done nothing,
 * when this event alone does not say what has become of the record: it stands in a slot before `since` (so there may be
 * events of it in other chains), it began in another chain, or it was corrected or erased. Then it must be folded and put.
 */
export function followEvent(
  index: HistoryIndex,
  event: TrailEvent,
  person: TrailPerson | undefined,
  since = 0,
): boolean {
  const { kind, recordId, writer } = event;
  const at = Date.parse(event.at);
  if (kind === 'recorded') {
    if (slotOf(index, recordId) !== undefined) return false;
    const slot = newSlot(index, recordId);
    const current = attestationOf(event, person);
    set(index, slot, {
      recordedAt: at,
      changedAt: at,
      writer: writerCode(index, writer),
      sequence: event.sequence,
      state: recordStates.indexOf('recorded'),
      scenario: scenarios.indexOf(event.case.scenario),
      events: 1,
      ...customerCodesOf(customerKeysOf({ current })),
    });
    index.late.set(slot, contentTextOf(numberOf(event.sequence), recordId, current));
    return true;
  }
  const slot = slotOf(index, recordId);
  if (slot === undefined || slot < since) return false;
  if (index.writers[index.columns.writer[slot]!] !== writer) return false;
  // What was erased, and the contents of a correction, stand beside other events of the record.
  if (kind === 'erased' || kind === 'corrected') return false;
  const text = kind === 'moved' && event.note !== '' ? slotText(index, slot) : '';
  if (text === undefined) return false;
  if (kind === 'moved') index.columns.state[slot] = recordStates.indexOf(event.state);
  index.columns.changedAt[slot] = at;
  index.columns.events[slot] = Math.min(index.columns.events[slot]! + 1, manyEvents);
  noteChanged(index, slot);
  if (text !== '') index.late.set(slot, `${text}\n${noteTextOf((event as { note: string }).note)}`);
  return true;
}

/** A slot's folded text; `undefined` when it is not in memory. */
export function slotText({ late, texts }: HistoryIndex, slot: number): string | undefined {
  return late.get(slot) ?? textAt(texts?.[chunkOf(slot)], slot % chunkSize);
}

/** Lay late texts into their chunks. Needs the texts to be here. */
export function settleTexts(index: HistoryIndex): void {
  const { texts, late } = index;
  if (!texts) throw new TypeError('expected an index with its texts');
  const changed = new Map<number, (string | undefined)[]>();
  for (const [slot, text] of late) {
    const chunk = chunkOf(slot);
    let own = changed.get(chunk);
    if (!own) {
      own = unpackTexts(texts[chunk] ?? []);
      changed.set(chunk, own);
    }
    own[slot % chunkSize] = text;
    index.dirty.add(chunk);
  }
  for (const [chunk, own] of changed) texts[chunk] = packTexts(own);
  late.clear();
}

/** What a slot is of. */
export type SlotRecord = {
  recordId: string;
  writer: string;
  sequence: number;
  events: number;
};

export function recordAt({ ids, columns, writers }: HistoryIndex, slot: number): SlotRecord {
  const from = (slot % chunkSize) * idLength;
  return {
    recordId: ids[chunkOf(slot)]!.slice(from, from + idLength),
    writer: writers[columns.writer[slot]!]!,
    sequence: columns.sequence[slot]!,
    events: columns.events[slot]!,
  };
}

export function stateAt({ columns }: HistoryIndex, slot: number): RecordState {
  return recordStates[columns.state[slot]!]!;
}

export function scenarioAt({ columns }: HistoryIndex, slot: number): Scenario {
  return scenarios[columns.scenario[slot]!]!;
}

/** The chunk a slot is in. */
export function chunkOf(slot: number): number {
  return Math.floor(slot / chunkSize);
}

/** The slot of a record that exists. */
export function slotOf(index: HistoryIndex, recordId: string): number | undefined {
  if (index.slots) return index.slots.get(recordId);
  for (const [chunk, ids] of index.ids.entries()) {
    for (let at = ids.indexOf(recordId); at >= 0; at = ids.indexOf(recordId, at + 1)) {
      const slot = chunk * chunkSize + at / idLength;
      if (at % idLength === 0 && index.columns.events[slot]! > 0) return slot;
    }
  }
  return undefined;
}

/** Remember where each record is, as long as very many are looked for; `false` forgets it again. */
export function rememberSlots(index: HistoryIndex, wanted: boolean): void {
  index.slots = undefined;
  if (!wanted) return;
  const slots = new Map<string, number>();
  for (let slot = 0; slot < index.size; slot++)
    if (index.columns.events[slot]! > 0) slots.set(recordAt(index, slot).recordId, slot);
  index.slots = slots;
}

function newSlot(index: HistoryIndex, recordId: string): number {
  const slot = index.size;
  const chunk = chunkOf(slot);
  if (slot >= index.columns.state.length) grow(index);
  index.ids[chunk] = (index.ids[chunk] ?? '') + recordId;
  index.slots?.set(recordId, slot);
  index.size++;
  index.records++;
  return slot;
}

function grow(index: HistoryIndex): void {
  const larger = emptyColumns(index.columns.state.length * 2);
  for (const name of Object.keys(larger) as (keyof Columns)[])
    larger[name].set(index.columns[name]);
  index.columns = larger;
}

function set(index: HistoryIndex, slot: number, values: Record<keyof Columns, number>): void {
  const { columns } = index;
  columns.recordedAt[slot] = values.recordedAt;
  columns.changedAt[slot] = values.changedAt;
  columns.sequence[slot] = values.sequence;
  columns.writer[slot] = values.writer;
  columns.state[slot] = values.state;
  columns.scenario[slot] = values.scenario;
  columns.events[slot] = values.events;
  columns.tenantCode[slot] = values.tenantCode;
  columns.domainCode[slot] = values.domainCode;
  columns.mailCode[slot] = values.mailCode;
  columns.nameCode[slot] = values.nameCode;
  noteChanged(index, slot);
}

function noteChanged(index: HistoryIndex, slot: number): void {
  index.dirty.add(chunkOf(slot));
  // Before anybody has asked for an order, or one is kept on the disk, nothing has to follow.
  if (index.orders.size > 0 || index.packed !== undefined) index.changed.push(slot);
}

function writerCode({ writers }: HistoryIndex, writer: string): number {
  const code = writers.indexOf(writer);
  return code >= 0 ? code : writers.push(writer) - 1;
}
