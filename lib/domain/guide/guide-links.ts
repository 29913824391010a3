/** The customer's page for accepting directly; no menu leads there. For a Global admin of the customer. */
export const directAcceptanceUrl =
  'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement';

/**
 * Microsoft's own page with the agreement's texts by country, language and kind of customer. It has no address
 * for a single one that lasts: the files that were once listed by country are the Cloud Agreement's of 2017,
 * and the API's links live for five minutes. So what to choose there has to be said (countries.ts).
 */
export const agreementTextUrl = 'https://www.microsoft.com/licensing/docs/customeragreement';

export const partnerCenterUrl = 'https://partner.microsoft.com/dashboard';

/** Partner Center's page that shows whether a customer's agreement is recorded. */
export function customerAccountUrl(customerTenantId: string): string {
  return `https://partner.microsoft.com/dashboard/v2/customers/${encodeURIComponent(customerTenantId)}/account`;
}
