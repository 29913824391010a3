import { describe, expect, it } from 'vitest';
import { factIds, facts, isOld } from '@/lib/domain/guide/facts';
import {
  type Answer,
  type CaseId,
  caseIds,
  claims,
  type Guide,
  type GuideInput,
  guideFor,
  type questionIds,
  type Said,
} from '@/lib/domain/guide/guide';
import { stepIds } from '@/lib/domain/guide/guide-steps';
import { emptyAttestation, type RecordState } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import {
  clouds,
  defaultSettings,
  partnerRoles,
  partnerTypes,
  type Settings,
} from '@/lib/domain/settings';
import { stringTables } from '@/lib/strings';

const own = '11111111-2222-4333-8444-555555555555';
const other = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const customer = 'abcdef01-2345-4678-9abc-def012345678';
const home = 'https://admin.microsoft.com/Adminportal/Home';
const invitation = `${home}?invType=ResellerRelationship&partnerId=${own}&msppId=0&DAP=true#/partners/invitation`;
const indirect = `${home}?invType=IndirectResellerRelationship&partnerId=${other}&msppId=7&indirectCSPId=${own}#/partners/invitation`;
const untyped = `${home}#/BillingAccounts/partner-invitation`;
const agreement = `${home}?ref=/BillingAccounts/agreement`;
const checkout = `${home}#/Purchase/checkout`;
const account = `https://partner.microsoft.com/dashboard/v2/customers/${customer}/account`;
const acceptance =
  'https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001';
const sighting = { quote: 'Please reach out to your Partner …', language: 'en' };

function record(state: RecordState, dateAgreed = '2025-03-01'): AttestationRecord {
  return {
    recordId: '00000000-0000-4000-8000-000000000001',
    number: 'CS-000042',
    writer: '00000000-0000-4000-8000-000000000002',
    recordedAt: '2025-03-02T08:00:00Z',
    changedAt: '2025-03-02T08:00:00Z',
    state,
    current: {
      ...emptyAttestation,
      customerTenantId: customer,
      customerDomain: 'contoso.com',
      dateAgreed,
    },
    versions: [],
    moves: [],
    files: [],
    erasures: [],
  };
}

function settings(changes: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, partnerType: 'direct-bill', role: 'admin-agent', ...changes };
}

function ask(changes: Partial<GuideInput> = {}): Guide {
  return guideFor({
    settings: settings(),
    records: [],
    answers: {},
    today: '2026-11-22',
    ...changes,
  });
}

const bought = (answer: Answer) => ({ 'bought-through-us': answer });
const link = (answer: Answer) => ({ 'new-partner-link': answer });
const ownSettings = settings({ ownTenantIds: [own.toUpperCase()] });

type Row = [name: string, input: Partial<GuideInput>, outcome: string, question?: string];

