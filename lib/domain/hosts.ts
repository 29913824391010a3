/**
 * The hosts that are watched without asking: Microsoft 365 admin center (both names), the old
 * partner sign-up links and Partner Center. All others only when the user or a policy adds them.
 */
export const watchedHosts = [
  'admin.microsoft.com',
  'admin.cloud.microsoft',
  'portal.office.com',
  'partner.microsoft.com',
] as const;

/** The same hosts as match patterns of the manifest. */
export const watchedMatches = watchedHosts.map((host) => `https://${host}/*`);
