import { hostOf } from './host';
import { isSameAddress } from './kept-address';
import { isPlatform } from './platforms';
import type { TabState } from './tab-state';

/**
 * Whether what was known of a tab at two moments is of one page: a verdict given on the first must not be carried out on
 * another that has come into the tab since. The pages of one site count as one, for a scam loads itself again and again;
 * on a platform, which people share, only those at one address.
 */
export function isOfOnePage(one: TabState, other: TabState): boolean {
  const [before, now] = [one.frames[0], other.frames[0]];
  if (before === undefined || now === undefined) return before === now;
  if (before.doc === now.doc && before.doc !== '') return true; // '': a page that has told nothing itself
  if (isSameAddress(before.address, now.address)) return true;
  const host = hostOf(before.address);
  return host !== '' && host === hostOf(now.address) && !isPlatform(host);
}
