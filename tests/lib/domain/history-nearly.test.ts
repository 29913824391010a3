import { describe, expect, it } from 'vitest';
import { emptyAttestation } from '@/lib/domain/attestation';
import { putRecord, removeRecord } from '@/lib/domain/history-follow';
import { emptyIndex, settleTexts } from '@/lib/domain/history-index';
import { nearlyNamed } from '@/lib/domain/history-nearly';

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

function indexOf(settled: boolean) {
  const index = emptyIndex(0);
  for (const [at, { domain, ...customer }] of customers.entries()) {
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
  ])('%s', (typed, at) => {
    expect(nearlyNamed(index, typed, 5).map(({ recordId }) => recordId)).toEqual([id(at)]);
  });

  it.each(['', 'ab', 'the printer is out of paper', 'zzzzqqq', '4711', 'Contoso'])(
    '%s is like none',
    (typed) => {
      expect(nearlyNamed(index, typed, 5)).toEqual([]);
    },
  );

  it('puts the likest first and keeps to the limit', () => {
    const found = nearlyNamed(index, 'weyland.exampl', 2).map(({ recordId }) => recordId);
    expect(found).toEqual([id(2)]);
  });

  it('leaves out what is gone', () => {
    const gone = indexOf(settled);
    removeRecord(gone, id(0));
    expect(nearlyNamed(gone, 'Adler & Finch', 5)).toEqual([]);
  });
});
