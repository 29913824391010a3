import { describe, expect, it } from 'vitest';
import {
  chosenColumns,
  fileOf,
  guessMapping,
  type ImportTarget,
} from '@/lib/domain/csv/csv-columns';
import { type CodeOf, mapRow } from '@/lib/domain/csv/csv-rows';
import { csvColumns, csvHeaders } from '@/lib/domain/csv/history-csv';

const bulkTool = [
  'CustomerTenantId',
  'LastAgreementDate',
  'PartnerAttestationCompleted',
  'CustomerAccountLink',
  'FirstName',
  'LastName',
  'Email',
  'PhoneNumber',
];

/** The targets that were found, with the header of the column. */
function found(headers: string[]): Partial<Record<ImportTarget, string>> {
  return Object.fromEntries(
    Object.entries(guessMapping(headers)).flatMap(([target, source]) =>
      source.kind === 'column' ? [[target, headers[source.column]]] : [],
    ),
  );
}

describe('guesses what a column is', () => {
  it('in our own export: every column that can become something', () => {
    const headers = csvColumns.map((column) => csvHeaders[column]);
    expect(found(headers)).toEqual({
      companyName: 'companyName',
      customerTenantId: 'customerTenantId',
      customerDomain: 'Customer domain',
      country: 'country',
      language: 'language',
      firstName: 'firstName',
      lastName: 'lastName',
      email: 'email',
      phoneNumber: 'phoneNumber',
      signerRole: 'Position at the customer',
      dateAgreed: 'dateAgreed',
      scenario: 'Scenario',
      acceptedHow: 'How accepted',
      evidenceNote: 'Evidence',
      reference: 'Ticket or order number',
      recordedBy: 'Recorded by',
      recorderRole: 'Role of recorder',
      state: 'State',
      recordId: 'Record id',
    });
    expect(fileOf(headers)).toBe('countersign');
  });

  it('in the retired bulk tool’s file, which names no company', () => {
    expect(found(bulkTool)).toEqual({
      customerTenantId: 'CustomerTenantId',
      firstName: 'FirstName',
      lastName: 'LastName',
      email: 'Email',
      phoneNumber: 'PhoneNumber',
      dateAgreed: 'LastAgreementDate',
    });
    expect(guessMapping(bulkTool).companyName).toEqual({ kind: 'mail-domain' });
    expect(fileOf(bulkTool)).toBe('bulk-tool');
  });

  it('in a sheet from Taiwan', () => {
    const headers = [
      '公司名稱',
      '客戶租用戶識別碼',
      '姓名',
      '電子郵件',
      '聯絡電話',
      '職稱',
      '接受日期',
      '備註',
      '工單編號',
    ];
    expect(found(headers)).toEqual({
      companyName: '公司名稱',
      customerTenantId: '客戶租用戶識別碼',
      fullName: '姓名',
      email: '電子郵件',
      phoneNumber: '聯絡電話',
      signerRole: '職稱',
      dateAgreed: '接受日期',
      evidenceNote: '備註',
      reference: '工單編號',
    });
    expect(fileOf(headers)).toBe('other');
  });

  it.each<[string[], Partial<Record<ImportTarget, string>>]>([
    [
      ['Company Name*', 'E-Mail:', 'DATE_AGREED'],
      { companyName: 'Company Name*', email: 'E-Mail:', dateAgreed: 'DATE_AGREED' },
    ],
    [['Email', 'Email'], { email: 'Email' }],
    [['First name', 'Last name', 'Name'], { firstName: 'First name', lastName: 'Last name' }],
    [['', '  ', '???'], {}],
    [[], {}],
  ])('in %j', (headers, expected) => {
    expect(found(headers)).toEqual(expected);
  });
});

it('keeps the columns that were chosen, in the table’s order; all when none is known', () => {
  expect(chosenColumns(['email', 'number', 'nonsense'])).toEqual(['number', 'email']);
  expect(chosenColumns([])).toEqual([...csvColumns]);
  expect(chosenColumns(['nonsense'])).toEqual([...csvColumns]);
});

