import { expect, it } from 'vitest';
import { followEvent, putRecord, removeRecord } from '@/lib/domain/history/history-follow';
import { foundBy } from '@/lib/domain/history/history-found';
import { emptyIndex, settleTexts } from '@/lib/domain/history/history-index';
import { listIndexed } from '@/lib/domain/history/history-list';
import { hasEveryWord, searchTextOf, searchWords } from '@/lib/domain/history/history-search';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { recordQuerySchema } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { sampleParts } from '../../../bench/history/sample';
import { randomFrom } from '../bundle/bundle-mutations';

const parts = [...sampleParts(4_300)];
const sample = parts.flatMap(({ records }) => records);
const moves = new Map<string, TrailEvent>();
for (const event of parts.flatMap(({ events }) => events))
  if (event.kind === 'moved') moves.set(event.recordId, event);

/** What is typed, and what a list of every text, one after the other, has for it. */
function asked(typed: string, records: ReadonlyMap<string, AttestationRecord>) {
  const words = searchWords(typed);
  const fits = (record: AttestationRecord) => hasEveryWord(textOf(record), words);
  return [...records.values()].filter(fits).map(({ recordId }) => recordId);
}

const texts = new WeakMap<AttestationRecord, string>();
function textOf(record: AttestationRecord): string {
  const text = texts.get(record) ?? searchTextOf(record);
  texts.set(record, text);
  return text;
}

/** Random keys and changes; more records than one chunk holds when there are many. */
function typeAndChange(seed: number, begun: number, steps: number) {
  const random = randomFrom(seed);
  const any = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
  const index = emptyIndex(0, begun);
  const records = new Map<string, AttestationRecord>();
  const put = (record: AttestationRecord) => {
    putRecord(index, record);
    records.set(record.recordId, record);
  };
  for (const record of sample.slice(0, begun)) put(record);
  let next = begun;
  const changes = [
    () => put(sample[next++]!),
    () => {
      const record = any([...records.values()]);
      const companyName = any(['Mullet & Sons', 'Żółw', '範例', 'm']);
      put({ ...record, current: { ...record.current, companyName } });
    },
    () => {
      const { recordId } = any([...records.values()]);
      records.delete(recordId);
      removeRecord(index, recordId);
    },
    () => {
      const record = any([...records.values()]);
      const move = moves.get(record.recordId);
      if (move?.kind !== 'moved') return;
      const event = { ...move, note: any(['Müller asked', 'mu', '']) };
      if (!followEvent(index, event, undefined)) return;
      records.set(record.recordId, { ...record, moves: [...record.moves, event] });
    },
    () => settleTexts(index),
  ];
  const wordsToType = [
    'müller',
    'contoso 1',
    '範例科技',
    'ticket-100 mu',
    'mullet',
    'żółta',
    'm m',
  ];
  for (let step = 0, typed = '', word = any(wordsToType); step < steps; step++) {
    if (random() < 0.15) any(changes)();
    if (random() < 0.08 || typed === word) [typed, word] = ['', any(wordsToType)];
    const key = random();
    if (key < 0.1) typed = typed.slice(0, -1);
    else if (key < 0.2) typed = `${any(wordsToType)} ${any(wordsToType)}`;
    else if (key < 0.9) typed = word.slice(0, typed.length + 1);
    const query = {
      ...recordQuerySchema.parse({ text: typed, order: 'ascending' }),
      limit: 10_000,
    };
    const found = listIndexed(index, query);
    const ids = found.page.map(({ recordId }) => recordId);
    const wanted = asked(typed, records);
    expect(ids.toSorted(), `seed ${seed}, step ${step}: ${typed}`).toEqual(wanted.toSorted());
    expect(found.total).toBe(wanted.length);
  }
}

it('finds, key after key and change after change, what looking through every text finds', () => {
  for (let seed = 1; seed <= 25; seed++) typeAndChange(seed, 60, 60);
  typeAndChange(99, 4_120, 20);
}, 20_000);

it('looks only among what the text before has found, until a text changes', () => {
  const index = emptyIndex(0);
  for (const record of sample.slice(0, 20)) putRecord(index, record);
  settleTexts(index);
  const first = foundBy(index, ['contoso']);
  expect(foundBy(index, ['contoso'])).toBe(first);
  // Where the texts have gone unseen, only what was found before is looked at.
  const [hidden] = sample.filter((_, slot) => first[slot] === 0);
  index.texts![0] = index.texts![0]!.map((body) => ({
    ...body,
    text: body.text.replaceAll('fabrikam', 'contoso5'),
  }));
  expect(hidden?.current.companyName).toContain('Fabrikam');
  expect(foundBy(index, ['contoso5'])).toEqual(new Uint8Array(20));
  putRecord(index, sample[20]!);
  expect(foundBy(index, ['contoso5'])[1]).toBe(1);
});
