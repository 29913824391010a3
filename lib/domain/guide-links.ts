/** The customer's page for accepting directly; no menu leads there. For a Global admin of the customer. */
export const directAcceptanceUrl =
  'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement';

/** Microsoft's own list of the agreement's texts by country and language. */
export const agreementTextUrl = 'https://aka.ms/customeragreement';

export const partnerCenterUrl = 'https://partner.microsoft.com/dashboard';

/** Partner Center's page that shows whether a customer's agreement is recorded. */
export function customerAccountUrl(customerTenantId: string): string {
  return `https://partner.microsoft.com/dashboard/v2/customers/${encodeURIComponent(customerTenantId)}/account`;
}
