import type { AttestationRecord } from '@/lib/domain/record/record';
import { findCustomer } from '@/lib/requests';
import { useAsked } from './use-asked';

const none: AttestationRecord[] = [];

/** Records of a customer; `failed` when they could not be read, which is not the same as none. */
export type CustomerRecords = { records: AttestationRecord[]; failed: boolean };

/** Records of one customer, newest first; none while the customer is not known. */
export function useCustomer(known: {
  customerTenantId: string;
  customerDomain: string;
  companyName?: string;
}): CustomerRecords {
  const { customerTenantId, customerDomain, companyName = '' } = known;
  const question = { customerTenantId, customerDomain, companyName };
  const { value, isStale, error } = useAsked(
    () =>
      customerTenantId || customerDomain || companyName
        ? findCustomer.ask(question)
        : Promise.resolve(none),
    `${customerTenantId}|${customerDomain}|${companyName}`,
    ['trailChanged'],
  );
  // Another customer's records must never be taken for this one's, not even for a moment.
  return { records: (!isStale && value) || none, failed: error !== undefined };
}
