import { recordStates, scenarios } from '../record/attestation';
import type { AttestationRecord } from '../record/record';
import { customerKeysOf } from '../record/record-customer';
import type { TrailEvent, TrailPerson } from '../trail/trail';
import { attestationOf, numberOf } from '../trail/trail-fold';
import { customerCodesOf } from './history-customer';
import {
  type Columns,
  chunkOf,
  emptyColumns,
  type HistoryIndex,
  putText,
  slotOf,
  slotText,
} from './history-index';
import { contentTextOf, noteTextOf, searchTextOf } from './history-search';

// How the index of records follows what is written: record by record, or event by event.

const manyEvents = 255;

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
  putText(index, slot, searchTextOf(record));
  return slot;
}

/** Forget a record. It is no fault when it is not known. */
export function removeRecord(index: HistoryIndex, recordId: string): void {
  const slot = slotOf(index, recordId);
  if (slot === undefined) return;
  index.columns.events[slot] = 0;
  index.records--;
  putText(index, slot, '');
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
    putText(index, slot, contentTextOf(numberOf(event.sequence), recordId, current));
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
  if (text !== '') putText(index, slot, `${text}\n${noteTextOf((event as { note: string }).note)}`);
  return true;
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
  for (const name of Object.keys(values) as (keyof Columns)[])
    index.columns[name][slot] = values[name];
  noteChanged(index, slot);
}

function noteChanged(index: HistoryIndex, slot: number): void {
  index.dirty.add(chunkOf(slot));
  index.read.delete(slot);
  // Before anybody has asked for an order, or one is kept on the disk, nothing has to follow.
  if (index.orders.size > 0 || index.packed !== undefined) index.changed.push(slot);
}

function writerCode({ writers }: HistoryIndex, writer: string): number {
  const code = writers.indexOf(writer);
  return code >= 0 ? code : writers.push(writer) - 1;
}