const paths: Row[] = [
  // By the page and its address alone (the table of confidences)
  ['an invitation of a reseller', { sighting, addressNow: invitation }, 'new-partner high'],
  ['an invitation through a provider', { sighting, addressNow: indirect }, 'new-partner high'],
  ['an invitation that lost its type', { sighting, addressNow: untyped }, 'new-partner medium'],
  ['the agreement page', { sighting, addressNow: agreement }, 'existing-partner medium'],
  ['a checkout', { sighting, addressNow: checkout }, 'existing-partner low', 'bought-through-us'],
  [
    'a page that says nothing',
    { sighting, addressNow: `${home}#/users` },
    'either-scenario low',
    'bought-through-us',
  ],
  ['no address at all', { sighting }, 'either-scenario low', 'bought-through-us'],
  [
    'an invitation the app has rewritten',
    { sighting, addressAtStart: invitation, addressNow: untyped },
    'new-partner high',
  ],
  [
    'an invitation that the person has left for a checkout',
    { sighting, addressAtStart: invitation, addressNow: checkout },
    'existing-partner low',
    'bought-through-us',
  ],
  [
    'an invitation reached later',
    { sighting, addressAtStart: `${home}#/homepage`, addressNow: invitation },
    'new-partner high',
  ],
  [
    'delegated administration',
    { sighting, addressNow: `${home}?invType=Administration#/partners/invitation` },
    'delegated-admin high',
  ],
  [
    'granular administration',
    { addressNow: `${home}#/partners/invitation/granularAdminRelationships/${other}` },
    'gdap high',
  ],
  ['the acceptance page', { addressNow: acceptance }, 'acceptance-page high'],
  ['a customer’s account page', { addressNow: account }, 'customer-account high'],
  [
    'the notice on a customer’s account page',
    { sighting, addressNow: account },
    'either-scenario low',
    'bought-through-us',
  ],
  ['an invitation without the notice', { addressNow: invitation }, 'direct-possible low'],
  ['the agreement page without the notice', { addressNow: agreement }, 'direct-possible low'],
  ['a checkout without the notice', { addressNow: checkout }, 'no-notice medium'],
  ['an unreadable address', { addressNow: '%' }, 'no-notice medium'],
  ['nothing', {}, 'no-notice medium'],
  // By answers
  ['bought through us', { sighting, answers: bought('yes') }, 'existing-partner high'],
  [
    'bought through us, yet an invitation',
    { sighting, addressNow: invitation, answers: bought('yes') },
    'existing-partner medium',
  ],
  [
    'bought through us, yet a new partner’s link',
    { sighting, answers: { ...bought('yes'), ...link('yes') } },
    'existing-partner medium',
  ],
  [
    'bought through us, no new partner',
    { sighting, answers: { ...bought('yes'), ...link('no') } },
    'existing-partner high',
  ],
  [
    'not bought through us',
    { sighting, answers: bought('no') },
    'new-partner low',
    'new-partner-link',
  ],
  [
    'not bought through us, an invitation',
    { sighting, addressNow: invitation, answers: bought('no') },
    'new-partner high',
  ],
  [
    'a new customer’s new-partner link',
    { sighting, answers: { ...bought('no'), ...link('yes') } },
    'new-partner high',
  ],
  [
    'neither ours nor new',
    { sighting, answers: { ...bought('no'), ...link('no') } },
    'not-ours low',
  ],
  [
    'not ours, no new partner, but an invitation',
    { sighting, addressNow: invitation, answers: { ...bought('no'), ...link('no') } },
    'new-partner medium',
  ],
  [
    'not bought through us, link unsure',
    { sighting, answers: { ...bought('no'), ...link('unsure') } },
    'new-partner low',
  ],
  [
    'purchases unsure',
    { sighting, answers: bought('unsure') },
    'either-scenario low',
    'new-partner-link',
  ],
  [
    'purchases unsure at a checkout',
    { sighting, addressNow: checkout, answers: bought('unsure') },
    'existing-partner low',
    'new-partner-link',
  ],
  [
    'purchases unsure, new-partner link',
    { sighting, answers: { ...bought('unsure'), ...link('yes') } },
    'new-partner medium',
  ],
  [
    'purchases unsure, no new-partner link',
    { sighting, answers: { ...bought('unsure'), ...link('no') } },
    'existing-partner low',
  ],
  [
    'only: no new-partner link, on the agreement page',
    { sighting, addressNow: agreement, answers: link('no') },
    'existing-partner medium',
  ],
  [
    'both unsure',
    { sighting, answers: { ...bought('unsure'), ...link('unsure') } },
    'either-scenario low',
  ],
  [
    'both unsure at an invitation',
    { sighting, addressNow: invitation, answers: { ...bought('unsure'), ...link('unsure') } },
    'new-partner high',
  ],
  ['answers without a page', { answers: bought('yes') }, 'existing-partner high'],
  // By the user's own tenants and this customer's records
  [
    'our own invitation to a known customer',
    { sighting, addressNow: invitation, settings: ownSettings, records: [record('recorded')] },
    'existing-partner medium',
  ],
  [
    'our own invitation, provider’s side, known customer',
    { sighting, addressNow: indirect, settings: ownSettings, records: [record('recorded')] },
    'existing-partner medium',
  ],
  [
    'our own invitation to a stranger',
    { sighting, addressNow: invitation, settings: ownSettings },
    'new-partner high',
  ],
  [
    'our own invitation, the record withdrawn',
    { sighting, addressNow: invitation, settings: ownSettings, records: [record('withdrawn')] },
    'new-partner high',
  ],
  [
    'an invitation to a known customer, own tenant unknown',
    { sighting, addressNow: invitation, records: [record('recorded')] },
    'new-partner medium',
  ],
  [
    'another partner’s invitation',
    { sighting, addressNow: invitation, settings: settings({ ownTenantIds: [other] }) },
    'not-ours medium',
  ],
  [
    'a known customer elsewhere',
    { sighting, records: [record('link-created')] },
    'existing-partner medium',
  ],
  [
    'a known customer, said not to have bought',
    { sighting, records: [record('recorded')], answers: { ...bought('no'), ...link('yes') } },
    'new-partner medium',
  ],
  ['filed by us', { sighting, records: [record('agreement-created')] }, 'already-attested medium'],
  ['accepted directly', { records: [record('direct-accepted')] }, 'already-attested medium'],
  ['verified', { records: [record('verified')] }, 'already-attested high'],
  [
    'verified, beside the notice',
    { sighting, records: [record('verified')] },
    'already-attested medium',
  ],
  [
    'verified, the notice gone',
    { sighting: { ...sighting, gone: true }, records: [record('verified')] },
    'already-attested high',
  ],
  [
    'verified on the last day that is too old',
    { records: [record('verified', '2023-03-31')] },
    'acceptance-too-old medium',
  ],
  [
    'verified on the first day that counts',
    { records: [record('verified', '2023-04-01')] },
    'already-attested high',
  ],
  [
    'filed long ago, renewed since',
    { records: [record('verified', '2024-01-01'), record('verified', '2020-01-01')] },
    'already-attested high',
  ],
  // By what a person says
  ['a customer’s report', { claim: 'notice-reported' }, 'either-scenario low', 'bought-through-us'],
  ['a refused order', { claim: 'order-refused' }, 'either-scenario low', 'bought-through-us'],
  [
    'a refused order, nobody’s customer',
    { claim: 'order-refused', answers: { ...bought('no'), ...link('no') } },
    'direct-possible low',
  ],
  [
    'a report while on the account page',
    { claim: 'notice-reported', addressNow: account },
    'either-scenario low',
    'bought-through-us',
  ],
  ['an automatic renewal', { claim: 'auto-renewal' }, 'auto-renewal high'],
  ['an automatic renewal with the notice', { claim: 'auto-renewal', sighting }, 'auto-renewal low'],
  ['a first purchase', { claim: 'first-purchase' }, 'direct-possible high'],
  ['600061', { claim: 'already-attested' }, 'already-attested high'],
  ['600061 beside the notice', { claim: 'already-attested', sighting }, 'already-attested medium'],
  ['an old acceptance', { claim: 'acceptance-too-old' }, 'acceptance-too-old high'],
  [
    'an old acceptance beside the notice',
    { claim: 'acceptance-too-old', sighting },
    'acceptance-too-old medium',
  ],
  ['delegated administration by phone', { claim: 'delegated-admin' }, 'delegated-admin high'],
  ['GDAP by phone', { claim: 'gdap' }, 'gdap high'],
  ['the partner’s own agreement', { claim: 'partner-agreement' }, 'partner-agreement high'],
  ['a product’s condition', { claim: 'offer-attestation' }, 'offer-attestation high'],
  ['the partner on record', { claim: 'partner-on-record' }, 'partner-on-record high'],
  ['the Cloud Agreement', { claim: 'cloud-agreement' }, 'cloud-agreement high'],
  ['a missing relationship', { claim: 'relationship-missing' }, 'relationship-missing high'],
  // By cloud
  ['21Vianet', { sighting, settings: settings({ cloud: '21vianet' }) }, 'excluded-cloud high'],
  [
    'US Government, old acceptance',
    { claim: 'acceptance-too-old', settings: settings({ cloud: 'us-government' }) },
    'excluded-cloud high',
  ],
  [
    'GDAP in another cloud',
    { claim: 'gdap', settings: settings({ cloud: '21vianet' }) },
    'gdap high',
  ],
];

