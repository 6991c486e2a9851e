import { isSameAddress, keptAddress } from './kept-address';
import { isPlatform } from './platforms';
import type { TabState } from './tab-state';

/** The state once the person has called the page at this address a scam. */
export const withCalledScam = (state: TabState, address: string): TabState => ({
  ...state,
  calledScam: keptAddress(address, 0),
});

/**
 * Whether the person called the page at this address a scam. But on a platform that is also the page under another
 * query or fragment: a scam changes them in a loop.
 */
export function isCalledScam({ calledScam }: Pick<TabState, 'calledScam'>, shown: string): boolean {
  if (calledScam === null) return false;
  if (isSameAddress(calledScam, shown)) return true;
  if (!URL.canParse(calledScam) || !URL.canParse(shown)) return false;
  const [called, here] = [new URL(calledScam), new URL(shown)];
  return called.origin === here.origin && called.pathname === here.pathname && !isPlatform(here.hostname);
}
