import type { RecordSort } from '@/lib/domain/record/record';

/** Columns a person may choose, in the order in which they stand. The customer always stands before them. */
export const columns = [
  'signer',
  'email',
  'phoneNumber',
  'scenario',
  'state',
  'agreed',
  'recorded',
  'changed',
  'tenant',
  'domain',
  'country',
  'reference',
  'recordedBy',
  'number',
] as const;
export type Column = (typeof columns)[number];

/** What a new installation shows. */
export const defaultColumns: readonly Column[] = ['signer', 'scenario', 'state', 'recorded'];

/** By what a column's header sorts the list; the others cannot be sorted by. */
export const sortOf: Partial<Record<Column | 'customer', RecordSort>> = {
  customer: 'companyName',
  signer: 'signer',
  scenario: 'scenario',
  state: 'state',
  agreed: 'dateAgreed',
  recorded: 'recordedAt',
  changed: 'changedAt',
};

/** The order a first click on a header gives: names from A, days from the newest. */
export const firstOrder: Record<RecordSort, 'ascending' | 'descending'> = {
  companyName: 'ascending',
  signer: 'ascending',
  scenario: 'ascending',
  state: 'ascending',
  dateAgreed: 'descending',
  recordedAt: 'descending',
  changedAt: 'descending',
};

/** Columns as an address names them; nothing for the usual ones, `none` for the customer alone. */
export function columnsInAddress(chosen: readonly Column[]): string {
  const names = columns.filter((column) => chosen.includes(column)).join('.') || 'none';
  return names === defaultColumns.join('.') ? '' : names;
}

/** The columns an address names, each once and in their order; what it does not know is left out. */
export function columnsFrom(address: string | null): readonly Column[] {
  if (address === null) return defaultColumns;
  const named = address.split('.');
  const chosen = columns.filter((column) => named.includes(column));
  return chosen.length > 0 || address === 'none' ? chosen : defaultColumns;
}
