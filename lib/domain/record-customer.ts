import { foldText, isCompanyMailDomain } from './history-search';
import type { AttestationRecord } from './record';
import { mailDomain, tidyDomain } from './record-tidy';

/** What is known of a customer; any of it may be empty. */
export type CustomerClues = {
  customerTenantId: string;
  customerDomain: string;
  companyName: string;
};

/** What a record can be found by when its customer is sought: `tenant:`, `domain:`, `mail:` and `name:` keys. */
export function customerKeysOf({ current }: AttestationRecord): string[] {
  const mail = mailDomain(current.email);
  return keys([
    ['tenant', current.customerTenantId.toLowerCase()],
    ['domain', tidyDomain(current.customerDomain)],
    ['mail', isCompanyMailDomain(mail) ? mail : ''],
    ['name', foldText(current.companyName)],
  ]);
}

/** The keys to seek a customer by, surest first: the first that finds anything decides. */
export function customerKeysToTry(clues: CustomerClues): string[] {
  const domain = tidyDomain(clues.customerDomain);
  return keys([
    ['tenant', clues.customerTenantId.trim().toLowerCase()],
    ['domain', domain],
    ['mail', domain],
    ['name', foldText(clues.companyName)],
  ]);
}

/** Whether a record found by a weaker key can be this customer's: two different tenant ids are two customers. */
export function mayBeCustomer({ current }: AttestationRecord, clues: CustomerClues): boolean {
  const sought = clues.customerTenantId.trim().toLowerCase();
  const found = current.customerTenantId.toLowerCase();
  return sought === '' || found === '' || sought === found;
}

function keys(pairs: [kind: string, value: string][]): string[] {
  return pairs.filter(([, value]) => value !== '').map(([kind, value]) => `${kind}:${value}`);
}