describe('which case it is', () => {
  it.each(paths)('%s', (_, input, outcome, question) => {
    const guide = ask(input);
    expect([`${guide.case} ${guide.confidence}`, guide.question]).toEqual([outcome, question]);
  });

  it.each([
    ['a report alone', { claim: 'already-attested' }, true],
    ['a report of an invitation', { claim: 'gdap' }, true],
    ['a report and an address', { claim: 'gdap', addressNow: checkout }, false],
    [
      'a report, in another cloud',
      { claim: 'order-refused', settings: settings({ cloud: 'us-government' }) },
      false,
    ],
    ['the address', { addressNow: `${home}?invType=Administration` }, false],
    ['the sentence', { sighting, addressNow: invitation }, false],
  ] as const)('says whether it rests on a report alone: %s', (_, input, expected) => {
    const { confidence, onlyReported } = ask(input);
    expect(confidence).toBe('high');
    expect(onlyReported).toBe(expected);
  });

  it('has a path to every case', () => {
    const reached = new Set(paths.map(([, , outcome]) => outcome.split(' ')[0]));
    expect(caseIds.filter((id) => !reached.has(id))).toEqual([]);
  });

  it('names the evidence and where it was read', () => {
    const guide = ask({
      sighting,
      addressAtStart: invitation,
      settings: ownSettings,
      records: [record('recorded')],
    });
    expect(guide.evidence.map(({ from, said }) => `${from}: ${said.key}`)).toEqual([
      'notice: guide.why.notice',
      'address-at-start: guide.why.address.invitation',
      'settings: guide.why.own-tenant',
      'records: guide.why.earlier-records',
      'settings: guide.you.direct-bill',
      'settings: guide.role.admin-agent',
    ]);
  });
});

