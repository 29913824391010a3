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
export const watchedMatches = watchedHosts.map((host) => matchOf(host));

/** A site, and whether it is watched. Default sites can be switched off; added ones are taken off the list. */
export type WatchedHost = { host: string; byDefault: boolean; on: boolean };

export function isDefaultHost(host: string): boolean {
  return (watchedHosts as readonly string[]).includes(host);
}

/** One host and nothing else as a match pattern, which is also how the browser names its permission. */
export function matchOf(host: string): string {
  return `https://${host}/*`;
}

export function originOf(host: string): string {
  return `https://${host}`;
}

/** The host of a permission that names exactly one, and `undefined` for wider ones: those were never ours to ask. */
export function hostOfMatch(match: string): string | undefined {
  return /^https:\/\/([^*/:]+)\/\*$/.exec(match)?.[1];
}

/** Why what a person typed is not a site that can be watched. */
export type HostProblem =
  | 'not-a-name'
  | 'not-secure'
  | 'wildcard'
  | 'port'
  | 'number'
  | 'path'
  | 'look-alike';

export type TypedHost =
  /** `foreign`: it has letters beyond a–z, so another site's name can look the same. */
  { host: string; foreign: boolean } | { problem: HostProblem; host?: string };

/**
 * Read what a person typed or pasted as one site: its name alone, or its address without a path. Names
 * beyond a–z come back as the browser writes them (`xn--…`); a name that mixes alphabets is refused.
 *
 * @example readHost('https://Portal.Contoso.example/') // { host: 'portal.contoso.example', foreign: false }
 */
export function readHost(typed: string): TypedHost {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'https') return { problem: 'not-secure' };
  if (text.includes('*')) return { problem: 'wildcard' };
  const name = scheme ? text.slice('https://'.length) : text;
  if (/\s/.test(text) || !URL.canParse(`https://${name}`)) return { problem: 'not-a-name' };

  const url = new URL(`https://${name}`);
  const host = url.hostname.replace(/\.$/, '');
  if (url.username || url.password) return { problem: 'not-a-name' };
  if (/^\[|^[\d.]+$/.test(host)) return { problem: 'number' };
  if (!/^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host))
    return { problem: 'not-a-name' };
  if (/^[^/?#]*:/.test(name)) return { problem: 'port' };
  if (url.pathname !== '/' || url.search || url.hash) return { problem: 'path', host };
  if (name.normalize('NFKC').split('.').some(mixesAlphabets)) return { problem: 'look-alike' };
  return { host, foreign: host.split('.').some((label) => label.startsWith('xn--')) };
}

/** Latin beside Cyrillic or Greek within one part of a name: nobody names a site so, except to deceive. */
function mixesAlphabets(label: string): boolean {
  const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return alphabets.filter((alphabet) => alphabet.test(label)).length > 1;
}
