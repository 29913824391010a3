import { describe, expect, it } from 'vitest';
import {
  foldText,
  hasEveryWord,
  isCompanyMailDomain,
  searchTextOf,
  searchWords,
} from '@/lib/domain/history/history-search';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import {
  customerKeysOf,
  customerKeysToTry,
  mayBeCustomer,
} from '@/lib/domain/record/record-customer';

const record = (current: Partial<AttestationRecord['current']>): AttestationRecord => ({
  recordId: '00000000-0000-4000-8000-00000000abcd',
  number: 'CS-000042',
  writer: '00000000-0000-4000-8000-000000000002',
  recordedAt: '2026-11-22T09:00:00.000Z',
  changedAt: '2026-11-22T09:00:00.000Z',
  state: 'recorded',
  current: { ...emptyAttestation, ...current },
  versions: [],
  moves: [],
  files: [],
  erasures: [],
});

describe('takes for the same', () => {
  it.each([
    ['Müller', 'MULLER'],
    ['Straße', 'STRASSE'],
    ['Ångström', 'angstrom'],
    ['Łódź', 'lodz'],
    ['Søren Ærø', 'soren aero'],
    ['İstanbul ıspanak', 'istanbul ISPANAK'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['Ёлка й', 'елка и'],
    ['ＣＯＮＴＯＳＯ１２３', 'contoso123'],
    ['ｶﾞｽ', 'ガス'],
    ['가나', '\u1100\u1161\u1102\u1161'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['con\u00adto\u200bso', 'contoso'],
    ['a\u00a0\n b', 'a b'],
    ['a\u202f\u2007b', 'a b'],
    ...[...'’‘ʼ＇`´'].map((sign) => [`O${sign}Neil Österreich`, "o'neil osterreich"]),
    ['O`Neil', "o'neil"],
    ...[...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212－'].map((sign) => [
      `Jean${sign}Luc`,
      'jean-luc',
    ]),
    ['臺灣', '台灣'],
  ])('%s and %s', (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });
});

describe('tells apart', () => {
  it.each([
    ['か', 'が'],
    ['ハ', 'パ'],
    ['कि', 'क'],
    ['國', '国'],
    ['o', '0'],
    ["o'neil", 'oneil'],
    ['jean-luc', 'jean luc'],
  ])('%s and %s', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });
});

describe('a record is found by', () => {
  const text = searchTextOf(
    record({
      companyName: 'Müller & Söhne 股份有限公司',
      firstName: 'Léa',
      lastName: 'von Berg',
      email: 'lea@muller.example',
      phoneNumber: '+49 (30) 12 34',
      reference: 'T-4711',
      customerDomain: 'muller.example',
      evidenceNote: 'Signed PDF\nin the archive',
    }),
  );
  it.each([
    'muller',
    'SOHNE mül',
    '股份',
    'lea berg',
    'berg lea',
    'CS-000042',
    '49301234',
    't-4711',
    'pdf archive',
    'abcd',
  ])('%j', (query) => {
    expect(hasEveryWord(text, searchWords(query))).toBe(true);
  });
  it.each(['meier', 'lea meier', 'sohne股', 'leaberg'])('but not by %j', (query) => {
    expect(hasEveryWord(text, searchWords(query))).toBe(false);
  });
});

it.each([
  ['小明', '王', '王小明'],
  ['花子', '佐藤', '佐藤花子'],
  ['지민', '김', '김지민'],
  ['アヤ', 'スズキ', 'スズキアヤ'],
])('finds %s %s as people write the whole name: %s', (firstName, lastName, whole) => {
  const text = searchTextOf(record({ firstName, lastName }));
  expect(hasEveryWord(text, searchWords(whole))).toBe(true);
  expect(hasEveryWord(text, searchWords(`${firstName} ${lastName}`))).toBe(true);
});

it('has no words in nothing', () => {
  expect(searchWords(' \u200b ')).toEqual([]);
});

it('knows a company’s mail domain from everybody’s', () => {
  expect(isCompanyMailDomain('contoso.example')).toBe(true);
  for (const domain of ['gmail.com', 'outlook.com', '', 'localhost'])
    expect(isCompanyMailDomain(domain)).toBe(false);
});

it('gives a record the keys of its customer, and seeks by the surest first', () => {
  const current = {
    customerTenantId: 'ABC',
    customerDomain: 'Contoso.example',
    email: 'x@gmail.com',
    companyName: 'Cöntoso',
  };
  expect(customerKeysOf(record(current))).toEqual([
    'tenant:abc',
    'domain:contoso.example',
    'name:contoso',
  ]);
  expect(customerKeysToTry(current)).toEqual([
    'tenant:abc',
    'domain:contoso.example',
    'mail:contoso.example',
    'name:contoso',
  ]);
});

it('takes two tenant ids for two customers', () => {
  const clues = { customerTenantId: 'A', customerDomain: '', companyName: '' };
  expect(mayBeCustomer(record({ customerTenantId: 'a' }), clues)).toBe(true);
  expect(mayBeCustomer(record({}), clues)).toBe(true);
  expect(mayBeCustomer(record({ customerTenantId: 'b' }), clues)).toBe(false);
});
