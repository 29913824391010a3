// Addresses of the demo, after DOMAIN-like facts of the real one: what a link says at first is not what
// the address bar says a moment later.

const hashRoutes = [
  [/partner-invitation|partners\/invitation/i, 'invitation'],
  [/BillingAccounts\/agreement|partners\/agreement/i, 'agreement'],
  [/granularAdminRelationships/i, 'delegated'],
  [/Purchase\/checkout/i, 'checkout'],
  [/billoverview/i, 'billing'],
  [/subscriptions/i, 'products'],
  [/PartnerRelationships/i, 'partners'],
  [/users/i, 'users'],
  [/homepage/i, 'home'],
];

/** The route that a hash names; undefined when it names none (a click on "skip to content"). */
export function routeOfHash(hash) {
  return hashRoutes.find(([pattern]) => pattern.test(hash))?.[1];
}

/** Where a link leads, what it says of the partner, and the address that the app puts in its place. */
export function routeAtStart(url) {
  const hash = url.hash || `#${url.searchParams.get('ref') ?? '/homepage'}`;
  const invitation = url.searchParams.get('invType');
  const named = routeOfHash(hash) ?? 'home';
  const route = named === 'invitation' && invitation === 'Administration' ? 'delegated' : named;
  const link = {
    isIndirect: invitation === 'IndirectResellerRelationship',
    partnerId: url.searchParams.get('partnerId') ?? '',
  };
  return { route, link, address: rewritten(url, hash, route) };
}

/** The link's own parameters are gone from the rewritten address; the demo's own stay, so that a reload works. */
function rewritten(url, hash, route) {
  const later = new URL('/AdminPortal/Home', url.origin);
  for (const own of ['lang', 'demo']) {
    const value = url.searchParams.get(own);
    if (value) later.searchParams.set(own, value);
  }
  later.hash = route === 'invitation' || route === 'delegated' ? '/partners/invitation' : hash;
  if (route === 'delegated') later.searchParams.set('invType', 'Administration');
  return later.href;
}
