import { browser } from '../../browser/api';
import { HELD_BACK_KEY, type HeldBack } from '../../messages/store-keys';

/**
 * The address held back for a case, null where there is none. Read from our own list and never from the page's
 * address, so that a web page leading here cannot choose what "I trust this page" would open.
 */
export async function heldBackFor(caseId: string | null): Promise<HeldBack | null> {
  if (caseId === null) return null;
  try {
    const list: unknown = (await browser.storage.local.get(HELD_BACK_KEY))[HELD_BACK_KEY];
    return findHeldBack(list, caseId);
  } catch {
    return null; // an unreadable list offers nothing to open again
  }
}

/** The same in a list of unknown make. */
export function findHeldBack(list: unknown, caseId: string): HeldBack | null {
  if (!Array.isArray(list)) return null;
  for (const one of list as unknown[]) {
    if (typeof one !== 'object' || one === null) continue;
    // Its fields are checked below.
    const { caseId: id, address, at, unjudged, unwatched, injected } = one as Record<string, unknown>;
    if (id !== caseId || typeof address !== 'string' || !/^https?:/.test(address)) continue;
    if (!URL.canParse(address)) continue;
    return {
      address,
      at: typeof at === 'number' ? at : 0,
      ...(unjudged === true && { unjudged }),
      ...(unwatched === true && { unwatched }),
      ...(injected === true && { injected }),
    };
  }
  return null;
}