describe('the road for this user', () => {
  const road = (partnerType: Settings['partnerType'], role: Settings['role'] = 'admin-agent') =>
    ask({ sighting, addressNow: agreement, settings: settings({ partnerType, role }) });
  const ids = (guide: Guide) => guide.steps.map(({ id }) => id);

  it.each(['direct-bill', 'indirect-provider'] as const)(
    'takes a %s through all three stages',
    (type) => {
      const stages = ids(road(type));
      expect(stages).toEqual([
        'check-account',
        'record-signer',
        'create-attestation',
        'send-link',
        'customer-accepts',
        'create-agreement',
        'verify',
        'push-order',
      ]);
    },
  );

  it('never lets a reseller attest', () => {
    const guide = road('indirect-reseller');
    expect(ids(guide)).toContain('hand-to-provider');
    expect(ids(guide)).not.toContain('create-attestation');
    expect(JSON.stringify(guide)).not.toContain('guide.step.create-attestation');
  });

  it('asks who does not know the kind of partner to find out, and goes the road that suits all', () => {
    expect(ids(road('unsure')).slice(0, 3)).toEqual(['find-type', 'check-account', 'ask-direct']);
  });

  it.each([
    ['admin-agent', []],
    ['sales-agent', []],
    ['global-admin', ['try-as-global-admin']],
    ['helpdesk-agent', ['find-agent']],
    ['other', ['find-agent']],
  ] as const)('sends %s to whoever may', (role, expected) => {
    const found = ids(road('direct-bill', role));
    expect(found.filter((id) => id === 'find-agent' || id === 'try-as-global-admin')).toEqual(
      expected,
    );
  });

  it('offers direct acceptance beside it, by Microsoft’s own link', () => {
    const links = road('direct-bill').otherRoad?.steps.flatMap((step) => step.link?.href ?? []);
    expect(links).toContain(
      'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement',
    );
  });

  it('opens the customer’s account page when the tenant is known, else Partner Center', () => {
    const check = (input: Partial<GuideInput>) =>
      ask(input).steps.find(({ id }) => id === 'check-account')?.link?.href;
    expect(check({ sighting, addressNow: account })).toBe(account);
    expect(check({ sighting, records: [record('recorded')] })).toBe(account);
    expect(check({ sighting })).toBe('https://partner.microsoft.com/dashboard');
  });

  it('names the provider when the settings do', () => {
    const guide = ask({
      sighting,
      settings: settings({ partnerType: 'indirect-reseller', providerName: ' Nordlicht ' }),
    });
    expect(guide.steps.find(({ id }) => id === 'hand-to-provider')?.said).toEqual({
      key: 'guide.step.hand-to-provider.named',
      values: { name: 'Nordlicht' },
    });
  });

  it('goes on with an open record instead of starting another', () => {
    const guide = ask({ sighting, records: [record('link-created')] });
    expect(guide.underWay).toMatchObject({ number: 'CS-000042', state: 'link-created' });
    expect(ids(guide)[0]).toBe('continue-record');
  });

  it('says that a record unblocks nothing wherever it tells people to record', () => {
    for (const type of partnerTypes) {
      const guide = road(type);
      const steps = [...guide.steps, ...(guide.otherRoad?.steps ?? [])];
      const recording = steps.filter(
        ({ id }) => id === 'record-signer' || id === 'collect-evidence',
      );
      expect(recording.length).toBeGreaterThan(0);
      for (const { pitfalls } of recording) {
        expect(pitfalls).toContainEqual({ key: 'guide.pitfall.record-unblocks-nothing' });
      }
    }
  });
});

