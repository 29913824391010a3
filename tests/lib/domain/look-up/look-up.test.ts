import { describe, expect, it } from 'vitest';
import type { Said } from '@/lib/domain/guide/guide';
import { catalogue } from '@/lib/domain/look-up/catalogue';
import { topics } from '@/lib/domain/look-up/catalogue-topics';
import { originalOf } from '@/lib/domain/look-up/finding-title';
import { type Finding, lookUp, nothingFoundAdvice } from '@/lib/domain/look-up/look-up';
import { matchNotice } from '@/lib/domain/notice/notice-language';
import { noticeWordings } from '@/lib/domain/notice/notice-wordings';
import { stringTables } from '@/lib/strings';

const guid = 'abcdef01-2345-4678-9abc-def012345678';

const nameOf = (finding: Finding | undefined) => {
  switch (finding?.kind) {
    case 'entry':
      return finding.entry.id;
    case 'topic':
      return finding.topic;
    case 'address':
      return `address:${finding.reading.kind}`;
    default:
      return finding?.kind ?? 'nothing';
  }
};
const names = (text: string) => lookUp(text).map(nameOf);

/** Each language as a caller speaks it. */
const speakers = Object.values(stringTables).map(
  (table) =>
    ({ key }: Said) =>
      table[key],
);

/** Microsoft's placeholders as they arrive in the world. */
const filled = (text: string) =>
  text
    .replace('{0}', guid)
    .replace('{1}', '11111111-2222-4333-8444-555555555555')
    .replace('<<#######>>', '4711815');

const halves = (text: string) => {
  const words = text.split(' ');
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
};

const withCode = catalogue.filter((entry) => entry.code);

