import type { AttestationField } from '../record/attestation';
import { type CsvColumn, csvColumns, csvHeaders } from './history-csv';

/** What a column of a table file can become: a field of the form, or one of these. */
export const importTargets = [
  'companyName',
  'customerTenantId',
  'customerDomain',
  'country',
  'language',
  'firstName',
  'lastName',
  'fullName',
  'email',
  'phoneNumber',
  'signerRole',
  'dateAgreed',
  'scenario',
  'acceptedHow',
  'evidenceNote',
  'reference',
  'recordedBy',
  'recorderRole',
  'state',
  'recordId',
] as const satisfies readonly (AttestationField | 'fullName' | 'state' | 'recordId')[];
export type ImportTarget = (typeof importTargets)[number];

/**
 * Where a target's text comes from: a column (from 0), the same text for every row, or the domain of the mail address
 * (for sheets that name no company).
 */
export type ImportSource =
  | { kind: 'none' }
  | { kind: 'column'; column: number }
  | { kind: 'same'; text: string }
  | { kind: 'mail-domain' };
export type Mapping = Record<ImportTarget, ImportSource>;

/** A file whose columns are known by name. */
export type KnownFile = 'countersign' | 'bulk-tool' | 'other';

/**
 * The columns of the file that Microsoft's retired bulk attestation tool wrote and read. Seen in the tool's published
 * source only (microsoft/Partner-Center-DotNet-Samples, MCARefreshBulkAttestationCLITool, at 68717988, read
 * 2026-11-22), so graded CODE. `LastAgreementDate` is the day of the agreement before: the tool attested with the moment
 * of its own run, which is in no column; and `PartnerAttestationCompleted` says what was asked, not what was done.
 */
const bulkToolColumns = [
  'CustomerTenantId',
  'FirstName',
  'LastName',
  'Email',
  'PhoneNumber',
  'LastAgreementDate',
  'PartnerAttestationCompleted',
  'CustomerAccountLink',
];

/** Other headers for each target, in English and as sheets in Taiwan have them. */
const otherNames: Record<ImportTarget, string> = {
  companyName:
    'company|company name|customer|customer name|organization|organisation|organization name|account|account name|client|legal name|公司|公司名稱|客戶|客戶名稱|企業名稱|單位名稱|組織',
  customerTenantId:
    'tenant|tenant id|customer tenant id|microsoft id|customer id|directory id|azure ad tenant id|entra tenant id|租用戶|租用戶識別碼|租用戶id|客戶租用戶識別碼|客戶識別碼',
  customerDomain:
    'domain|customer domain|primary domain|default domain|tenant domain|domain name|網域|客戶網域|主要網域|網域名稱',
  country: 'country|country or region|country code|region|國家|國家或地區|國別|地區|國家代碼',
  language: 'language|agreement language|locale|語言|合約語言|語系',
  firstName:
    'first name|given name|firstname|forename|contact first name|signatory first name|名|名字',
  lastName: 'last name|surname|family name|lastname|contact last name|signatory last name|姓|姓氏',
  fullName:
    'name|full name|contact|contact name|contact person|signer|signed by|accepted by|signatory|姓名|聯絡人|聯絡人姓名|接受者|簽署者|承辦人',
  email:
    'email|e-mail|mail|email address|e-mail address|contact email|signatory email|電子郵件|電子郵件地址|電子信箱|信箱|郵件|email信箱',
  phoneNumber: 'phone|phone number|telephone|tel|mobile|contact phone|電話|電話號碼|聯絡電話|手機',
  signerRole:
    'position|job title|title|role at customer|position at the customer|職稱|職位|在客戶公司的職稱',
  dateAgreed:
    'date agreed|agreement date|date accepted|acceptance date|accepted on|date|date the customer accepted|agreed on|last agreement date|lastagreementdate|日期|接受日期|同意日期|簽署日期|客戶接受日期|合約日期',
  scenario: 'scenario|情境',
  acceptedHow:
    'how accepted|accepted how|acceptance method|how the customer accepted|method|接受方式|客戶接受的方式|方式',
  evidenceNote:
    'evidence|evidence note|notes|note|comment|comments|remarks|佐證|佐證說明|備註|說明|註記',
  reference:
    'reference|ticket|ticket number|order|order number|ticket or order number|case number|工單|工單編號|訂單編號|單號|工單或訂單編號|案件編號',
  recordedBy: 'recorded by|recorder|attested by|owner|紀錄者|記錄者|經辦人|承辦人員',
  recorderRole: 'role of recorder|recorder role|role of the person recording|紀錄者的角色|角色',
  state: 'state|status|狀態',
  recordId: 'record id|紀錄識別碼',
};

/** What a person most likely wants of a file with these headers: each target at most one column, and none twice. */
export function guessMapping(headers: readonly string[]): Mapping {
  const folded = headers.map(foldHeader);
  const known = knownHeaders();
  const taken = new Set<number>();
  const mapping = Object.fromEntries(
    importTargets.map((target) => [target, { kind: 'none' }]),
  ) as Mapping;

  for (const target of importTargets) {
    // In the order of the names, since the first is the surest; a header that stands twice counts once.
    const column = known[target]
      .map((name) => folded.findIndex((header, at) => header === name && !taken.has(at)))
      .find((at) => at >= 0);
    if (column === undefined) continue;
    taken.add(column);
    mapping[target] = { kind: 'column', column };
  }
  if (mapping.firstName.kind === 'column' && mapping.lastName.kind === 'column')
    mapping.fullName = { kind: 'none' };
  if (mapping.companyName.kind === 'none' && fileOf(headers) === 'bulk-tool')
    mapping.companyName = { kind: 'mail-domain' };
  return mapping;
}

/** Whose file it is, by its headers. */
export function fileOf(headers: readonly string[]): KnownFile {
  const folded = new Set(headers.map(foldHeader));
  const has = (names: readonly string[]) => names.every((name) => folded.has(foldHeader(name)));
  if (has([csvHeaders.number, csvHeaders.state, csvHeaders.recordId])) return 'countersign';
  return has(bulkToolColumns.slice(0, 4)) && has(['LastAgreementDate']) ? 'bulk-tool' : 'other';
}

/** The columns of an export that were chosen, in the order of the table; all of them when none is known. */
export function chosenColumns(names: readonly string[]): CsvColumn[] {
  const chosen = csvColumns.filter((column) => names.includes(column));
  return chosen.length > 0 ? chosen : [...csvColumns];
}

function knownHeaders(): Record<ImportTarget, string[]> {
  const own = (target: ImportTarget) => (target === 'fullName' ? [] : [target, csvHeaders[target]]);
  return Object.fromEntries(
    importTargets.map((target) => [
      target,
      [...own(target), ...otherNames[target].split('|')].map(foldHeader),
    ]),
  ) as Record<ImportTarget, string[]>;
}

/** A header without what people write differently: case, width, spaces, dashes, colons, stars and what stands in brackets. */
function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\ufeff']+/, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s_\-.:*#/]+/g, '');
}
