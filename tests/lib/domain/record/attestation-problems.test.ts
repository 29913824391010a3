import { describe, expect, it } from 'vitest';
import {
  type Attestation,
  type AttestationField,
  emptyAttestation,
} from '@/lib/domain/record/attestation';
import {
  findDuplicateSigner,
  isDay,
  latestDayOnEarth,
  type ProblemContext,
  problemsOf,
} from '@/lib/domain/record/attestation-problems';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { stringTables } from '@/lib/strings';

const whole: Attestation = {
  ...emptyAttestation,
  companyName: 'Contoso GmbH',
  customerTenantId: '11111111-2222-4333-8444-555555555555',
  country: 'DE',
  language: 'de-DE',
  dateAgreed: '2026-11-20',
  recordedBy: 'Robin',
  firstName: 'Léa',
  lastName: 'Müller',
  email: 'lea@contoso.example',
};

const context: ProblemContext = {
  now: '2026-11-22T09:59:00.000Z',
  ownDomains: ['partner.example'],
  languagesOf: (country) => (country === 'DE' ? ['en-US', 'de-DE'] : []),
  customerRecords: [],
};

function codes(given: Partial<Attestation>, more: Partial<ProblemContext> = {}) {
  return problemsOf({ ...whole, ...given }, { ...context, ...more }).map(
    ({ field, code, severity }) => `${severity} ${field} ${code}`,
  );
}

it('finds nothing wrong with a whole form', () => {
  expect(codes({})).toEqual([]);
});

it('says all that an empty form lacks', () => {
  const blocking = problemsOf(emptyAttestation, context).filter(
    ({ severity }) => severity === 'blocks',
  );
  expect(blocking.map(({ code }) => code)).toEqual([
    'company-missing',
    'customer-missing',
    'first-name-missing',
    'last-name-missing',
    'email-missing',
    'date-missing',
  ]);
});

describe('blocks', () => {
  it.each([
    ['firstName', ' ', 'first-name-missing'],
    ['lastName', '', 'last-name-missing'],
    ['companyName', '\u3000', 'company-missing'],
    ['customerTenantId', '', 'customer-missing'],
    ['customerTenantId', 'contoso', 'tenant-malformed'],
    ['customerTenantId', '00000000-0000-0000-0000-000000000000', 'tenant-malformed'],
    ['customerTenantId', '11111111222243338444555555555555', 'tenant-malformed'],
    ['email', 'lea', 'email-malformed'],
    ['email', 'lea@contoso', 'email-malformed'],
    ['email', 'lea@@contoso.example', 'email-malformed'],
    ['email', 'Léa <lea@contoso.example>', 'email-malformed'],
    ['email', 'lea muller@contoso.example', 'email-malformed'],
    ['email', 'lea.@contoso.example', 'email-malformed'],
    ['email', 'lea@-contoso.example', 'email-malformed'],
    ['email', 'a@b.example, c@d.example', 'email-malformed'],
    ['dateAgreed', '20.11.2026', 'date-malformed'],
    ['dateAgreed', '2026-02-30', 'date-malformed'],
    ['dateAgreed', '2026-11-23', 'date-future'],
  ] as [AttestationField, string, string][])('%s %j: %s', (field, value, code) => {
    expect(codes({ [field]: value })).toEqual([`blocks ${field} ${code}`]);
  });
});

describe('warns', () => {
  it.each([
    ['email', 'lea@microsoft.com', 'email-microsoft'],
    ['email', 'lea@partners.microsoft.com', 'email-microsoft'],
    ['email', 'lea@partner.example', 'email-own-domain'],
    ['email', 'lea@mail.Partner.example', 'email-own-domain'],
    ['email', 'lea+mca@contoso.example', 'email-plus-tag'],
    ['dateAgreed', '2023-03-31', 'date-before-reacceptance'],
    ['phoneNumber', 'call me', 'phone-odd'],
    ['phoneNumber', '123', 'phone-odd'],
    ['phoneNumber', '123456789012345678', 'phone-odd'],
    ['companyName', 'X', 'company-one-character'],
    ['companyName', '株', 'company-legal-form'],
    ['companyName', '...', 'company-only-punctuation'],
    ['companyName', 'G.m.b.H.', 'company-legal-form'],
    ['companyName', '股份有限公司', 'company-legal-form'],
    ['companyName', '㈱', 'company-legal-form'],
    ['companyName', 'LTD', 'company-legal-form'],
    ['companyName', 'aaaa', 'company-repeated-character'],
    ['companyName', 'A B C', 'company-spaced-letters'],
    ['companyName', 'contoso.com', 'company-like-domain'],
    ['customerDomain', 'contoso', 'domain-malformed'],
    ['country', '', 'country-missing'],
    ['country', 'QQ', 'country-unknown'],
    ['language', '', 'language-missing'],
    ['language', 'fr-FR', 'language-not-offered'],
    ['recordedBy', '', 'recorder-missing'],
    [
      'evidenceNote',
      'sent https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001',
      'acceptance-link',
    ],
    ['reference', 'attestationId%3Ddeadbeef', 'acceptance-link'],
  ] as [AttestationField, string, string][])('%s %j: %s', (field, value, code) => {
    expect(codes({ [field]: value })).toEqual([`warns ${field} ${code}`]);
  });
});