describe('the catalogue', () => {
  it('has all 31 entries, each once', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(31);
  });

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s is found first by its text',
    (id, entry) => {
      expect(names(filled(entry.text))[0]).toBe(id);
    },
  );

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s is found by either half of its text',
    (id, entry) => {
      for (const half of halves(entry.text)) {
        const letters = half.replace(/[^a-z]/gi, '').length;
        if (letters >= 6) expect(names(half), half).toContain(id);
      }
    },
  );

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s is among the first three by either half of a longer text, typed with an error and in any case',
    (id, entry) => {
      for (const half of halves(entry.text)) {
        const letters = half.replace(/[^a-z]/gi, '').length;
        if (letters < 20) continue;
        const mistyped = half.replace(/([a-z])([a-z])(?=[a-z]*$)/, '$2$1');
        for (const form of [half.toUpperCase(), half.replaceAll(' ', ''), mistyped]) {
          expect(names(form).slice(0, 3), form).toContain(id);
        }
      }
    },
  );

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s is found by its title in each language, which is what people see and repeat',
    (id, entry) => {
      for (const say of speakers) {
        const title = say(entry.title);
        expect(lookUp(title, { say }).map(nameOf).slice(0, 2), title).toContain(id);
      }
    },
  );

  it.each(withCode.map((entry) => [entry.code!, entry] as const))(
    'code %s is found in full width, with words of each language, and at the end of a sentence',
    (code, entry) => {
      const wide = code.replace(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
      for (const form of [
        wide,
        `錯誤代碼：${code}`,
        `錯誤 ${code}`,
        `it failed with error ${code}.`,
      ]) {
        expect(names(form)[0], form).toBe(entry.id);
      }
    },
  );

  it.each(
    catalogue.filter(({ text }) => text.length > 30).map((entry) => [entry.id, entry] as const),
  )(
    '%s is found first in other case, without spaces, in full width, with accents and with typing errors',
    (id, { text }) => {
      const mangled = text.replace(/tt/g, 't').replace(/ment/, 'mnet').replace(/th/, 'ht');
      const wide = text.replace(/[a-z]/gi, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
      );
      const forms = [
        text.toUpperCase(),
        text.replaceAll(' ', ''),
        wide,
        text.replace(/e/g, 'é'),
        mangled,
      ];
      for (const form of forms) expect(names(form)[0], form).toBe(id);
    },
  );

  it.each(withCode.map((entry) => [entry.code!, entry] as const))(
    'code %s is found typed, named and in both shapes of JSON',
    (code, entry) => {
      const text = filled(entry.text);
      const first = { code, description: text, data: [guid], source: 'PartnerFD' };
      const second = {
        code: Number(code),
        message: text,
        description: text,
        errorName: 'SomeError',
        isRetryable: false,
        parameters: { id: guid },
        errorMessageExtended: `InternalErrorCode=${code}`,
      };
      const forms = [
        code,
        ` ${code} `,
        `error code: ${code}`,
        JSON.stringify(first),
        JSON.stringify(first, null, 2),
        JSON.stringify(second),
        JSON.stringify({ error: second }),
        JSON.stringify(JSON.stringify(second)),
        JSON.stringify({ code, description: 'Etwas anderes' }),
        `HTTP 403 Forbidden\n${JSON.stringify(second).slice(0, -30)}`,
      ];
      for (const form of forms) expect(names(form)[0], form).toBe(entry.id);
    },
  );

  it('finds an entry without a code by its pasted JSON too', () => {
    for (const entry of catalogue.filter(({ code }) => !code)) {
      expect(
        names(
          JSON.stringify({ code: '1', description: filled(entry.text), data: [], source: '' }),
        )[0],
      ).toBe(entry.id);
    }
  });

  it.each(withCode.map((entry) => [entry.code!, entry] as const))(
    'code %s is found as people write it in a mail, and in a log, a console and a half of its JSON',
    (code, entry) => {
      const text = filled(entry.text);
      const plain = text.replace(/'/g, '');
      const body = JSON.stringify({ code, description: text, data: [guid], source: 'PartnerFD' });
      const forms = [
        ...['ERR #', 'Fehler #', 'エラー #', '#?', '[#]', 'E#', 'err#', '"#"', '# error'],
        ...['what does # mean', 'getting # on order', '代碼 # 是什麼', 'HTTP 403 #'],
        ...['{"code":#}', "{'code': '#'}", 'errorCode: "#"', '<error><code>#</code></error>'],
        `ErrorCode    : #\nErrorMessage : ${plain}\nCorrelationId: ${guid}`,
        `  response: {\n    status: 403,\n    data: {\n      code: #,\n      description: '${plain}'\n    }\n  }`,
      ].map((form) => form.replace('#', code));
      for (const form of [
        ...forms,
        body.slice(0, 40),
        JSON.stringify({ ...JSON.parse(body), requestId: guid, more: { at: 1 } }, null, 2),
        `2026-05-05T12:00:00.123Z ERROR POST /v1/customers/${guid}/orders -> 403 ${body} (1532 ms)`,
        `[12:00:01 ERR] ${JSON.stringify(JSON.stringify(JSON.stringify(body)))}`,
        `Invoke-RestMethod : ${body}\nAt C:\\order.ps1:42 char:12\n    + CategoryInfo : InvalidOperation`,
      ]) {
        expect(names(form)[0], form).toBe(entry.id);
      }
    },
  );

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s is found with one typing error in each of its words',
    (id, { text }) => {
      const words = text.split(' ');
      for (const [at, word] of words.entries()) {
        if (!/^[a-z]{5,}$/i.test(word)) continue;
        for (const mistyped of [
          word.slice(0, 2) + word.slice(3),
          word.slice(0, 2) + word[3] + word[2] + word.slice(4),
          `${word.slice(0, 2)}x${word.slice(3)}`,
        ]) {
          const form = words.with(at, mistyped).join(' ');
          expect(names(form).slice(0, 3), form).toContain(id);
        }
      }
    },
  );

  it('offers codes that begin like what is typed', () => {
    expect(names('9001xx').sort()).toEqual(['api.900123', 'api.900124']);
    expect(names('60004x')).toEqual(['api.600049']);
    expect(names('60005')).toEqual(['api.600050', 'api.600051']);
  });

  it('finds a message inside a longer ticket', () => {
    const text = catalogue.find(({ id }) => id === 'api.13605')!.text;
    expect(
      names(
        `Hello team, the customer Contoso called this morning. The order says: ${text}. What now? Thanks, Kim`,
      )[0],
    ).toBe('api.13605');
  });

  it('gives a page its own day, so that an old one is marked', () => {
    const dayOf = (text: string) => {
      const found = lookUp(text)[0];
      return found?.kind === 'entry' && found.entry.date;
    };
    expect(dayOf('10012')).toBe('2023-08-23');
    expect(dayOf('Too Many Requests')).toBe('2022-07-18');
    expect(dayOf("Microsoft Cloud Agreement Template ID '998b88de' is no longer supported")).toBe(
      '2020-03-31',
    );
  });

  it('shows as Microsoft’s own words only what was seen as such', () => {
    const shown = (code: string) => originalOf(lookUp(code)[0]!);
    expect(shown('900421')).toBe('');
    expect(shown('600061')).toBe('A partner confirmed agreement already exists for the customer.');
    // Its HTTP status is known from others' code alone, the rest from Microsoft.
    expect(catalogue.find(({ code }) => code === '600061')).not.toHaveProperty('http');
  });

  it('has every sentence in every language', () => {
    for (const table of Object.values(stringTables)) {
      const keys = [
        ...catalogue.flatMap((entry) => [entry.title, entry.cause, entry.toDo, entry.seenAt]),
        ...topics.flatMap((topic) => [topic.title, topic.body]),
        ...nothingFoundAdvice,
      ].map(({ key }) => key);
      expect(keys.filter((key) => !(key in table))).toEqual([]);
    }
  });
});

