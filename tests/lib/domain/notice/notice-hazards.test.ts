import { afterEach, describe, expect, it, vi } from 'vitest';
import { foldText } from '@/lib/domain/notice/notice-folding';
import { matchNotice } from '@/lib/domain/notice/notice-language';
import { mayHoldNotice } from '@/lib/domain/notice/notice-matcher';
import { partnerNames } from '@/lib/domain/notice/notice-phrases';
import { everySentence } from './notice-sentences';

const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';
const said = everySentence.flatMap(([language, sentences]) =>
  sentences.said.map((text) => [language, text] as const),
);
const other = everySentence.flatMap(([, sentences]) => sentences.other);

/** Full-width twins of all that ASCII has one for. */
const widen = (text: string, what: RegExp) =>
  text.replace(what, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));

const disguises: [name: string, change: (text: string, language: string) => string][] = [
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00A0')],
  ['narrow no-break spaces', (text) => text.replaceAll(' ', '\u202F')],
  ['tabs', (text) => text.replaceAll(' ', '\t\t')],
  ['ideographic spaces', (text) => text.replaceAll(' ', '\u3000')],
  ['no spaces', (text) => text.replace(/ (?!\(?MCA)/g, '')],
  ['every word on a line of its own', (text) => text.replaceAll(' ', '\n')],
  ['zero-width spaces in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\u200B')],
  ['zero-width joiners in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\u200D')],
  ['word joiners in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\u2060')],
  ['byte order marks in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\uFEFF')],
  ['soft hyphens in every word', (text) => text.replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00AD')],
  ['direction marks', (text) => `\u2067${text.replaceAll(' ', ' \u200F')}\u2069`],
  ['direction marks in every word', (text) => text.replace(/(\p{L}\p{L})/gu, '$1\u200E')],
  ['every word embedded', (text) => text.replace(/\S+/g, '\u202A$&\u202C')],
  ['every word isolated', (text) => text.replace(/\S+/g, '\u2068$&\u2069')],
  [
    'capitals',
    (text, language) => (language === 'tr-TR' ? text.toLocaleUpperCase('tr') : text.toUpperCase()),
  ],
  ['composed letters', (text) => text.normalize('NFC')],
  ['no final stop', (text) => text.replace(/[.。!।]$/u, '')],
  ['full-width punctuation', (text) => widen(text, /[.,:;!?()]/g)],
  ['quotation marks around it', (text) => `“${text}”`],
  ['guillemets around it', (text) => `« ${text} »`],
  ['brackets around it', (text) => `(${text})`],
  ['curly apostrophes', (text) => text.replace(/'/g, '’')],
  ['non-breaking hyphens', (text) => text.replace(/-/g, '\u2011')],
  ['dashes for commas', (text) => text.replace(/, /g, ' — ')],
  ['the maker taken apart', (text) => text.replace(/Microsoft/gi, 'micro soft')],
  ['the maker in quotation marks', (text) => text.replace(/Microsoft/, '“$&”')],
  ['text before and after', (text) => `Orders 12.50. ${text} OK.`],
  [
    'a long paragraph around it',
    (text) =>
      `${'Orders and products are here. '.repeat(40)}${text} ${'See all of it below. '.repeat(40)}`,
  ],
  [
    'much text around it and no stop',
    (text) => `${'orders and products '.repeat(40)}${text} ${'see all of it below '.repeat(40)}`,
  ],
  ['another text glued before it', (text) => `Orders and products${text}`],
  ['a heading of another matter glued before it', (text) => `Billing${text}`],
  ['another text glued behind it', (text) => `${text}Orders and products`],
];

describe.each(disguises)('with %s', (_name, change) => {
  it('recognises every sentence, and its language', () => {
    const found = said.map(([language, text]) => matchNotice(change(text, language))?.language);
    expect(said.filter(([language], at) => found[at] !== language)).toEqual([]);
  });
  it('says of each that it may hold the notice', () => {
    expect(said.filter(([language, text]) => !mayHoldNotice(change(text, language)))).toEqual([]);
  });
  it('stays silent at every neighbour', () => {
    expect(other.filter((text) => matchNotice(change(text, '')))).toEqual([]);
  });
});

it.each([
  ['full-width letters', widen(en, /[a-z]/gi)],
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

describe('work', { timeout: 60_000 }, () => {
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

  const million = 1_000_000;

  it.each([
    ['partners alone', 'partner '],
    ['names of the agreement alone', 'Microsoft Customer Agreement '],
    ['abbreviations', 'partner MCA '],
    ['partners and agreements', 'your partner Microsoft Customer Agreement '],
    ['nearly the notice', 'Contact your partner about the Microsoft Customer Agreement, '],
    [
      'sentences of neighbours',
      'Your partner has confirmed your acceptance of the Microsoft Customer Agreement. ',
    ],
    ['half statements', 'contact partner confirm customer agreement Microsoft bill '],
    ['partners of all languages', `${partnerNames.replaceAll('|', ' ')} agreement customer `],
    ['syllables', '파트너에게 Microsoft 고객 계약 '],
    ['zero-width marks', 'part\u200Bner agree\u200Bment '],
    ['lines', 'partner\nagreement\n\n\n'],
    ['stops and quotation marks', 'partner customer agreement ...."""\' '],
    ['halves of characters', 'partner \uD83D customer \uDE00 agreement '],
    ['ordinary text', 'The quick brown fox buys twelve licences. '],
  ])('grows no faster than the text: %s', (_name, unit) => {
    const [small, large] = [million / 8, million].map((length) =>
      work(unit.repeat(length / unit.length)),
    );
    expect(large).toBeLessThanOrEqual(8.5 * (small ?? 0) + 10_000);
    expect(large).toBeLessThanOrEqual(12 * million);
  });

  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };

  it('is bounded on a million characters of sentences cut and joined at random, in one line', () => {
    const parts = [...other, 'partner ', 'MCA ', 'part\u200Bner ', 'agreement customer ', '\uD800'];
    let text = '';
    while (text.length < million) {
      const part = parts[random(parts.length)] ?? '';
      text += part.slice(random(part.length), 1 + random(part.length));
    }
    expect(work(text)).toBeLessThanOrEqual(12 * text.length);
  });

  it('never throws, whatever the text', () => {
    const parts = [
      ...said.map(([, text]) => text),
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
  ['ΣΥΝΕΡΓΆΤΗΣ', 'συνεργατης'],
  ['συνεργάτης', 'συνεργατης'],
  ['Ｍicrosoft 顧客契約。', 'microsoft顧客契約'],
])('folds %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
