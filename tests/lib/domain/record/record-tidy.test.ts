import { expect, it } from 'vitest';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import {
  isBlank,
  mailDomain,
  tidyActor,
  tidyAttestation,
  tidyDomain,
  tidyEvidenceName,
  tidyNote,
  tidySeen,
  wellFormed,
} from '@/lib/domain/record/record-tidy';

it('takes off what is not part of a value, and writes ids in one way', () => {
  const fields = {
    ...emptyAttestation,
    companyName: '\u3000Contoso  GmbH ',
    customerTenantId: ' {11111111-2222-4333-8444-55555555555A}',
    customerDomain: 'Contoso.EXAMPLE',
    country: 'de',
    firstName: 'Léa\ud800',
  };
  expect(tidyAttestation(fields)).toEqual({
    ...emptyAttestation,
    companyName: 'Contoso  GmbH',
    customerTenantId: '11111111-2222-4333-8444-55555555555a',
    customerDomain: 'contoso.example',
    country: 'DE',
    firstName: 'Léa\ufffd',
  });
});

it.each([
  ['contoso.example', 'contoso.example'],
  [' HTTPS://www.Contoso.example/about?x#y', 'www.contoso.example'],
  ['lea@contoso.example', 'contoso.example'],
  ['contoso.example:443', 'contoso.example'],
  ['.contoso.example.', 'contoso.example'],
  ['', ''],
])('reads the domain of %j', (text, domain) => {
  expect(tidyDomain(text)).toBe(domain);
});

it.each([
  ['lea@Contoso.example', 'contoso.example'],
  ['lea', ''],
  ['', ''],
])('reads the mail domain of %j', (email, domain) => {
  expect(mailDomain(email)).toBe(domain);
});

it('mends half characters however deep they are, and nothing else', () => {
  const value = { list: ['a\udc00', '😀'], number: 1, nothing: undefined, none: null };
  expect(wellFormed(value)).toEqual({ ...value, list: ['a\ufffd', '😀'] });
});

const secret = 'deadbeef-0000-4000-8000-000000000001';
it.each([
  `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`,
  `sent: https%3A%2F%2Fcdn.partner.microsoft.com%2Fmca%2F${secret} yesterday`,
  `AttestationId=${secret}`,
])('keeps no acceptance link: %s', (text) => {
  const { scenario, acceptedHow, recorderRole } = emptyAttestation;
  const everywhere = Object.fromEntries(Object.keys(emptyAttestation).map((key) => [key, text]));
  const fields = { ...emptyAttestation, ...everywhere, scenario, acceptedHow, recorderRole };
  const seen = { quote: text, language: text, address: `${text}&code=${secret}`, at: text };
  const kept = [
    tidyAttestation(fields),
    tidyNote(text),
    tidyActor({ name: text, role: text }),
    tidySeen(seen),
    tidyEvidenceName(text),
  ];
  for (const one of kept)
    expect(JSON.stringify(one).toLowerCase()).not.toContain(secret.slice(0, 13));
});

it('knows a text in which there is nothing to be seen', () => {
  for (const text of [
    '',
    ' \n',
    '\u200b\u2060\ufeff',
    '\u3000\u3164\u00ad',
    '\u2800\ufe0f',
    '\u202e',
  ])
    expect(isBlank(text), JSON.stringify(text)).toBe(true);
  for (const text of ['x', '.', '\u200bx', '林', '👍', '\u0301'])
    expect(isBlank(text), JSON.stringify(text)).toBe(false);
});

it.each([
  [`attestationId=${secret}.eml`, 'attestationId=•••.eml'],
  [`https://cdn.partner.microsoft.com/mca/${secret}`, '•••'],
  [`cdn.partner.microsoft.com_mca_${secret}.PDF`, 'cdn.partner.microsoft.com_mca_•••.PDF'],
  ['mca signed.pdf', 'mca signed.pdf'],
  ['C:\\scans\\mca.pdf', 'mca.pdf'],
])('keeps the file %j as %j', (name, kept) => {
  expect(tidyEvidenceName(name)).toBe(kept);
});

it('leaves a person’s own name, and a page that was not there, as they are', () => {
  expect(tidyActor({ name: 'Lea', role: 'admin-agent' })).toEqual({
    name: 'Lea',
    role: 'admin-agent',
  });
  expect(tidySeen(undefined)).toBeUndefined();
});

it('keeps every other address as it was written, and texts within their length', () => {
  const note = 'https://tickets.example/?code=4711&sig=ab signed.pdf';
  expect(tidyNote(note)).toBe(note);
  expect(tidyNote(`${'x'.repeat(286)}attestationid=`.concat('y'), 300)).toHaveLength(300);
  const pairs = `attestationid=y&${'😀'.repeat(200)}`;
  expect(tidyNote(pairs, 301).isWellFormed()).toBe(true);
  expect(tidyNote(pairs, 300).isWellFormed()).toBe(true);
});