describe('ids, addresses and names of things', () => {
  it.each<[string, Partial<Finding>]>([
    [guid, { kind: 'tenant-id', tenantId: guid }],
    [` {${guid.toUpperCase()}} `, { kind: 'tenant-id', tenantId: guid }],
    [guid.replaceAll('-', ''), { kind: 'tenant-id', tenantId: guid }],
    ['contoso.com', { kind: 'domain', domain: 'contoso.com' }],
    ['Müller-Söhne.de', { kind: 'domain', domain: 'müller-söhne.de' }],
    ['contoso.onmicrosoft.com', { kind: 'domain', domain: 'contoso.onmicrosoft.com' }],
    ['Kim.Lee@Contoso.com', { kind: 'email', email: 'kim.lee@contoso.com', domain: 'contoso.com' }],
    ['CS-000042', { kind: 'record-number', number: 'CS-000042' }],
    ['cs 42', { kind: 'record-number', number: 'CS-000042' }],
    ['ＣＳ－０００００７', { kind: 'record-number', number: 'CS-000007' }],
    ['#1234567', { kind: 'record-number', number: 'CS-1234567' }],
    ['record 42', { kind: 'record-number', number: 'CS-000042' }],
    ['紀錄 42', { kind: 'record-number', number: 'CS-000042' }],
    ['(CS–000042).', { kind: 'record-number', number: 'CS-000042' }],
    ['CS-000042 Contoso', { kind: 'record-number', number: 'CS-000042' }],
    [guid.replaceAll('-', ' '), { kind: 'tenant-id', tenantId: guid }],
    [guid.replaceAll('-', '–'), { kind: 'tenant-id', tenantId: guid }],
    ['contoso.com.', { kind: 'domain', domain: 'contoso.com' }],
    ['contoso。com', { kind: 'domain', domain: 'contoso.com' }],
    ['@contoso.com', { kind: 'domain', domain: 'contoso.com' }],
    ['domain contoso.co.uk', { kind: 'domain', domain: 'contoso.co.uk' }],
  ])('%s', (text, expected) => {
    expect(lookUp(text)[0]).toMatchObject(expected);
  });

  it.each([
    [
      'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship#/partners/invitation',
      'address:invitation',
    ],
    [
      'The customer got this: https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement and is stuck',
      'address:agreement',
    ],
    [
      `https://partner.microsoft.com/dashboard/v2/customers/${guid}/account`,
      'address:customer-account',
    ],
    ['https://www.contoso.com/shop', 'address:other'],
  ])('%s is dissected', (text, expected) => {
    expect(names(text)[0]).toBe(expected);
  });

  const admin = 'https://admin.microsoft.com/AdminPortal/Home';
  const kinds: [kind: string, link: string][] = [
    ['invitation', `${admin}?invType=ResellerRelationship&partnerId=${guid}#/partners/invitation`],
    ['invitation-untyped', `${admin}?ref=/BillingAccounts/partner-invitation`],
    ['delegated-admin', `${admin}?invType=Administration#/partners/invitation`],
    ['gdap', `${admin}#/partners/invitation/granularAdminRelationships/${guid}`],
    ['agreement', `${admin}?ref=/BillingAccounts/agreement`],
    ['agreement', 'https://admin.cloud.microsoft/?ref=/BillingAccounts/agreement'],
    [
      'legacy-signup',
      `https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=${guid}`,
    ],
    ['purchase', `${admin}#/catalog`],
    ['customer-account', `https://partner.microsoft.com/dashboard/v2/customers/${guid}/account`],
    ['acceptance-link', `https://cdn.partner.microsoft.com/mca/?attestationid=${guid}`],
  ];
  it.each(kinds)('a link of kind %s is known however it arrives', (kind, link) => {
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05`;
    const forms = [
      link.toUpperCase(),
      link.replace('https://', ''),
      encodeURIComponent(encodeURIComponent(link)),
      wrapped,
      `Dear Kim,\nplease open ${wrapped}\nRegards`,
      `https://urldefense.com/v3/__${link}__;!!abc!def$`,
      ...['.', ',', ')', '>', '"', ').', '。', '，', '」'].map((stop) => link + stop),
      `(${link})`,
      `[here](${link})`,
      `<a href="${link}">here</a>`,
      `${link.slice(0, 60)}\n${link.slice(60)}`,
      `客戶開啟${link}後卡住`,
      `open ${link.replace('https://', '')} please`,
      `See https://www.contoso.com/help and then ${link}`,
      `${link} or https://learn.microsoft.com/`,
    ];
    for (const form of forms) expect(names(form)[0], form).toBe(`address:${kind}`);
  });

  it('dissects each of several links in a mail, and reads the rest of it', () => {
    const links = kinds.slice(0, 5).map(([, link]) => link);
    const mail = `First ${links[0]}, then ${links[4]}; again: ${links[0]}. The order says error 13605.`;
    expect(names(mail).slice(0, 3)).toEqual([
      'address:invitation',
      'address:agreement',
      'api.13605',
    ]);
  });

  it.each([
    [
      `https://partner.microsoft.com/en-us/dashboard/commerce2/customers/${guid.toUpperCase()}/account`,
      { name: 'customers', value: guid },
    ],
    [
      'https://admin.cloud.microsoft/?delegatedOrg=contoso.com#/homepage',
      { name: 'delegatedOrg', value: 'contoso.com' },
    ],
  ])('says what a link tells of the customer: %s', (link, { name, value }) => {
    const meaning = `guide.parameter.${name}`;
    expect(lookUp(link)[0]).toMatchObject({ reading: { parameters: [{ name, value, meaning }] } });
  });

  it('never returns the secret of an acceptance link', () => {
    const secret = 'deadbeef-0000-4000-8000-000000000001';
    for (const text of [
      `See https://www.contoso.com and https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`,
      `open cdn.partner.microsoft.com/mca/?attestationid=${secret} please`,
      `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`,
      `Please open https://cdn.partner.microsoft.com/mca/?attestationid=${secret} today`,
    ]) {
      const found = lookUp(text);
      expect(nameOf(found[0])).toBe('address:acceptance-link');
      expect(JSON.stringify(found)).not.toContain(secret);
    }
  });

  it('offers the tenant of a pasted error behind the error itself', () => {
    const found = names(
      `The partner ID ${guid} has no commerce relationship with the customer ID 11111111-2222-4333-8444-555555555555.`,
    );
    expect(found[0]).toBe('api.20002');
    expect(found.filter((name) => name === 'tenant-id')).toHaveLength(2);
  });

  it('takes Microsoft’s template ids for what they are', () => {
    expect(names('998b88de-aa99-4388-a42c-1b3517d49490')).toEqual(['cloud-agreement']);
    expect(names('117a77b0-9360-443b-8795-c6dedc750cf9')).toEqual(['mca']);
  });
});

