import { withDocument } from '../state/documents';
import { hostOf } from '../state/host';
import { TAB_SOON_MS, tabWithin } from '../state/shown-tab';
import type { TabState } from '../state/tab-state';
import { isOtherThanTop } from './moved-on-from-state';

/** Where it tells something. */
interface Sender {
  tabId: number;
  frameId: number;
  tabAddress: string;
}

/**
 * Whether a frame that tells something stands in another page than the top document that told last: that of another
 * site came in and has nothing to tell, as one that only holds the scam in a frame.
 */
export async function isInNextPage(
  { tabId, frameId, tabAddress }: Sender,
  state: TabState,
): Promise<boolean> {
  if (frameId === 0 || !isOtherThanTop(state, tabAddress)) return false;
  // Just after the tab went to another site it may still be told under the address of the page before.
  const shown = await tabWithin(tabId, TAB_SOON_MS);
  return shown?.url !== undefined && hostOf(shown.url) === hostOf(tabAddress);
}

/** The state with that page's silent top document in the place of all that the page before had told. */
export function withNextPage(state: TabState, tabAddress: string, now: number): TabState {
  return isOtherThanTop(state, tabAddress)
    ? { ...withDocument(state, 0, '', tabAddress, now), documents: [] } // it is counted once it tells something
    : state;
}
