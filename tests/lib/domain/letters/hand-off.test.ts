import { describe, expect, it } from 'vitest';
import type { Said } from '@/lib/domain/guide/guide';
import {
  fieldsFromHandOff,
  handedOverBy,
  handOff,
  handOffJson,
  handOffText,
  missingIn,
  readHandOff,
} from '@/lib/domain/letters/hand-off';
import {
  type Attestation,
  acceptanceWays,
  emptyAttestation,
} from '@/lib/domain/record/attestation';
import { stringTables } from '@/lib/strings';

const madeAt = '2026-11-22T20:00:00.000Z';
const secret = 'deadbeef-0000-4000-8000-000000000001';
const collected: Attestation = {
  ...emptyAttestation,
  companyName: 'Contoso GmbH',
  customerTenantId: 'abcdef01-2345-4678-9abc-def012345678',
  country: 'DE',
  language: 'de-DE',
  firstName: 'Kim',
  lastName: 'Lee',
  email: 'kim@contoso.com',
  dateAgreed: '2026-11-20',
  acceptedHow: 'signed-document',
  evidenceNote: 'Scan in ticket 4711',
  recordedBy: 'Robin Berg',
};

function sayIn(language: keyof typeof stringTables) {
  return ({ key, values = {} }: Said) =>
    stringTables[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

it('comes back from its file as it was', () => {
  const pack = handOff(collected, madeAt, 'CS-000042');
  expect(readHandOff(handOffJson(pack))).toEqual({ pack });
  expect(readHandOff(`\uFEFF${handOffJson(pack)}`)).toEqual({ pack });
});

it('leaves no acceptance link in the pack, wherever it was pasted', () => {
  const link = `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`;
  const pack = handOff({ ...collected, evidenceNote: `see ${link}`, reference: link }, madeAt);
  expect(handOffJson(pack) + handOffText(pack, '', sayIn('en'))).not.toContain(secret);
});

const file = (changes: object) => JSON.stringify({ ...handOff(collected, madeAt), ...changes });

describe('a file that is no hand-off', () => {
  it.each([
    ['', 'not-json'],
    ['{"format":', 'not-json'],
    ['null', 'not-a-hand-off'],
    ['[]', 'not-a-hand-off'],
    ['{"format":"countersign-trail","version":1}', 'not-a-hand-off'],
    [file({ version: 2 }), 'newer-version'],
    [file({ version: 0 }), 'malformed'],
    [file({ madeAt: 'yesterday' }), 'malformed'],
    [file({ attestation: { ...collected, email: 7 } }), 'malformed'],
    [file({ attestation: { ...collected, companyName: 'x'.repeat(301) } }), 'malformed'],
    [file({ attestation: { ...collected, scenario: 'other' } }), 'malformed'],
    [file({ extra: true }), 'malformed'],
    [file({ recordNumber: 'x'.repeat(200_000) }), 'too-large'],
  ])('%.60s is refused as %s', (text, problem) => {
    expect(readHandOff(text)).toEqual({ problem });
    for (const table of Object.values(stringTables)) {
      expect(table).toHaveProperty([`guide.handOff.problem.${problem}`]);
    }
  });
});

it('becomes a draft of the person who opens it and keeps who collected it', () => {
  const pack = handOff(collected, madeAt, 'CS-000042');
  const note = sayIn('en')(handedOverBy(pack));
  const fields = fieldsFromHandOff(pack, { name: 'Ada Stern', role: 'admin-agent' }, note);
  expect(fields).toEqual({
    ...collected,
    recordedBy: 'Ada Stern',
    recorderRole: 'admin-agent',
    evidenceNote: 'Handed over by Robin Berg on 2026-11-22, record CS-000042.\nScan in ticket 4711',
  });
});

it('takes over no acceptance link from a file that somebody made', () => {
  const link = `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`;
  const pack = { ...handOff(collected, madeAt), attestation: { ...collected, reference: link } };
  const fields = fieldsFromHandOff(pack, { name: '', role: 'other' }, link);
  expect(JSON.stringify(fields)).not.toContain(secret);
});

describe('what is missing', () => {
  const none = { customerTenantId: '', customerDomain: '' };
  it.each([
    [{}, []],
    [{ ...none, customerDomain: 'contoso.com' }, []],
    [none, ['customerTenantId']],
    [{ phoneNumber: '', signerRole: '', reference: '' }, []],
    [{ email: ' ', acceptedHow: '' as const }, ['email', 'acceptedHow']],
    [emptyAttestation, expect.arrayContaining(['companyName', 'dateAgreed', 'recordedBy'])],
  ])('%j: %j', (changes, missing) => {
    expect(missingIn({ ...collected, ...changes })).toEqual(missing);
  });

  it('stands in the text; what a provider can do without does not', () => {
    const text = handOffText(handOff({ ...collected, email: '' }, madeAt), '', sayIn('en'));
    expect(text).toContain('Email address: (missing)');
    expect(text).not.toContain('Phone');
  });
});

it('keeps the evidence note within its limit', () => {
  const pack = handOff({ ...collected, evidenceNote: 'x'.repeat(10_000) }, madeAt);
  expect(
    fieldsFromHandOff(pack, { name: '', role: 'other' }, 'Handed over.').evidenceNote,
  ).toHaveLength(10_000);
});

describe.each(['en', 'zh-TW'] as const)('as a text in %s', (language) => {
  it('tells the provider who, on what evidence, what to do, and that nothing is filed', () => {
    const incomplete = { ...collected, language: '' };
    const text = handOffText(handOff(incomplete, madeAt), 'Nordlicht', sayIn(language));
    for (const value of [
      'Nordlicht',
      'Contoso GmbH',
      'Kim',
      'kim@contoso.com',
      '2026-11-20',
      'Scan in ticket 4711',
    ]) {
      expect(text).toContain(value);
    }
    expect(text).toContain(stringTables[language]['record.way.signed-document']);
    expect(text).toContain(stringTables[language]['guide.handOff.missing']);
    expect(text.match(/^\d\. .+$/gm)).toHaveLength(5);
    expect(text).toContain(stringTables[language]['guide.handOff.notFiled']);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('has a word for every way of accepting', () => {
    for (const acceptedHow of acceptanceWays) {
      const text = handOffText(handOff({ ...collected, acceptedHow }, madeAt), '', sayIn(language));
      expect(text).toContain(stringTables[language][`record.way.${acceptedHow}`]);
    }
  });
});