describe('plain questions', () => {
  it.each([
    ['who may attest', 'who-may-attest'],
    ['Who is allowed to atest for a customer?', 'who-may-attest'],
    ['can a helpdesk agent attest', 'who-may-attest'],
    ['誰可以證明', 'who-may-attest'],
    ['how do I attest', 'how-to-attest'],
    ['現在要怎麼證明？', 'how-to-attest'],
    ['direct acceptance', 'direct-acceptance'],
    ['can the customer accept directly?', 'direct-acceptance'],
    ['客戶可以直接接受嗎', 'direct-acceptance'],
    ['the link has expired', 'acceptance-link'],
    ['連結失效了', 'acceptance-link'],
    ['scenario 2', 'two-scenarios'],
    ['情境 1', 'two-scenarios'],
    ['attestation page is gone from Partner Center', 'what-changed'],
    ['customer accepted in 2021, must they accept again', 'old-acceptance'],
    ['auto renewal', 'auto-renewal'],
    ['自動續約', 'auto-renewal'],
    ['MCA', 'mca'],
    ['ＭＣＡ', 'mca'],
    ['MPA', 'partner-agreement'],
    ['microsoft partner agrement', 'partner-agreement'],
    ['offer attestation', 'offer-attestation'],
    ['partner on record', 'partner-on-record'],
    ['雲端合約', 'cloud-agreement'],
    ['gdap', 'gdap'],
    ['dap', 'delegated-admin'],
    ['delegated admin privileges', 'delegated-admin'],
    ['what do we have to do now to attest', 'how-to-attest'],
    ['can our client sign it on their own', 'direct-acceptance'],
    ['customer signed in 2020, is it still valid', 'old-acceptance'],
    ['attestation from previous partner', 'several-partners'],
    ['customer has two partners', 'several-partners'],
    ['how long do we have to keep it', 'evidence'],
    ['證據要保存多久', 'evidence'],
    ['who must sign at the customer', 'signer'],
    ['order is stuck', 'order-stuck'],
    ['訂單卡住了', 'order-stuck'],
    ['gcc high', 'clouds'],
    ['mfa', 'multi-factor'],
    ['what can a reseller do', 'resellers'],
    ['indirectreseller', 'resellers'],
    ['customer has never bought anything', 'first-purchase'],
    ['global admin attest', 'who-may-attest'],
    ['can a helpdesk agnet atest', 'who-may-attest'],
    ['whomayattest', 'who-may-attest'],
    ['confirm customer acceptance', 'how-to-attest'],
    ['how can I confirm customer acceptance', 'how-to-attest'],
    ['what are the three stages', 'how-to-attest'],
    ['attest api', 'how-to-attest'],
    ['accept in admin center', 'direct-acceptance'],
    ['customer says link does not work', 'acceptance-link'],
    ['attestation link', 'acceptance-link'],
    ['howlongisthelinkvalid', 'acceptance-link'],
    ['new partner', 'two-scenarios'],
    ['what changed in 2026', 'what-changed'],
    ['找不到證明的按鈕', 'what-changed'],
    ['accepted before april 2023', 'old-acceptance'],
    ['agreement from 2022', 'old-acceptance'],
    ['re-attest', 'old-acceptance'],
    ['subscription renews automatically', 'auto-renewal'],
    ['自動續訂需要接受嗎', 'auto-renewal'],
    ['什麼是MCA', 'mca'],
    ['customer agreement', 'mca'],
    ['Microsoft-Kundenvereinbarung', 'mca'],
    ['Клиентское соглашение Майкрософт', 'mca'],
    ['Microsoft 顧客契約', 'mca'],
    ['MPA是什麼', 'partner-agreement'],
    ['POR attestation', 'partner-on-record'],
    ['細微委派', 'gdap'],
    ['委派管理權限', 'delegated-admin'],
    ['does attestation carry over', 'several-partners'],
    ['客戶有兩個合作夥伴', 'several-partners'],
    ['佐證', 'evidence'],
    ['what evidence do I need', 'evidence'],
    ['誰要簽', 'signer'],
    ['is the phone number required', 'signer'],
    ['order does not go through', 'order-stuck'],
    ['customer accepted but order still blocked', 'order-stuck'],
    ['government cloud', 'clouds'],
    ['2fa', 'multi-factor'],
    ['we are a reseller', 'resellers'],
    ['what kind of partner am I', 'resellers'],
  ])('%s', (text, expected) => {
    expect(names(text)).toContain(expected);
    expect(names(text).slice(0, 3)).toContain(expected);
  });

  it('reaches every topic by one of its own words', () => {
    for (const topic of topics) {
      const asked = topic.terms[0] ?? topic.asks[0]!.map((group) => group.split(' ')[0]).join(' ');
      expect(names(asked), asked).toContain(topic.id);
    }
  });
});

