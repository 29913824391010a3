import { afterEach, describe, expect, it, vi } from 'vitest';
import { foldText } from '@/lib/domain/notice-folding';
import { matchNotice } from '@/lib/domain/notice-language';
import { mayHoldNotice } from '@/lib/domain/notice-matcher';
import { derived, documented } from './notice-sentences';

const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';
const sentences = Object.values({ ...documented, ...derived });
const said = sentences.flatMap((language) => language.said);
const other = sentences.flatMap((language) => language.other);

const disguises: [name: string, change: (text: string) => string][] = [
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00A0')],
  ['narrow no-break spaces', (text) => text.replaceAll(' ', '\u202F')],
  ['every word on a line of its own', (text) => text.replaceAll(' ', '\n')],
  ['zero-width spaces in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\u200B')],
  ['soft hyphens in every word', (text) => text.replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00AD')],
  ['direction marks', (text) => `\u2067${text.replaceAll(' ', ' \u200F')}\u2069`],
  ['capitals', (text) => text.toUpperCase()],
  ['composed letters', (text) => text.normalize('NFC')],
  ['no final stop', (text) => text.replace(/[.。!।]$/u, '')],
  ['quotation marks around it', (text) => `“${text}”`],
  ['text before and after', (text) => `Orders 12.50. ${text} OK.`],
];

describe.each(disguises)('with %s', (_name, change) => {
  it('recognises every sentence', () => {
    expect(said.filter((text) => !matchNotice(change(text)))).toEqual([]);
  });
  it('says of each that it may hold the notice', () => {
    expect(said.filter((text) => !mayHoldNotice(change(text)))).toEqual([]);
  });
});

it.each([
  [
    'full-width letters',
    en.replace(/[a-z]/gi, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)),
  ],
  [
    'Turkish capitals',
    'LÜTFEN MİCROSOFT MÜŞTERİ SÖZLEŞMESİNİ KABUL ETMEK İÇİN İŞ ORTAĞINIZA ULAŞIN',
  ],
  [
    'compounds taken apart',
    'Neem contact op met uw partner om te bevestigen dat u de micro soft-klant overeenkomst accepteert.',
  ],
  ['two languages without a space', `Microsoft 客戶合約${en}請洽詢您的合作夥伴`],
  ['curly and straight quotes', `„${en}“ "x" ‘y’`],
])('recognises it through %s', (_name, text) => {
  expect(matchNotice(text)).toBeDefined();
});

it('quotes the sentence as the page shows it, without what stands around it', () => {
  const page = `Your orders\nThey will read: "Please  reach out to your\u00A0Partner to confirm your acceptance of the Microsoft Customer Agreement." Then close.`;
  expect(matchNotice(page)).toEqual({ language: 'en-US', quote: en });
});

it('keeps a quote under a thousand characters in a text without any stop', () => {
  const { quote } = matchNotice(`${'word '.repeat(2_000)}${en}${' word'.repeat(2_000)}`) ?? {};
  expect(quote?.length).toBeLessThanOrEqual(1_000);
});

it('does not join refusals of different sentences into a statement', () => {
  const joined = other.map((text) => (/[.。!।]$/u.test(text) ? text : `${text}.`)).join(' ');
  expect(matchNotice(joined)).toBeUndefined();
});

describe('work', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Characters that were folded or cleaned: the matcher's costly step. */
  function work(text: string): number {
    const normalize = vi.spyOn(String.prototype, 'normalize');
    matchNotice(text);
    const characters = normalize.mock.contexts.reduce<number>(
      (sum, at) => sum + String(at).length,
      0,
    );
    normalize.mockRestore();
    return characters;
  }

  it.each([
    ['names of the agreement alone', 'Microsoft Customer Agreement '],
    ['partners and agreements', 'your partner Microsoft Customer Agreement '],
    ['nearly the notice', 'Contact your partner about the Microsoft Customer Agreement, '],
    [
      'sentences of neighbours',
      'Your partner has confirmed your acceptance of the Microsoft Customer Agreement. ',
    ],
    ['zero-width marks', 'part\u200Bner agree\u200Bment '],
    ['ordinary text', 'The quick brown fox buys twelve licences. '],
  ])('grows no faster than the text: %s', (_name, unit) => {
    const small = work(unit.repeat(150));
    const large = work(unit.repeat(1_200));
    expect(large).toBeLessThanOrEqual(8.5 * small + 10_000);
    expect(large).toBeLessThanOrEqual(40 * unit.length * 1_200);
  });

  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };

  it('is bounded on many characters of sentences cut and joined at random', () => {
    const sentences = [...other, 'partner ', 'MCA ', 'part\u200Bner ', 'agreement customer '];
    let text = '';
    while (text.length < 200_000) {
      const part = sentences[random(sentences.length)] ?? '';
      text += part.slice(random(part.length), 1 + random(part.length));
    }
    expect(work(text)).toBeLessThanOrEqual(40 * text.length);
  });

  it('never throws, whatever the text', () => {
    const parts = [
      ...said,
      ...other,
      '\uD800',
      '\uDC00',
      '\u0000',
      '\u202E',
      '((((',
      '\\',
      '\n',
      '.',
      '"',
    ];
    for (let turn = 0; turn < 400; turn++) {
      const text = Array.from({ length: 1 + random(6) }, () => {
        const part = parts[random(parts.length)] ?? '';
        return part.slice(random(part.length), 1 + random(part.length));
      }).join('');
      const found = matchNotice(text);
      if (found) expect(mayHoldNotice(text)).toBe(true);
    }
  });
});

it.each([
  ['Kontakt\u00ADieren  Sie', 'kontaktierensie'],
  ['İŞ ORTAĞI', 'isortagi'],
  ['iş ortağı', 'isortagi'],
  ['ΣΥΝΕΡΓΆΤΗΣ', 'συνεργατησ'],
  ['συνεργάτης', 'συνεργατησ'],
  ['Ｍicrosoft 顧客契約。', 'microsoft顧客契約'],
])('folds %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
