import { type RecordState, recordStates, type Scenario, scenarios } from '../record/attestation';
import type { AttestationRecord, RecordSort } from '../record/record';
import type { Found } from './history-found';
import type { Order } from './history-order';
import { chunkSize, packTexts, type TextChunk, textAt, unpackTexts } from './history-texts';
import { idLength } from './listed-rows';

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
  /** What was searched for last (lib/domain/history/history-found.ts), as long as no text has changed since. */
  found: Found | undefined;
  /** The orders that were asked for (lib/domain/history/history-order.ts), and the slots that have changed since the first was made. */
  orders: Map<RecordSort, Order>;
  changed: number[];
  /** Records that were read lately, by slot, as they stand. */
  read: Map<number, AttestationRecord>;
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
  /** The customer's keys as the newest version has them (lib/domain/history/history-customer.ts). */
  tenantCode: Uint32Array;
  domainCode: Uint32Array;
  mailCode: Uint32Array;
  nameCode: Uint32Array;
};

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
    found: undefined,
    orders: new Map(),
    changed: [],
    read: new Map(),
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

/** A slot's folded text; `undefined` when it is not in memory. */
export function slotText({ late, texts }: HistoryIndex, slot: number): string | undefined {
  return late.get(slot) ?? textAt(texts?.[chunkOf(slot)], slot % chunkSize);
}

/** Give a slot its text, or another one. */
export function putText(index: HistoryIndex, slot: number, text: string): void {
  index.late.set(slot, text);
  index.found = undefined;
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
  slot: number;
  recordId: string;
  writer: string;
  sequence: number;
  events: number;
};

export function recordAt({ ids, columns, writers }: HistoryIndex, slot: number): SlotRecord {
  const from = (slot % chunkSize) * idLength;
  return {
    slot,
    recordId: ids[chunkOf(slot)]!.slice(from, from + idLength),
    writer: writers[columns.writer[slot]!]!,
    sequence: columns.sequence[slot]!,
    events: columns.events[slot]!,
  };
}

/** What is in a slot, when it is this record. */
export function slotAt(
  index: HistoryIndex,
  slot: number | undefined,
  recordId: string,
): SlotRecord | undefined {
  if (slot === undefined || slot >= index.size || index.columns.events[slot] === 0)
    return undefined;
  const found = recordAt(index, slot);
  return found.recordId === recordId ? found : undefined;
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
