import type { AttestationRecord } from '@/lib/domain/record';
import { findCustomer } from '@/lib/requests';
import { useAsked } from './use-asked';

const none: AttestationRecord[] = [];

/** Records of one customer, newest first; none while the customer is not known. */
export function useCustomer(known: {
  customerTenantId: string;
  customerDomain: string;
  companyName?: string;
}): AttestationRecord[] {
  const { customerTenantId, customerDomain, companyName = '' } = known;
  const question = { customerTenantId, customerDomain, companyName };
  const { value } = useAsked(
    () =>
      customerTenantId || customerDomain || companyName
        ? findCustomer.ask(question)
        : Promise.resolve(none),
    `${customerTenantId}|${customerDomain}|${companyName}`,
    ['trailChanged'],
  );
  return value ?? none;
}