describe('the profile', () => {
  it.each([
    ['direct-bill', 'admin-agent', [], ['guide.you.direct-bill', 'guide.role.admin-agent']],
    [
      'indirect-provider',
      'sales-agent',
      [],
      ['guide.you.indirect-provider', 'guide.role.sales-agent'],
    ],
    [
      'direct-bill',
      'global-admin',
      ['guide.role.global-admin'],
      ['guide.you.direct-bill', 'guide.role.global-admin'],
    ],
    [
      'indirect-provider',
      'helpdesk-agent',
      ['guide.role.helpdesk-agent'],
      ['guide.you.indirect-provider', 'guide.role.helpdesk-agent'],
    ],
    ['direct-bill', 'other', ['guide.role.other'], ['guide.you.direct-bill', 'guide.role.other']],
    [
      'indirect-reseller',
      'admin-agent',
      ['guide.you.indirect-reseller'],
      ['guide.you.indirect-reseller'],
    ],
    ['unsure', 'other', ['guide.you.unsure'], ['guide.you.unsure']],
  ] as const)(
    '%s, %s: what hinders is said at once, the rest under why',
    (partnerType, role, hinders, rests) => {
      const guide = ask({ sighting, settings: settings({ partnerType, role }) });
      expect(guide.summary.slice(1).map(({ key }) => key)).toEqual(hinders);
      const fromSettings = guide.evidence.filter(({ from }) => from === 'settings');
      expect(fromSettings.map(({ said }) => said.key)).toEqual(rests);
      expect(guide.restsOn).toEqual({ partnerType, role, cloud: 'public' });
    },
  );

  it('is not named where the answer does not rest on it', () => {
    const { evidence } = ask({ claim: 'gdap' });
    expect(evidence.filter(({ from }) => from === 'settings')).toEqual([]);
  });
});

describe('the document of 2020', () => {
  const saidIn = (input: Partial<GuideInput>) =>
    Object.fromEntries(
      ask(input).in2020.map(({ said, since, asOf }) => [
        said.key.replace(/^guide\.in2020\.|\.said$/g, ''),
        since ? `since ${since}` : `as of ${asOf}`,
      ]),
    );

  it('is told statement by statement, with the day each stopped being true or last held', () => {
    expect(saidIn({ sighting })).toEqual({
      'scenario-1': 'as of 2023-04-28',
      'scenario-2': 'as of 2026-06-30',
      renewal: 'as of 2023-04-28',
      resolution: 'since 2026-01-05',
      'role-admin-agent': 'as of 2026-06-30',
      'role-global-admin': 'as of 2024-02-07',
      'role-helpdesk-agent': 'since 2021-03-24',
      'page-confirm': 'since 2026-01-05',
      'page-add-customer': 'as of 2026-06-30',
      'page-azure-plan': 'as of 2026-06-30',
    });
  });

  it.each([
    ['scenario 1', { sighting, addressNow: agreement }, 'scenario-1', 'scenario-2'],
    ['scenario 2', { sighting, addressNow: invitation }, 'scenario-2', 'scenario-1'],
    ['an auto-renewal', { claim: 'auto-renewal' }, 'renewal', 'resolution'],
    ['a GDAP invitation, on which it is silent', { claim: 'gdap' }, undefined, 'resolution'],
  ] as const)('says only what belongs to %s', (_, input, there, not) => {
    const keys = Object.keys(saidIn(input));
    if (there) expect(keys).toContain(there);
    expect(keys).not.toContain(not);
  });
});

