import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { csvOptionsOf, downloadCsv } from '@/components/dashboard/files/csv-export';
import { narrowingOf, takeList } from '@/components/dashboard/history/take-list';
import { noFilters } from '@/components/dashboard/route';
import { idsOf } from '@/lib/domain/history/listed-rows';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { defaultSettings } from '@/lib/domain/settings';
import { importTrail, moveRecord, readTrail, readTrailEnds, wipeTrail } from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { itemsOf } from '../../../lib/domain/bundle/bundle-text';
import { aMove, nextUuid } from '../../../lib/store/setup';
import { save, startBrowser } from '../show';

const { page: _page, ...all } = noFilters;
const everything = narrowingOf(all);
const recorded = { kind: 'list', narrowing: { ...everything, state: 'recorded' } } as const;
const options = csvOptionsOf({ ...defaultSettings, csvSeparator: ',' }, wordsFor('en', []));
const never = () => new AbortController().signal;
let downloaded: Blob[] = [];

beforeEach(() => {
  startBrowser();
  downloaded = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    downloaded.push(blob as Blob);
    return 'blob:';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
});

/** A question as it travels. */
type Message = { name: string; question: object };
const asked = (message: unknown) => message as Message;

/** Do something just before a question of this name is asked for the nth time. */
function justBefore(name: string, nth: number, act: () => Promise<unknown>): void {
  const { sendMessage } = fakeBrowser.runtime;
  let times = 0;
  fakeBrowser.runtime.sendMessage = async (message: unknown) => {
    if (asked(message).name === name && ++times === nth) await act();
    return sendMessage(message);
  };
}

/** The company of each row, in the file's order. */
async function companies(): Promise<string[]> {
  const lines = (await downloaded[0]!.text()).trim().split('\r\n').slice(1);
  const place = options.columns!.indexOf('companyName');
  return lines.map((line) => line.slice(1, -1).split('","')[place]!);
}

async function saveMany(count: number): Promise<AttestationRecord[]> {
  const saved = [];
  for (let n = 0; n < count; n++) saved.push(await save({ companyName: `Customer ${n}` }));
  return saved;
}

const newestFirst = (count: number) =>
  Array.from({ length: count }, (_, n) => `Customer ${count - 1 - n}`);
const make = (source: Parameters<typeof downloadCsv>[0] = recorded) =>
  downloadCsv(source, options, new Date('2026-11-28T12:00:00Z'), () => {}, never());

describe('a list of two questions', () => {
  const count = 503;
  let saved: AttestationRecord[] = [];
  beforeEach(async () => {
    saved = await saveMany(count);
  });

  it('has each record once though one has left it meanwhile, and says that something changed', async () => {
    const { recordId } = saved.at(-1)!;
    justBefore('readTable', 2, () => moveRecord.ask(aMoveOf(recordId)));
    expect(await make()).toMatchObject({ records: count, gone: 0, hasChanged: true });
    expect(await companies()).toEqual(newestFirst(count));
  });

  it('has none that was saved meanwhile, and says that something changed', async () => {
    justBefore('readTable', 2, () => save({ companyName: 'Saved meanwhile' }));
    expect(await make()).toMatchObject({ records: count, gone: 0, hasChanged: true });
    expect(await companies()).toEqual(newestFirst(count));
  });

  it('counts what was deleted before it was read', async () => {
    justBefore('readTable', 2, () => wipeTrail.ask({ confirm: 'wipe' }));
    const made = await make();
    expect(made).toMatchObject({ hasChanged: true });
    expect(made!.records + made!.gone).toBe(count);
    expect(made!.gone).toBeGreaterThan(0);
    expect((await companies()).length).toBe(made!.records);
  });
});

it('has the records also when they lie elsewhere in the index by then', async () => {
  await saveMany(3);
  const bundle = await allHere();
  justBefore('readTable', 1, async () => {
    await wipeTrail.ask({ confirm: 'wipe' });
    await save({ companyName: 'First after the wipe' });
    await importTrail.ask({ ...bundle, dryRun: false });
  });
  expect(await make()).toMatchObject({ records: 3, gone: 0 });
  expect(await companies()).toEqual(newestFirst(3));
});

it('says nothing of changes where there were none', async () => {
  await saveMany(3);
  expect(await make()).toMatchObject({ records: 3, gone: 0, hasChanged: false });
});

it('writes what was chosen, in its order, and counts what is gone', async () => {
  const [one, two] = await saveMany(2);
  const recordIds = [one!.recordId, nextUuid(), two!.recordId];
  const made = await make({ kind: 'chosen', recordIds });
  expect(made).toMatchObject({ records: 2, gone: 1, hasChanged: false });
  expect(await companies()).toEqual(['Customer 0', 'Customer 1']);
});

describe('taking a list in parts', () => {
  it('begins anew when it changed between two parts', async () => {
    const saved = await saveMany(7);
    const ids = saved.map(({ recordId }) => recordId).reverse();
    justBefore('listRows', 2, () => moveRecord.ask(aMoveOf(ids[0]!)));
    inPartsOf(3);
    const taken = await takeList(recorded.narrowing, never());
    expect(taken!.parts.flatMap(idsOf)).toEqual(ids.slice(1));
    expect(taken!.parts.length).toBe(2);
  });

  it('ends when it is stopped', async () => {
    await saveMany(4);
    const stop = new AbortController();
    inPartsOf(3);
    justBefore('listRows', 2, async () => stop.abort());
    justBefore('listRows', 3, async () => expect.fail('asked on'));
    expect(await takeList(recorded.narrowing, stop.signal)).toMatchObject({ parts: [{}, {}] });
    stop.abort();
    expect(await takeList(recorded.narrowing, stop.signal)).toBeUndefined();
  });
});

/** Few rows in an answer, as a list of very many needs several. */
function inPartsOf(limit: number): void {
  const { sendMessage } = fakeBrowser.runtime;
  fakeBrowser.runtime.sendMessage = (message: unknown) =>
    sendMessage(
      asked(message).name === 'listRows'
        ? { ...asked(message), question: { ...asked(message).question, limit } }
        : message,
    );
}

function aMoveOf(recordId: string) {
  const { at: _at, offsetMinutes: _offset, ...move } = aMove({ recordId });
  return move;
}

async function allHere() {
  const { heads } = await readTrailEnds.ask();
  return itemsOf((await readTrail.ask({ heads })).slice);
}
