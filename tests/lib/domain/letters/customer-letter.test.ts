import { describe, expect, it } from 'vitest';
import {
  blanksIn,
  letterFor,
  letterLanguageFor,
  letterLanguages,
  mailAddress,
  mailFor,
} from '@/lib/domain/letters/customer-letter';
import { letterTexts } from '@/lib/domain/letters/customer-letter-texts';
import { countries, languagesOf } from '@/lib/domain/record/countries';

const who = { name: 'Kim Lee', company: 'Contoso & Sons', sender: 'Robin Berg' };

/** The agreement's own name in each language, as stems that survive inflection. */
const agreementName: Record<string, string> = {
  en: 'Microsoft Customer Agreement',
  cs: 'se zákazníkem Microsoftu',
  de: 'Microsoft-Kundenvereinbarung',
  es: 'Contrato de cliente de Microsoft',
  fr: 'Contrat client Microsoft',
  hu: 'Microsoft-ügyfélszerződés',
  it: 'Contratto del cliente Microsoft',
  ja: 'Microsoft 顧客契約',
  ko: 'Microsoft 고객 계약',
  nl: 'Microsoft-klantovereenkomst',
  pl: 'klienta firmy Microsoft',
  'pt-BR': 'Contrato de Cliente da Microsoft',
  'pt-PT': 'Contrato de Cliente da Microsoft',
  ru: 'Клиентское соглашение Майкрософт',
  sv: 'Microsoft-kundavtal',
  tr: 'Microsoft Müşteri Sözleşmesi',
  'zh-CN': 'Microsoft 客户协议',
  'zh-TW': 'Microsoft 客戶合約',
};

it('is written in the 18 languages of the notice', () => {
  expect([...letterLanguages].sort()).toEqual(Object.keys(agreementName).sort());
});

describe.each(letterLanguages)('in %s', (language) => {
  it.each(['direct', 'link'] as const)(
    'asks for %s acceptance with every value filled in',
    (purpose) => {
      const { subject, body } = letterFor(purpose, language, who);
      expect(subject).toContain('Contoso & Sons');
      expect(subject + body).toContain(agreementName[language]);
      for (const value of Object.values(who)) expect(body).toContain(value);
      expect(subject + body).not.toMatch(/[{}]|undefined/);
      expect(body.match(/^\d\. .+$/gm)).toHaveLength(3);
    },
  );

  it('names the direct page only in the direct letter, and never an acceptance link', () => {
    const page = 'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement';
    expect(letterFor('direct', language, who).body).toContain(page);
    const { body } = letterFor('link', language, who);
    expect(body).toContain(letterTexts[language].blank.link);
    expect(body).not.toContain('http');
  });

  it('leaves a blank where a value is not known', () => {
    const { subject, body } = letterFor('direct', language, { name: ' ', company: '', sender: '' });
    const { blank } = letterTexts[language];
    expect(subject).toContain(blank.company);
    expect(body).toContain(blank.name);
    expect(body).toContain(blank.sender);
  });

  it('says that nobody else may accept', () => {
    expect(letterFor('link', language, who).body).toContain(letterTexts[language].onlyYou);
  });
});

/** Microsoft's own name of the customer's role, as it stands in the sentence. */
const globalAdmin: Record<string, RegExp> = {
  en: /Global admin/,
  cs: /globální správce/,
  de: /globaler Administrator/,
  es: /administrador global/,
  fr: /administrateur général/,
  hu: /globális rendszergazdá/,
  it: /amministratore globale/,
  ja: /グローバル管理者/,
  ko: /전역 관리자/,
  nl: /globale beheerder/,
  pl: /administrator globalny/,
  'pt-BR': /administrador global/,
  'pt-PT': /administrador global/,
  ru: /глобального администратора/,
  sv: /global administratör/,
  tr: /genel yöneticisi/,
  'zh-CN': /全局管理员/,
  'zh-TW': /全域系統管理員/,
};

