import { hasOwnSite } from '../../messages/own-site';
import type { Case } from '../../messages/ui-messages';
import { isShared } from '../state/platforms';
import { isTrusted } from '../state/trust';

/** Whether a case has a site of the scam's own. Asked of the host, too: what is deleted here does not come back. */
export const isScamsOwn = (known: Case): boolean => hasOwnSite(known) && !isShared(known.host);

/**
 * Addresses of the sites that may be cleaned up after a scam, its own first; without those that came to be trusted
 * since. None at all where its own is not the scam's, or is trusted by now.
 */
export async function sitesLeft(closed: Case): Promise<string[]> {
  const { site = '', otherSites = [] } = closed;
  const address = closed.address || site;
  if (!/^https?:/.test(address) || !isScamsOwn(closed) || (await isTrusted(address))) return [];
  const trusted = await Promise.all(otherSites.map((one) => isTrusted(one)));
  return [address, ...otherSites.filter((_site, index) => !trusted[index])];
}