describe('reads a row', () => {
  const codes: Record<string, string> = {
    'scenario/Scenario 2: new partner': 'new-partner',
    'country/Germany': 'DE',
    'state/Withdrawn': 'withdrawn',
    'acceptedHow/e-mail': 'e-mail',
    'recorderRole/Sales agent': 'sales-agent',
  };
  const codeOf: CodeOf = (field, words) => codes[`${field}/${words}`];
  const recorder = { name: 'Robin', role: 'admin-agent' as const };
  const read = (row: Record<string, string>, extra = {}) => {
    const headers = Object.keys(row);
    const mapping = { ...guessMapping(headers), ...extra };
    return mapRow(
      { row: 7, cells: Object.values(row) },
      { mapping, order: 'dmy', codeOf, recorder },
    );
  };

  it('into a form, with words as codes and days as days', () => {
    const { imported, notes } = read({
      Company: ' Contoso GmbH ',
      Tenant: '{11111111-2222-4333-8444-555555555555}',
      Domain: 'https://Contoso.example/x',
      Country: 'Germany',
      'First name': "'=Léa",
      'Last name': "'t Hooft",
      Email: 'lea@contoso.example',
      Date: '3/4/2026',
      Scenario: 'Scenario 2: new partner',
      'How accepted': 'e-mail',
      State: 'Withdrawn',
    });
    expect(notes).toEqual([]);
    expect(imported).toMatchObject({
      row: 7,
      state: 'withdrawn',
      attestation: {
        companyName: 'Contoso GmbH',
        customerTenantId: '11111111-2222-4333-8444-555555555555',
        customerDomain: 'contoso.example',
        country: 'DE',
        firstName: '=Léa',
        lastName: "'t Hooft",
        dateAgreed: '2026-04-03',
        scenario: 'new-partner',
        acceptedHow: 'e-mail',
        recordedBy: 'Robin',
        recorderRole: 'admin-agent',
      },
    });
  });

  it.each([
    ['歐陽美玲', '美玲', '歐陽'],
    ['王小明', '小明', '王'],
    ['Jane van Doe', 'Jane van', 'Doe'],
    ['Doe, Jane', 'Jane', 'Doe'],
    ['Madonna', '', 'Madonna'],
  ])('splits the name %s, and says so', (full, firstName, lastName) => {
    const { imported, notes } = read({ 'Full name': full });
    expect(imported.attestation).toMatchObject({ firstName, lastName });
    expect(notes).toEqual([{ code: 'name-split', field: 'fullName', text: full }]);
  });

  it('says what it does not understand or cuts off', () => {
    const { imported, notes } = read({
      Scenario: 'whatever',
      Company: 'x'.repeat(301),
      Date: 'soon',
    });
    expect(imported.attestation).toMatchObject({
      scenario: 'unknown',
      companyName: 'x'.repeat(300),
      dateAgreed: 'soon',
    });
    expect(notes.map(({ code, field }) => [code, field])).toEqual([
      ['cut-off', 'companyName'],
      ['not-understood', 'scenario'],
    ]);
  });

  it('says what of it is not in the file, but filled in with who imports', () => {
    const filledIn = (row: Record<string, string>) => read(row).imported.notInFile;
    expect(filledIn({ Company: 'Contoso' })).toEqual(['recordedBy', 'recorderRole']);
    const by = { 'Recorded by': 'Mei', 'Role of recorder': 'whatever' };
    expect(filledIn(by)).toEqual(['recorderRole']);
    expect(filledIn({ ...by, 'Role of recorder': 'Sales agent' })).toBeUndefined();
  });

  it('takes the same text for all rows, and a company from the mail address', () => {
    const { imported } = read(
      { Email: 'lea@Contoso.example' },
      { acceptedHow: { kind: 'same', text: 'e-mail' }, companyName: { kind: 'mail-domain' } },
    );
    expect(imported.attestation).toMatchObject({
      acceptedHow: 'e-mail',
      companyName: 'contoso.example',
    });
  });

  it('keeps no acceptance link, no half character and no id that is none', () => {
    const { imported } = read({
      Evidence: 'https://cdn.partner.microsoft.com/mca/secret',
      Company: 'A\ud800',
      'Record id': 'not-an-id',
    });
    expect(imported.attestation.evidenceNote).not.toContain('secret');
    expect(imported.attestation.companyName).toBe('A\ufffd');
    expect(imported).not.toHaveProperty('recordId');
  });
});
