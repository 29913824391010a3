import { describe, expect, it } from 'vitest';
import {
  hiddenMatches,
  markMatches,
  type Piece,
  searchedPlaces,
  snippetOf,
} from '@/lib/domain/history/highlight';
import { foldText, searchTextOf, searchWords } from '@/lib/domain/history/history-search';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';

/** Pieces as one text, with what is marked in brackets. */
const drawn = (pieces: Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('markMatches', () => {
  it.each([
    ['Contoso', 'tos', 'Con[tos]o'],
    ['Léa Müller', 'lea mull', '[Léa] [Müll]er'],
    ['ＣＯＮＴＯＳＯ　ＡＧ', 'contoso ag', '[ＣＯＮＴＯＳＯ]　[ＡＧ]'],
    ['Straße', 'strasse', '[Straße]'],
    ['Straße', 'stras', '[Straß]e'],
    ['STRASSE', 'straße', '[STRASSE]'],
    ['Cafe\u0301 Noir', 'café', '[Cafe\u0301] Noir'],
    ['Łódź', 'lodz', '[Łódź]'],
    ['ﬁnance', 'fi', '[ﬁ]nance'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος', '[ΣΊΣΥΦΟΣ]'],
    ['İstanbul', 'istanbul', '[İstanbul]'],
    ['Sam O’Neil', "o'nei", 'Sam [O’Nei]l'],
    ["Sam O'Neil", 'o’neil', "Sam [O'Neil]"],
    ['Sam O´Neil', "o'neil", 'Sam [O´Neil]'],
    ['Jean\u2011Luc', 'n-l', 'Jea[n\u2011L]uc'],
    ['臺灣雲端科技', '台灣', '[臺灣]雲端科技'],
    ['臺灣雲端科技', '雲端', '臺灣[雲端]科技'],
    ['雲端科技', '云端', '雲端科技'],
    ['ガス', 'カス', 'ガス'],
    ['ｶﾞｽ', 'ガス', '[ｶﾞｽ]'],
    ['한국전력', '국전', '한[국전]력'],
    ['شَرِكة', 'شركة', '[شَرِكة]'],
    ['co\u00adop', 'coop', '[co\u00adop]'],
    ['a  b', 'a b', '[a]  [b]'],
    ['𠮷野家', '𠮷野', '[𠮷野]家'],
    ['aaa', 'aa', '[aa]a'],
    ['abcd', 'abc bcd', '[abcd]'],
    ['abcd', 'xyz', 'abcd'],
    ['', 'a', ''],
    ['abc', '', 'abc'],
  ])('%j searched for %j shows %j', (text, search, shown) => {
    const pieces = markMatches(text, searchWords(search));
    expect(drawn(pieces)).toBe(shown);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it.each([
    'Ｌéon  Straße',
    'ﬃ Ǆ ŉ İI ıi ς Σ',
    'ｶﾞｷﾞ パﾟ ヴ',
    '각 한글 ᄒ',
    'O’Neil´s ‘x’ a–b − ´ ʼn 臺大',
    'שָׁלוֹם شَرِكة हिन्दी ไทย',
    'e\u0301\u0323 \u0301x 👩‍👩‍👧 🇹🇼',
    ' \t\n leading and trailing \u3000 ',
    'Đặng Thị Thu Hằng',
  ])('finds every word that a search finds in %j', (text) => {
    for (const word of searchWords(text)) {
      const marked = markMatches(text, [word]).filter((piece) => piece.marked);
      expect(marked.length, word).toBeGreaterThan(0);
      expect(foldText(marked[0]!.text), word).toContain(word);
    }
  });
});

describe('snippetOf', () => {
  const long = `${'x'.repeat(100)} needle ${'y'.repeat(200)}`;
  it.each([
    ['short needle', 'needle', 'short [needle]'],
    [long, 'needle', `…${'x'.repeat(9)} [needle] ${'y'.repeat(19)}…`],
    [`needle ${'y'.repeat(100)}`, 'needle', `[needle] ${'y'.repeat(19)}…`],
    ['two\n\nlines', 'lines', 'two [lines]'],
    ['nothing here', 'needle', 'nothing here'],
    ['x'.repeat(50), 'needle', `${'x'.repeat(20)}…`],
    [`${'𠮷'.repeat(40)}needle`, 'needle', `…${'𠮷'.repeat(5)}[needle]`],
  ])('cuts %j around %j', (text, word, shown) => {
    expect(drawn(snippetOf(text, searchWords(word), 10))).toBe(shown);
  });
});

const record: AttestationRecord = {
  recordId: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  number: 'CS-000042',
  writer: '00000000-0000-4000-8000-000000000001',
  recordedAt: '2026-11-01T09:00:00.000Z',
  changedAt: '2026-11-02T09:00:00.000Z',
  state: 'link-created',
  current: {
    ...emptyAttestation,
    companyName: 'Contoso GmbH',
    customerTenantId: '11111111-2222-4333-8444-555555555555',
    customerDomain: 'contoso.example',
    dateAgreed: '2026-10-20',
    evidenceNote:
      'Mail of the CFO, see https://admin.microsoft.com/x?invType=Reseller&mcaToken=SECRETWORD',
    reference: 'T-4711',
    recordedBy: 'Robin',
    firstName: '小明',
    lastName: '王',
    email: 'ming@contoso.example',
    phoneNumber: '+49 (30) 1234567',
    signerRole: 'CFO',
  },
  versions: [],
  files: [],
  erasures: [],
  moves: [
    {
      at: '2026-11-02T09:00:00.000Z',
      offsetMinutes: 0,
      by: { name: 'Robin', role: 'admin-agent' },
      state: 'link-created',
      occurredOn: '2026-11-02',
      note: 'Sent through the ticket desk',
    },
  ],
};
const shown = ['companyName', 'customerTenantId', 'signer', 'number'] as const;

describe('hiddenMatches', () => {
  it.each([
    ['contoso', []],
    ['王小明', []],
    ['小明', []],
    ['cs-0000', []],
    ['4711', ['reference: T-[4711]']],
    ['desk', ['note: Sent through the ticket [desk]']],
    ['contoso desk t-47', ['reference: [T-47]11', 'note: Sent through the ticket [desk]']],
    ['4930123', ['phoneNumber: [4930123]4567']],
    ['robin cfo', ['signerRole: [CFO]', 'recordedBy: [Robin]']],
    ['2026-10', ['dateAgreed: [2026-10]-20']],
    ['nowhere', []],
  ])('%j is explained by %j', (search, lines) => {
    const found = hiddenMatches(record, searchWords(search), shown);
    expect(found.map(({ place, snippet }) => `${place}: ${drawn(snippet)}`)).toEqual(lines);
  });

  it.each([
    ['김지민', ['signer: [김지민]']],
    ['지민 김', []],
    ['4930123', ['phoneNumber: [4930123]4567']],
    ['(30)', []],
  ])('explains %j, which stands in another way in a place on show, by %j', (search, lines) => {
    const current = { ...record.current, firstName: '지민', lastName: '김' };
    const found = hiddenMatches({ ...record, current }, searchWords(search), [
      'signer',
      'phoneNumber',
    ]);
    expect(found.map(({ place, snippet }) => `${place}: ${drawn(snippet)}`)).toEqual(lines);
  });

  it('can explain whatever a search finds', () => {
    for (const word of searchWords(searchTextOf(record).replaceAll('\n', ' '))) {
      // What stands there in another way than it is shown has to be explained all the same.
      const unexplained = hiddenMatches(record, [word], searchedPlaces);
      const isShown = unexplained.every(({ place }) => ['signer', 'phoneNumber'].includes(place));
      const isFound = hiddenMatches(record, [word], []).length > 0;
      const isMasked = word.includes('secretword') || word.startsWith('https');
      expect(isShown && (isFound || isMasked), word).toBe(true);
    }
  });
});