describe('says nothing of what is only unusual', () => {
  it.each([
    ['customerTenantId', '{11111111-2222-4333-8444-55555555555A} '],
    ['email', 'léa@bücher.example'],
    ['email', "o'neil@contoso.co.uk"],
    ['email', '李@例子.公司'],
    ['email', 'lea@notmicrosoft.com'],
    ['email', 'lea@notpartner.example'],
    ['phoneNumber', '+886 2 2345-6789 #123'],
    ['phoneNumber', '(030) 123 45 67 ext. 8'],
    ['phoneNumber', '０２－２３４５－６７８９'],
    ['companyName', '3M'],
    ['companyName', 'IBM'],
    ['companyName', '台積電'],
    ['companyName', 'Gmbh & Söhne GmbH'],
    ['dateAgreed', '2026-11-22'],
    ['dateAgreed', '2023-04-01'],
    ['firstName', 'Y'],
    ['country', 'de'],
    ['language', 'en-US'],
  ] as [AttestationField, string][])('%s %j', (field, value) => {
    expect(codes({ [field]: value })).toEqual([]);
  });

  it('a domain instead of a tenant id', () => {
    expect(codes({ customerTenantId: '', customerDomain: 'https://Contoso.example/' })).toEqual([]);
  });
});

it.each([
  ['2026-11-22T09:59:59.000Z', '2026-11-22'],
  ['2026-11-22T10:00:00.000Z', '2026-11-23'],
  ['2026-12-31T10:00:00.000Z', '2027-01-01'],
])('takes the day in the first zone on earth for today: %s', (now, latest) => {
  expect(latestDayOnEarth(now)).toBe(latest);
  expect(codes({ dateAgreed: latest }, { now })).toEqual([]);
});

it.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-20T00:00', false],
])('knows the days that exist: %s', (text, exists) => {
  expect(isDay(text)).toBe(exists);
});

describe('tells the same signer before Microsoft does (600061)', () => {
  const record = (current: Partial<Attestation>, state: AttestationRecord['state'] = 'recorded') =>
    ({ number: 'CS-000007', state, current: { ...whole, ...current } }) as AttestationRecord;

  it.each([
    ['recorded', 'duplicate-signer-kept'],
    ['handed-to-provider', 'duplicate-signer-kept'],
    ['link-expired', 'duplicate-signer-kept'],
    ['agreement-created', 'duplicate-signer'],
    ['direct-accepted', 'duplicate-signer'],
    ['verified', 'duplicate-signer'],
  ] as const)('names the record and its day, and what it is worth: %s', (state, code) => {
    const customerRecords = [record({}, state)];
    expect(problemsOf(whole, { ...context, customerRecords })).toEqual([
      {
        field: 'email',
        code,
        severity: 'warns',
        values: { number: 'CS-000007', date: '2026-11-20' },
      },
    ]);
    for (const table of Object.values(stringTables))
      expect(table[`record.problem.${code}`]).toContain('600061');
  });

  it.each([
    ['other case and spaces', [record({ firstName: ' LÉA', email: 'Lea@Contoso.example' })], true],
    ['another phone', [record({ phoneNumber: '123456' })], false],
    ['another name', [record({ lastName: 'Meier' })], false],
    ['only an older record', [record({ lastName: 'Meier' }), record({})], false],
    [
      'a withdrawn record before it',
      [record({ lastName: 'Meier' }, 'withdrawn'), record({})],
      true,
    ],
    ['a withdrawn record alone', [record({}, 'withdrawn')], false],
    ['none', [], false],
  ])('%s', (_name, records, isSame) => {
    expect(findDuplicateSigner(whole, records) !== undefined).toBe(isSame);
  });

  it('the same phone, written in another way', () => {
    const fields = { ...whole, phoneNumber: '+49 30 123456' };
    expect(findDuplicateSigner(fields, [record({ phoneNumber: '+4930-123456' })])).toBeDefined();
  });

  it('not for an erased person', () => {
    const erased = { firstName: '', lastName: '', email: '', phoneNumber: '' };
    expect(findDuplicateSigner({ ...whole, ...erased }, [record(erased)])).toBeUndefined();
  });
});

it('has words for each problem it can name, with all their values', () => {
  const odd = [
    { email: 'a@partner.example', dateAgreed: '2026-12-24', country: 'QQ', language: 'fr-FR' },
    { dateAgreed: '2020-01-01', language: 'fr-FR' },
  ];
  for (const given of odd)
    for (const { code, values } of problemsOf({ ...whole, ...given }, context))
      for (const table of Object.values(stringTables)) {
        const text = table[`record.problem.${code}`];
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) expect(values).toHaveProperty(name!);
      }
});
