import { describe, expect, it } from 'vitest';
import { putRecord, removeRecord } from '@/lib/domain/history/history-follow';
import { emptyIndex, type HistoryIndex, settleTexts } from '@/lib/domain/history/history-index';
import { nearlyNamed } from '@/lib/domain/history/history-nearly';
import { foldText } from '@/lib/domain/history/history-search';
import { errorsBetween } from '@/lib/domain/look-up/look-up-text';
import { emptyAttestation } from '@/lib/domain/record/attestation';

const customers = [
  {
    companyName: 'Alder & Finch Ltd',
    firstName: 'Jane',
    lastName: 'Doe',
    domain: 'alderfinch.example',
  },
  {
    companyName: 'Müller Söhne GmbH',
    firstName: 'Łukasz',
    lastName: 'Nowak',
    domain: 'mueller.example',
  },
  {
    companyName: 'Weyland-Yutani Corporation',
    firstName: 'Ellen',
    lastName: 'Ripley',
    domain: 'weyland.example',
  },
  {
    companyName: '台灣積體電路股份有限公司',
    firstName: '小明',
    lastName: '王',
    domain: 'taiwan.example',
  },
];
const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;

const idsLike = async (index: HistoryIndex, typed: string, limit = 5) =>
  (await nearlyNamed(index, typed, limit, async () => {})).map(({ recordId }) => recordId);

function indexOf(settled: boolean, of = customers) {
  const index = emptyIndex(0);
  for (const [at, { domain, ...customer }] of of.entries()) {
    putRecord(index, {
      recordId: id(at),
      number: `CS-00000${at}`,
      writer: id(9),
      recordedAt: '2026-05-05T08:00:00Z',
      changedAt: '2026-05-05T08:00:00Z',
      state: 'recorded',
      current: {
        ...emptyAttestation,
        ...customer,
        customerDomain: domain,
        email: `${customer.firstName}@${domain}`,
      },
      versions: [],
      moves: [],
      files: [],
      erasures: [],
    });
    // A record without an event is one that is gone.
    index.columns.events[at] = 1;
  }
  if (settled) settleTexts(index);
  return index;
}

describe.each([
  ['settled', true],
  ['late', false],
] as const)('names that are like what was typed, in %s texts', (_, settled) => {
  const index = indexOf(settled);
  it.each([
    ['alderfinch', 0],
    ['Adler & Finch', 0],
    ['jnae doe', 0],
    ['aldrfinch.example', 0],
    ['MULER SOHNE', 1],
    ['ｌｕｋａｚｓ　ｎｏｗａｋ', 1],
    ['weyland yutnai', 2],
    ['WeylandYutaniCorporation', 2],
    ['elln ripley', 2],
    ['ellen@wayland.example', 2],
    ['台灣積體電路有限公司', 3],
  ])('%s', async (typed, at) => {
    expect(await idsLike(index, typed)).toEqual([id(at)]);
  });

  it.each(['', 'ab', 'the printer is out of paper', 'zzzzqqq', '4711', 'Contoso'])(
    '%s is like none',
    async (typed) => {
      expect(await idsLike(index, typed)).toEqual([]);
    },
  );

  it('puts the likest first and keeps to the limit', async () => {
    expect(await idsLike(index, 'weyland.exampl', 2)).toEqual([id(2)]);
  });

  it('leaves out what is gone', async () => {
    const gone = indexOf(settled);
    removeRecord(gone, id(0));
    expect(await idsLike(gone, 'Adler & Finch')).toEqual([]);
  });
});

it('counts errors as a table of them does', async () => {
  const lettersOf = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const fewest = (text: string, wanted: string) => {
    let least = wanted.length;
    for (let from = 0; from < text.length; from++)
      for (let to = from; to <= text.length; to++)
        least = Math.min(least, errorsBetween(text.slice(from, to), wanted));
    return least;
  };
  // Few letters, so that they are alike, swapped and missing often.
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const word = (length: number) =>
    Array.from({ length }, () => 'ab台é -'.charAt(random(6))).join('');
  let alike = 0;
  for (let round = 0; round < 1500; round++) {
    const companyName = word(4 + random(20));
    const typed = word(5 + random(16));
    const wanted = lettersOf(typed);
    if (wanted.length < 4) continue;
    const index = indexOf(round % 2 === 0, [
      { companyName, firstName: '', lastName: '', domain: '' },
    ]);
    const errors = fewest(lettersOf(companyName), wanted);
    const allowed = wanted.length < 9 ? 1 : wanted.length < 15 ? 2 : 3;
    const found = await idsLike(index, typed);
    expect(found, `${typed} in ${companyName}: ${errors}`).toEqual(
      errors <= allowed ? [id(0)] : [],
    );
    alike += found.length;
  }
  expect(alike).toBeGreaterThan(30);
});
