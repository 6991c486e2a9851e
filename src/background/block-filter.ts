import { hasFolders, hasOwnName } from './platforms';
import { isCut } from './tab-state';

/**
 * The filter for one closed address, in the language of declarativeNetRequest's `regexFilter`.
 * The whole host only where it is surely the scammer's own (a name on a shared hosting service, a bare IP);
 * else scheme, host and path with any query. With `exact`, the full address (a page on a site that is not the scammer's
 * own).
 */
export function filterFor(address: string, exact: boolean): string {
  const url = new URL(address);
  const origin = `^${escape(url.protocol)}//${escape(url.host)}`;
  if (exact) return `${origin}${escape(url.pathname + url.search)}${isCut(address) ? '' : '($|#)'}`;
  if (isOwnHost(url.hostname)) return `${origin}/`;
  return `${origin}${escape(url.pathname)}($|[?#])`;
}

function isOwnHost(host: string): boolean {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return !host.startsWith('127.');
  return !hasFolders(host) && hasOwnName(host);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Most further addresses of one closing that are held back. */
const OTHERS_LIMIT = 10;

/** One address for each filter: a swarm's windows differ only in their query. */
export function withoutTwins(addresses: readonly string[]): string[] {
  const known = addresses.filter((address) => /^https?:/.test(address) && URL.canParse(address));
  const byFilter = new Map([...known].reverse().map((address) => [filterFor(address, false), address]));
  return [...byFilter.values()].reverse().slice(0, OTHERS_LIMIT + 1);
}