it('goes on from an invitation to the case of its own kind', () => {
  const claimOf = (text: string) => lookUp(text).map((found) => 'claim' in found && found.claim)[0];
  expect(claimOf('DAP')).toBe('delegated-admin');
  expect(claimOf('GDAP')).toBe('gdap');
  expect(claimOf('細微委派管理')).toBe('gdap');
});

describe('the notice', () => {
  it.each([
    [
      'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.',
      'en',
    ],
    ['請洽詢您的合作夥伴以確認您接受 Microsoft 客戶合約', 'zh-TW'],
    [
      'Contactez votre partenaire pour confirmer votre acceptation du Contrat client Microsoft',
      'fr',
    ],
  ])('%s', (text, language) => {
    const found = lookUp(text, { matchNotice });
    expect(found[0]).toMatchObject({ kind: 'notice', claim: 'notice-reported' });
    expect((found[0] as { language: string }).language.slice(0, 2)).toBe(language.slice(0, 2));
    expect(found.map(nameOf)).not.toContain('mca.reach-out');
  });
});

describe('a part of the notice', () => {
  it.each(noticeWordings)('%s', (wording) => {
    const signs = [...wording];
    const third = Math.floor(signs.length / 3);
    const half = Math.ceil(signs.length / 2);
    const forms = [
      signs.slice(0, half),
      signs.slice(half),
      signs.slice(third, 2 * third),
      signs.toSpliced(half, 1),
    ].map((part) => part.join(''));
    for (const form of [...forms, wording.normalize('NFD').replace(/[\u0300-\u036f]/g, '')]) {
      const found = lookUp(form, { matchNotice }).map(nameOf).slice(0, 3);
      expect(found.includes('notice') || found.includes('mca.reach-out'), form).toBe(true);
    }
  });
});

