import { within } from '../../async/within';
import { isOwnPage } from '../../browser/own-page';
import { hostOf } from '../state/host';
import { withDocument, type TabState } from '../state/tab-state';
import { tabOf } from './moved-on';

/** A browser that cannot tell about a tab in this time leaves what is known of it as it is. */
const TAB_LIMIT_MS = 300;

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
  if (frameId === 0 || !isAnother(state, tabAddress)) return false;
  // Just after the tab went to another site it may still be told under the address of the page before.
  const shown = await within(tabOf(tabId), TAB_LIMIT_MS, null);
  return shown?.url !== undefined && hostOf(shown.url) === hostOf(tabAddress);
}

/** The state with that page's silent top document in the place of all that the page before had told. */
export function withNextPage(state: TabState, tabAddress: string, now: number): TabState {
  return isAnother(state, tabAddress)
    ? { ...withDocument(state, 0, '', tabAddress, now), documents: [] } // it is counted once it tells something
    : state;
}

/**
 * Whether a tab at this address shows another page than the top document that told last. Behind a scam's sign-in prompt
 * still stands the page that led to it; nobody tells when an honest one is over.
 */
export function isAnother({ frames, level }: TabState, tabAddress: string): boolean {
  const top = frames[0];
  if (top === undefined || top.address === '' || isOwnPage(tabAddress)) return false;
  if (top.acts['auth-prompt'] !== undefined && level !== 'quiet') return false;
  const here = hostOf(tabAddress);
  return here !== '' && here !== hostOf(top.address);
}
