import type { HistoryIndex } from './history-index';
import { textCode } from './text-code';

// Customers are looked up by a number for each of their keys (lib/domain/record/record-customer.ts): looking through a hundred
// thousand numbers takes less than reading one record. Two customers may share a number, so whoever is found is looked at.

/** The columns of the index that hold a key's number, by kind of key; 0 where a record has none. */
const columnsByKind = {
  tenant: 'tenantCode',
  domain: 'domainCode',
  mail: 'mailCode',
  name: 'nameCode',
} as const;

export type CustomerCodes = Record<(typeof columnsByKind)[keyof typeof columnsByKind], number>;

/** The numbers of a record's customer keys. */
export function customerCodesOf(keys: readonly string[]): CustomerCodes {
  const codes = { tenantCode: 0, domainCode: 0, mailCode: 0, nameCode: 0 };
  for (const key of keys) codes[columnOf(key)] = textCode(key);
  return codes;
}

/** Slots of records that may have a customer key, those that were begun last first. */
export function slotsOfCustomer({ columns, size }: HistoryIndex, key: string): number[] {
  const code = textCode(key);
  const own = columns[columnOf(key)];
  const slots: number[] = [];
  for (let slot = own.indexOf(code); slot >= 0 && slot < size; slot = own.indexOf(code, slot + 1))
    if (columns.events[slot]! > 0) slots.push(slot);
  return slots.sort((one, other) => columns.recordedAt[other]! - columns.recordedAt[one]!);
}

function columnOf(key: string): keyof CustomerCodes {
  return columnsByKind[key.slice(0, key.indexOf(':')) as keyof typeof columnsByKind];
}