it.each(letterLanguages)(
  'names the role as Microsoft does there, and reads like a person: %s',
  (language) => {
    const { body } = letterFor('direct', language, who);
    expect(body).toMatch(globalAdmin[language]!);
    // Endings that leave the choice to the reader are a form's, not a letter's.
    expect(body).not.toMatch(/a\(z\)|을\(를\)|이\(가\)|\(e\)/);
  },
);

it('shares no sentence between two languages', () => {
  const sentences = letterLanguages.map((language) => letterTexts[language].why);
  expect(new Set(sentences).size).toBe(letterLanguages.length);
});

describe('the language to write in', () => {
  it.each([
    ['AT', '', 'de'],
    ['at', '', 'de'],
    ['BR', '', 'pt-BR'],
    ['PT', '', 'pt-PT'],
    ['TW', '', 'zh-TW'],
    ['HK', '', 'zh-TW'],
    ['CN', '', 'zh-CN'],
    ['CA', '', 'en'],
    ['CA', 'fr-FR', 'fr'],
    ['TW', 'zh-HK', 'zh-TW'],
    ['SG', 'zh-SG', 'zh-CN'],
    ['DE', 'en-US', 'en'],
    ['UA', 'uk-UA', 'en'],
    ['US', '', 'en'],
    ['', '', 'en'],
    ['??', 'xx-YY', 'en'],
    ['DE', 'xx', 'de'],
  ])('%s with %s is %s', (country, language, expected) => {
    expect(letterLanguageFor(country, language)).toBe(expected);
  });
});

it('opens in the mail program as it stands', () => {
  const letter = letterFor('direct', 'zh-TW', who);
  const address = mailAddress(' kim+x@contoso.com ', letter);
  const url = new URL(address);
  expect(decodeURIComponent(url.pathname)).toBe('kim+x@contoso.com');
  expect(url.searchParams.get('subject')).toBe(letter.subject);
  expect(url.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(letter.body);
  expect(mailAddress('a@b.c?cc=evil@x.y', letter)).not.toContain('?cc=');
});

it.each(letterLanguages)('is never too long for the browser to hand over: %s', (language) => {
  for (const purpose of ['direct', 'link'] as const) {
    const letter = letterFor(purpose, language, who);
    const { href, withBody } = mailFor('kim@contoso.com', letter);
    expect(href.length).toBeLessThan(2_048);
    expect(new URL(href).searchParams.get('subject')).toBe(letter.subject);
    expect(new URL(href).searchParams.has('body')).toBe(withBody);
  }
});

it.each([
  ['de', { subject: 'x', body: 'y' }, true, 'mailto:kim@contoso.com?subject=x&body=y'],
  ['ja', { subject: 'x', body: 'あ'.repeat(300) }, false, 'mailto:kim@contoso.com?subject=x'],
  ['ja', { subject: 'あ'.repeat(300), body: 'y' }, false, 'mailto:kim@contoso.com?subject='],
  ['ja', { subject: 'x\ud83d', body: '' }, true, 'mailto:kim@contoso.com?subject=x%EF%BF%BD'],
] as const)('hands over what fits (%s, %j)', (_, letter, withBody, href) => {
  expect(mailFor('kim@contoso.com', letter)).toEqual({ href, withBody });
});

it('knows which blanks are left, but for the link’s', () => {
  const letter = letterFor('link', 'de', { ...who, name: '' });
  expect(blanksIn(letter, 'de')).toEqual([letterTexts.de.blank.name]);
  expect(blanksIn(letterFor('link', 'de', who), 'de')).toEqual([]);
});

describe('countries', () => {
  it('are 243 codes of ISO 3166, each with English first', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countries).toHaveLength(243);
    expect(new Set(countries).size).toBe(243);
    expect(
      countries.filter((country) => !/^[A-Z]{2}$/.test(country) || !names.of(country)),
    ).toEqual([]);
    expect(countries.filter((country) => languagesOf(country)[0] !== 'en-US')).toEqual([]);
  });

  it.each([
    ['DE', ['en-US', 'de-DE']],
    ['tw', ['en-US', 'zh-HK']],
    ['US', ['en-US']],
    ['CN', []],
    ['', []],
    ['Germany', []],
  ])('%s offers %j', (country, expected) => {
    expect(languagesOf(country)).toEqual(expected);
  });
});
