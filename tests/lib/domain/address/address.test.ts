import { describe, expect, it } from 'vitest';
import { maskAddress, placeOf, readAddress, strongerReading } from '@/lib/domain/address/address';

const partner = '11111111-2222-4333-8444-555555555555';
const provider = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const customer = 'ABCDEF01-2345-4678-9abc-def012345678';
const home = 'https://admin.microsoft.com/Adminportal/Home';
const query = `invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=true`;
const secret = 'deadbeef-0000-4000-8000-000000000001';

describe('readAddress', () => {
  it.each([
    [`${home}?${query}#/BillingAccounts/partner-invitation`, 'invitation'],
    [`${home}?ref=/BillingAccounts/partner-invitation?${query}`, 'invitation'],
    [
      `${home}?ref=${encodeURIComponent(`/BillingAccounts/partner-invitation?${query}`)}`,
      'invitation',
    ],
    [encodeURIComponent(encodeURIComponent(`${home}?${query}#/partners/invitation`)), 'invitation'],
    [`${home}#/partners/invitation?${query}`.toUpperCase().replace('HTTPS', 'https'), 'invitation'],
    [`admin.cloud.microsoft/?${query}#/partners/invitation`, 'invitation'],
    [
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${home}?${query}#/partners/invitation`)}&data=05`,
      'invitation',
    ],
    [`${home}?invType=IndirectResellerRelationship#/partners/invitation`, 'invitation'],
    [`${home}#/BillingAccounts/partner-invitation`, 'invitation-untyped'],
    [`${home}?invType=ResellerRelationship#/homepage`, 'invitation-untyped'],
    [`${home}?invType=Administration&partnerId=${partner}#/partners/invitation`, 'delegated-admin'],
    [`${home}#/partners/invitation/granularAdminRelationships/${provider}`, 'gdap'],
    [`${home}?ref=/BillingAccounts/agreement`, 'agreement'],
    [`${home}?#/partners/agreement`, 'agreement'],
    [
      `https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=${partner}`,
      'legacy-signup',
    ],
    [
      `https://portal.office.com/Partner/PartnerSignup.aspx?type=IndirectResellerRelationship`,
      'legacy-signup',
    ],
    [`https://portal.office.com/partner/partnersignup.aspx?type=Other`, 'other'],
    [`${home}#/catalog`, 'purchase'],
    [`${home}#/Purchase/checkout`, 'purchase'],
    [`${home}#/subscriptions`, 'purchase'],
    [`${home}?ref=billing/licenses`, 'purchase'],
    [
      `https://partner.microsoft.com/dashboard/v2/customers/${customer}/account`,
      'customer-account',
    ],
    [
      `https://partner.microsoft.com/de-de/dashboard/commerce2/customers/${customer}/subscriptions`,
      'customer-account',
    ],
    [`https://partner.microsoft.com/dashboard/v2/customers/list`, 'other'],
    [`https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`, 'acceptance-link'],
    [`https://cdn.partner.microsoft.com/mcafee`, 'other'],
    [`https://admin.microsoft.com.evil.example/?${query}#/partners/invitation`, 'other'],
    [`https://evil.example/#/partners/invitation?${query}`, 'other'],
    [`${home}#/users`, 'other'],
    ['javascript:alert(1)', 'unreadable'],
    ['who may attest', 'unreadable'],
    ['%E0%A4%A', 'unreadable'],
    ['https://', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (address, kind) => {
    expect(readAddress(address).kind).toBe(kind);
  });

  it('says what each parameter of an invitation means', () => {
    const reading = readAddress(
      `${home}?invType=IndirectResellerRelationship&partnerId=${partner}&msppId=4711&indirectCSPId=${provider}&dap=false#/partners/invitation`,
    );
    expect(reading.parameters).toEqual([
      {
        name: 'invType',
        value: 'IndirectResellerRelationship',
        meaning: 'guide.parameter.invType.IndirectResellerRelationship',
      },
      { name: 'partnerId', value: partner, meaning: 'guide.parameter.partnerId' },
      { name: 'msppId', value: '4711', meaning: 'guide.parameter.msppId' },
      { name: 'indirectCSPId', value: provider, meaning: 'guide.parameter.indirectCSPId' },
      { name: 'DAP', value: 'false', meaning: 'guide.parameter.DAP.false' },
    ]);
    expect(reading).toMatchObject({ partnerId: partner, indirectCSPId: provider });
  });

  it('reads the old sign-up page’s names for the same parameters', () => {
    const reading = readAddress(
      `https://portal.office.com/partner/partnersignup.aspx?type=IndirectResellerRelationship&id=${partner}&msppid=12&indirectCSP=${provider}`,
    );
    expect(reading).toMatchObject({ partnerId: partner, indirectCSPId: provider });
  });

  it('takes the customer from Partner Center’s pages only, in lower case', () => {
    const account = `https://partner.microsoft.com/zh-tw/dashboard/v2/customers/${customer}/account`;
    expect(readAddress(account).customerTenantId).toBe(customer.toLowerCase());
    expect(
      readAddress(`https://evil.example/dashboard/v2/customers/${customer}/account`),
    ).not.toHaveProperty('customerTenantId');
    expect(
      readAddress('https://admin.cloud.microsoft/?delegatedOrg=Contoso.com#/homepage')
        .customerDomain,
    ).toBe('contoso.com');
    expect(readAddress('https://evil.example/?delegatedOrg=contoso.com')).not.toHaveProperty(
      'customerDomain',
    );
  });

  it('keeps the secret of an acceptance link out of everything it returns', () => {
    for (const address of [
      `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`,
      `https://cdn.partner.microsoft.com/MCA/${secret}?lang=de`,
      encodeURIComponent(`https://cdn.partner.microsoft.com/mca/?attestationId=${secret}`),
    ]) {
      const reading = readAddress(address);
      expect(JSON.stringify([reading, placeOf(reading), maskAddress(address)])).not.toContain(
        secret,
      );
    }
  });

  it('answers for any text without throwing', () => {
    for (const text of [
      '\u0000',
      '%',
      'http://[',
      'https://a b',
      '://',
      'a'.repeat(100_000),
      'https://x/%FF%25%ZZ',
    ]) {
      expect(() => placeOf(readAddress(text))).not.toThrow();
    }
  });
});

describe('placeOf', () => {
  const place = (address: string) => placeOf(readAddress(address));

  it('is the same for one page however its address is written', () => {
    expect(place(`${home}?${query}#/BillingAccounts/partner-invitation`)).toBe(
      place(
        `https://admin.cloud.microsoft/?l=de-de&DAP=true&msppId=0&partnerId=${partner.toUpperCase()}&invType=resellerrelationship&utm_source=mail#/partners/invitation`,
      ),
    );
    expect(
      place(`https://partner.microsoft.com/de-de/dashboard/v2/customers/${customer}/account`),
    ).toBe(
      place(
        `https://partner.microsoft.com/dashboard/commerce2/customers/${customer.toLowerCase()}/account?tab=1`,
      ),
    );
    expect(place(`${home}?ref=/BillingAccounts/agreement`)).toBe(
      place(`${home}?#/partners/agreement`),
    );
  });

  it('differs for another partner, another customer and another page', () => {
    const places = [
      `${home}?${query}#/partners/invitation`,
      `${home}?${query.replace(partner, provider)}#/partners/invitation`,
      `https://partner.microsoft.com/dashboard/v2/customers/${customer}/account`,
      `https://partner.microsoft.com/dashboard/v2/customers/${partner}/account`,
      `${home}#/catalog`,
      `${home}#/users`,
      'https://portal.example/orders',
    ].map(place);
    expect(new Set(places).size).toBe(places.length);
  });

  it('fits its 600 characters', () => {
    expect(place(`https://portal.example/${'x'.repeat(5_000)}`)).toHaveLength(600);
  });
});

describe('maskAddress', () => {
  it.each([
    [
      `see https://cdn.partner.microsoft.com/mca/?attestationid=${secret} please`,
      'see https://cdn.partner.microsoft.com/mca/••• please',
    ],
    [
      `https://x.example/?u=https%3A%2F%2Fcdn.partner.microsoft.com%2Fmca%2F%3Fattestationid%3D${secret}`,
      'https://x.example/?u=https%3A%2F%2Fcdn.partner.microsoft.com/mca/•••',
    ],
    [`{"attestationId=${secret}"}`, '{"attestationId=•••"}'],
    [
      'https://admin.microsoft.com/#code=abc.def&state=1',
      'https://admin.microsoft.com/#code=•••&state=1',
    ],
    [`${home}?${query}`, `${home}?${query}`],
  ])('%s → %s', (text, masked) => {
    expect(maskAddress(text)).toBe(masked);
    expect(maskAddress(masked)).toBe(masked);
  });
});

describe('where a page stands after it has rewritten its address', () => {
  const home = 'https://admin.microsoft.com/AdminPortal/Home';
  const link = `${home}?invType=ResellerRelationship&partnerId=0a1b2c3d-1111-4222-8333-444455556666#/BillingAccounts/partner-invitation`;
  const account = (tenant: string) =>
    `https://partner.microsoft.com/dashboard/v2/customers/${tenant}/account`;
  const [one, other] = [
    '11111111-2222-4333-8444-555555555555',
    '66666666-2222-4333-8444-555555555555',
  ];

  it.each([
    [
      'the same invitation, its parameters lost',
      link,
      `${home}#/partners/invitation`,
      'address-at-start',
    ],
    ['a page that says nothing', link, `${home}#/homepage`, 'address-at-start'],
    ['another matter', link, `${home}#/Purchase/checkout`, 'address-now'],
    ['another customer of the same kind', account(one!), account(other!), 'address-now'],
  ])('%s', (_, start, now, from) => {
    expect(strongerReading(readAddress(start), readAddress(now))?.from).toBe(from);
  });
});