describe('every combination', () => {
  const addresses = [
    undefined,
    invitation,
    indirect,
    untyped,
    agreement,
    checkout,
    account,
    acceptance,
    '%',
    `${home}?invType=Administration`,
    `${home}#/partners/invitation/granularAdminRelationships/1`,
  ];
  const answersOf = (id: (typeof questionIds)[number]) => [
    {},
    ...(['yes', 'no', 'unsure'] as const).map((answer) => ({ [id]: answer })),
  ];
  const histories = [
    [],
    [record('recorded')],
    [record('verified')],
    [record('verified', '2022-01-01')],
    [record('withdrawn')],
  ];

  function* everything(): Generator<Guide> {
    for (const claim of [undefined, ...claims])
      for (const addressAtStart of addresses)
        for (const seen of [undefined, sighting])
          for (const records of histories)
            for (const first of answersOf('bought-through-us'))
              for (const second of answersOf('new-partner-link')) {
                const answers = { ...first, ...second };
                yield ask({
                  claim,
                  addressAtStart,
                  sighting: seen,
                  records,
                  answers,
                  settings: ownSettings,
                });
              }
    for (const partnerType of partnerTypes)
      for (const role of partnerRoles)
        for (const cloud of clouds)
          for (const claim of [undefined, ...claims])
            for (const addressNow of [undefined, invitation, agreement])
              for (const records of [[], [record('recorded')]])
                yield ask({
                  claim,
                  addressNow,
                  records,
                  settings: settings({ partnerType, role, cloud }),
                });
  }

  it('ends with a next step, in words that exist in every language', { timeout: 60_000 }, () => {
    const seen = { cases: new Set<CaseId>(), steps: new Set<string>(), keys: new Set<string>() };
    let dead = 0;
    for (const guide of everything()) {
      if (!guide.steps.length || !guide.evidence.length || !guide.facts.length) dead += 1;
      seen.cases.add(guide.case);
      for (const step of guide.steps) seen.steps.add(step.id);
      for (const step of guide.otherRoad?.steps ?? []) seen.steps.add(step.id);
      for (const key of keysIn(guide)) seen.keys.add(key);
    }
    expect(dead).toBe(0);
    expect([...seen.cases].sort()).toEqual([...caseIds].sort());
    expect(stepIds.filter((id) => !seen.steps.has(id))).toEqual([]);
    for (const table of Object.values(stringTables)) {
      expect([...seen.keys].filter((key) => !(key in table))).toEqual([]);
    }
  });

  it('asks a question only while it is open', () => {
    for (const first of answersOf('bought-through-us'))
      for (const second of answersOf('new-partner-link')) {
        const answers: GuideInput['answers'] = { ...first, ...second };
        for (const addressNow of addresses) {
          const { question, mayAsk } = ask({ sighting, addressNow, answers });
          for (const asked of [question, mayAsk]) if (asked) expect(answers[asked]).toBeUndefined();
        }
      }
  });

  it('gives a reseller nothing to do in a system that resellers cannot reach', () => {
    const reseller = settings({ partnerType: 'indirect-reseller' });
    for (const claim of [undefined, ...claims])
      for (const addressNow of addresses)
        for (const seen of [undefined, sighting]) {
          const guide = ask({ claim, addressNow, sighting: seen, settings: reseller });
          const steps = [...guide.steps, ...(guide.otherRoad?.steps ?? [])];
          const beyond = steps.filter(({ who }) => who === 'partner-system').map(({ id }) => id);
          expect(beyond, guide.case).toEqual([]);
        }
  });

  it('says of no page that it was read where nothing was seen of it', () => {
    const { evidence } = ask({ addressNow: `${home}#/users` });
    const said = evidence.map((line) => stringTables.en[line.said.key]);
    expect(said).toEqual(['No sentence is known: none was found, and nobody reported one.']);
  });

  function keysIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'key' in value ? [(value as Said).key as string] : [];
    return [...own, ...Object.values(value).flatMap(keysIn)];
  }
});

it.each([
  [undefined, 'guide.why.notice'],
  [false, 'guide.why.notice'],
  [true, 'guide.why.notice.gone'],
])('quotes the sentence; gone from the page: %s', (gone, key) => {
  const seen = { ...sighting, ...(gone !== undefined && { gone }) };
  expect(ask({ sighting: seen }).evidence[0]).toEqual({
    from: 'notice',
    said: { key, values: { quote: sighting.quote } },
  });
});

describe('facts', () => {
  it.each(factIds)('%s has a sentence, a source and a day', (id) => {
    const fact = facts.find((one) => one.id === id)!;
    expect(stringTables.en).toHaveProperty([fact.said.key]);
    expect(fact.source).not.toBe('');
    expect(fact.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it.each([
    ['2025-11-22', '2026-11-22', false],
    ['2025-11-21', '2026-11-22', true],
    ['2026-06-30', '2027-06-30', false],
    ['2026-06-30', '2027-07-01', true],
    ['2027-02-28', '2028-02-29', true],
    ['2027-03-01', '2028-02-29', false],
  ])('a fact of %s seen on %s: older than a year? %s', (date, today, expected) => {
    expect(isOld({ date }, today)).toBe(expected);
  });

  it('marks the old ones in the guide', () => {
    const ages = ask({ sighting }).facts.map(({ id, isOld: old }) => [id, old]);
    expect(ages).toContainEqual(['scenarios-2020', true]);
    expect(ages).toContainEqual(['pages-retired', false]);
  });
});
