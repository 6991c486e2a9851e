import brandData from '../../../rules/brands.json';
import sharedHosts from '../../../rules/shared-hosts.json';

/** Where customers share one host and have a folder each: nobody has pages of their own to lose there. */
const STORES = /^(?:storage\.googleapis|s3(?:-[a-z\d-]+)?(?:\.(?!s3[.-])[a-z\d-]+){0,2}\.amazonaws)\.com$/;

/** Hosts of companies and platforms, with all under them. Read from the file: the rules take time to be made ready. */
const OTHERS: readonly string[] = [
  ...sharedHosts.platforms,
  ...Object.values(brandData.brands).flatMap((brand) => [
    ...brand.domains,
    ...('notHosts' in brand ? brand.notHosts : []),
  ]),
];

/** Whether customers of this host have a folder each: a path names one of them. A bucket's name may begin with "s3" too. */
export const hasFolders = (host: string): boolean => STORES.test(host);

/** Whether this is a name of its own on a hosting service, as anyone may have: all of the host is one customer's. */
export const hasOwnName = (host: string): boolean =>
  sharedHosts.suffixes.some((suffix) => host.endsWith(`.${suffix}`));

/**
 * Whether a host is surely not a scammer's own: a company's, or one where strangers' pages stand side by side with the
 * person's. Of another host (a forum nobody has listed) nothing is known.
 */
export function isPlatform(host: string): boolean {
  if (host === '' || hasFolders(host) || hasOwnName(host)) return false;
  return OTHERS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Whether strangers' pages stand there beside the scam's: what is kept of the host is not of the scam alone. */
export const isShared = (host: string): boolean => isPlatform(host) || hasFolders(host);

/** Whether two addresses of one host are of one owner, as far as that is known: on a platform only one page surely is. */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  if (hasFolders(hostname)) return pathname.split('/', 2).join('/');
  return isPlatform(hostname) ? pathname : '';
}
