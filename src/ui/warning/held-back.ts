import { browser } from '../../browser/api';
import { HELD_BACK_KEY, type HeldBack } from '../../messages/store-keys';

/**
 * The address held back for a case, null where there is none. Read from our own list and never from the page's
 * address, so that a web page leading here cannot choose what "I trust this page" would open.
 * @param ruleId which of the case's addresses, null where the page does not say
 */
export async function heldBackFor(caseId: string | null, ruleId: number | null): Promise<HeldBack | null> {
  if (caseId === null) return null;
  try {
    const list: unknown = (await browser.storage.local.get(HELD_BACK_KEY))[HELD_BACK_KEY];
    return findHeldBack(list, caseId, ruleId);
  } catch {
    return null; // an unreadable list offers nothing to open again
  }
}

/** The same in a list of unknown make: the one of that rule, else the first of the case, which is its own address. */
export function findHeldBack(list: unknown, caseId: string, ruleId: number | null = null): HeldBack | null {
  if (!Array.isArray(list)) return null;
  const ofCase = (list as unknown[]).filter(isEntry).filter((one) => one.caseId === caseId);
  const found = ofCase.find((one) => one.ruleId === ruleId) ?? ofCase[0];
  if (found === undefined) return null;
  const { address, at, unjudged, unwatched, injected } = found;
  return {
    address,
    at: typeof at === 'number' ? at : 0,
    ...(unjudged === true && { unjudged }),
    ...(unwatched === true && { unwatched }),
    ...(injected === true && { injected }),
  };
}

function isEntry(one: unknown): one is Record<string, unknown> & { address: string } {
  if (typeof one !== 'object' || one === null || !('address' in one)) return false;
  const { address } = one;
  return typeof address === 'string' && /^https?:/.test(address) && URL.canParse(address);
}