describe('look-alikes', () => {
  it.each([
    ['MCA', 'mca'],
    ['mcua', 'mca'],
    ['MPA', 'partner-agreement'],
    ['offer attestation', 'offer-attestation'],
    ['partner-on-record attestation', 'partner-on-record'],
    ['Microsoft Cloud Agreement', 'cloud-agreement'],
    ['客戶合約', 'mca'],
    ['合作夥伴合約', 'partner-agreement'],
    ['產品聲明', 'offer-attestation'],
    ['登錄合作夥伴聲明', 'partner-on-record'],
    ['雲端合約', 'cloud-agreement'],
  ])('%s is explained as what it is', (text, expected) => {
    expect(names(text)[0]).toBe(expected);
  });
});

describe('what is none of these', () => {
  it.each([
    '',
    '   ',
    'x',
    '12',
    'The printer on the second floor is out of paper again.',
    'Bitte schicken Sie mir die Rechnung für März.',
    '今天下午三點開會，請準時參加。',
    'Could you send me the invoice for last month, please?',
    'Lunch menu: soup, salad and fish',
    'Adatum Corporation',
    'Müller & Söhne GmbH',
    'Kim Lee',
    '+49 89 1234567',
    '2026-11-22',
    'rental agreement',
    'the page is missing a footer',
    '404 not found',
    'HTTP/1.1 404 Not Found',
    'evidence of life on Mars',
    'phone number of the taxi',
    'button',
    'Netflix account suspended',
    'Order 4711 has shipped',
    'Take 200 g flour, 100 g sugar, 3 eggs. Mix well and bake for 45 minutes at 180 degrees.',
    '床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。',
    "TypeError: Cannot read properties of undefined (reading 'map')\n    at App.render (app.js:12:7)",
    'java.lang.NullPointerException: Cannot invoke "String.length()" because "s" is null at com.example.Main.main(Main.java:5)',
    'Shall I compare thee to a summer’s day? Thou art more lovely and more temperate.',
    'Meeting moved to room 2030 on the second floor',
    '{"hello": "world"}',
    '{"code": "777777", "description": "Der Drucker brennt"}',
    '\u0000\uffff',
    '%%%%%%',
  ])('%s', (text) => {
    expect(names(text)).toEqual([]);
    for (const say of speakers) expect(lookUp(text, { say })).toEqual([]);
  });

  it('is a word of a hundred thousand letters', () => {
    expect(names('a'.repeat(100_000))).toEqual([]);
  });

  it('has advice for it', () => {
    expect(nothingFoundAdvice.length).toBeGreaterThan(0);
  });
});
