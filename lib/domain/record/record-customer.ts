import { foldText, isCompanyMailDomain } from '../history/history-search';
import type { Attestation } from './attestation';
import type { AttestationRecord } from './record';
import { mailDomain, tidyDomain } from './record-tidy';

/** What is known of a customer; any of it may be empty. */
export type CustomerClues = {
  customerTenantId: string;
  customerDomain: string;
  companyName: string;
};

/** What a record can be found by when its customer is sought: `tenant:`, `domain:`, `name:` and `mail:` keys. */
export function customerKeysOf({ current }: { current: CustomerOfRecord }): string[] {
  const { customerTenantId, customerDomain, companyName, email } = current;
  const domain = mailDomain(email);
  return keys([
    ['tenant', customerTenantId.toLowerCase()],
    ['domain', tidyDomain(customerDomain)],
    ['name', foldText(companyName)],
    ['mail', isCompanyMailDomain(domain) ? domain : ''],
  ]);
}

type CustomerOfRecord = CustomerClues & Pick<Attestation, 'email'>;

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
