import { escapeRegExp } from '../../messages/file-pattern';
import { isCut } from '../state/kept-address';
import { hasFolders, hasOwnName } from '../state/platforms';

/**
 * The filter for one closed address, in the language of declarativeNetRequest's `regexFilter`.
 * The whole host only where it is surely the scammer's own (a name on a shared hosting service, a bare IP);
 * else scheme, host and path with any query. With `exact`, the full address (a page on a site that is not the scammer's
 * own); null where that ends in a fragment: rules see none, and would keep a whole app out, or a home page.
 */
export function filterFor(address: string, exact: false): string;
export function filterFor(address: string, exact: boolean): string | null;
export function filterFor(address: string, exact: boolean): string | null {
  const url = new URL(address);
  const origin = siteFilter(url, exact || !isOwnHost(url.hostname) ? url.pathname + url.search : '/');
  if (exact && url.hash !== '') return null;
  if (exact) return `${origin}${escapeRegExp(url.pathname + url.search)}${isCut(address) ? '' : '($|#)'}`;
  if (isOwnHost(url.hostname)) return `${origin}/`;
  return `${origin}${escapeRegExp(url.pathname)}($|[?#])`;
}

/** Any name before the host, or none: rules see the address with it. */
const ANY_USER = '(?:[^/?#@]*@)?';
/** Chromium refuses a filter with some 100 characters after that piece, and without it takes 3,000 (docs/browser-facts.md). */
const NAMED_LENGTH = 80;

/** How a filter for this path of a site begins. */
function siteFilter({ protocol, host }: URL, path: string): string {
  const user = host.length + path.length > NAMED_LENGTH ? '' : ANY_USER;
  return `^${escapeRegExp(protocol)}//${user}${escapeRegExp(host)}`;
}

/** A filter for addresses without a name alone, as those of older versions and of long addresses are. */
export const withoutAnyUser = (filter: string): string => filter.replace(ANY_USER, '');

/** Whether a filter, perhaps of an older version, is for the whole host of an address. */
export const isWholeHost = (filter: string, { protocol, host }: URL): boolean =>
  withoutAnyUser(filter) === `^${escapeRegExp(protocol)}//${escapeRegExp(host)}/`;

/**
 * Addresses of a home, of this computer, of links between two and of a provider's own network (RFC 6598; private networks
 * such as Tailscale's use it): a router, a disk with a mailbox on it.
 */
const AT_HOME =
  /^(?:0|10|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./;
/** Of the newer addresses those that lead through the internet: 2000::/3. */
const ON_THE_INTERNET = /^\[[23][\da-f]{3}:/;

function isOwnHost(host: string): boolean {
  if (host.startsWith('[')) return ON_THE_INTERNET.test(host);
  if (/^[\d.]+$/.test(host)) return !AT_HOME.test(host);
  return !hasFolders(host) && hasOwnName(host);
}

/**
 * Whether an address is the door of a site or an app (`/`, `/a/`, `/mail/u/0/`): it names no page, and an app may show
 * anything there.
 */
export function isFrontDoor(address: string): boolean {
  const { pathname, search, hash } = new URL(address);
  return /^\/(?:\w{1,4}\/)*$/.test(pathname) && search + hash === '';
}

/** Most further addresses of one closing that are held back. */
const OTHERS_LIMIT = 10;

/** The first address for each filter: a swarm's windows differ only in their query. */
export function withoutTwins(addresses: readonly string[]): string[] {
  const known = addresses.filter((address) => /^https?:/.test(address) && URL.canParse(address));
  const byFilter = new Map<string, string>();
  for (const address of known) {
    const filter = filterFor(address, false);
    if (!byFilter.has(filter)) byFilter.set(filter, address);
  }
  return [...byFilter.values()].slice(0, OTHERS_LIMIT + 1);
}
