import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { guideAbout, isOwnPage, ownPage } from '../../browser/own-page';
import type { Case } from '../../messages/ui-messages';
import { openInFront } from '../display/own-pages';
import { warnedTabOf } from '../display/warning-address';
import { showsOtherThanState } from '../family/moved-on-from-state';
import { lookAtKin } from '../family/scam-kin';
import { cases } from '../state/cases';
import { hostOf } from '../state/host';
import type { BrowserTab } from '../state/shown-tab';
import { closeTab } from './close-tab';

/** A browser that does not tell in this time what else is in a window: then the guide keeps it. */
const TABS_LIMIT_MS = 1_000;

/** Whether an address is our warning's in place of a page that was kept from coming back. */
export function isHeldBackWarning(address: string): boolean {
  return address.startsWith(`${ownPage('warning')}?`) && new URL(address).searchParams.has('blocked');
}

/**
 * Address of the page of ours that a tab shows; null where it shows none. A warning that is still loading tells it only
 * as the pending one (Chrome). One in place of a page that is about to give way to it is not there yet: that page is.
 */
export function ownShown({ url = '', pendingUrl }: Pick<BrowserTab, 'url' | 'pendingUrl'>): string | null {
  const standsYet = pendingUrl !== undefined && isHeldBackWarning(pendingUrl) && hostOf(url) !== '';
  const shown = isOwnPage(pendingUrl) && !standsYet ? pendingUrl : url;
  return shown !== undefined && isOwnPage(shown) ? shown : null;
}

/**
 * Closes our warning in place of a page that was kept from coming back: nothing stands behind it. Where it is the last
 * tab of its window the guide comes first. Never rejects. @returns the case that it names, null where that is unknown
 */
export async function closeHeldBack(
  { id, windowId }: { id: number; windowId: number },
  caseId: string | null,
): Promise<Case | null> {
  const beside = await within(browser.tabs.query({ windowId }), TABS_LIMIT_MS, []);
  if (beside.length < 2) await openInFront(guideAbout(caseId), windowId);
  await closeTab(id); // a single remove may never be answered, and who presses again would get that run
  return caseId === null ? null : cases.read(caseId);
}

/**
 * The tab of a warning whose case a worker that was stopped could not write down. Any page may lead to our warning with
 * any number, and a restarted browser gives the numbers anew: so only where the tab is known to show a scam yet.
 * @returns null where it is not
 */
export async function forgottenTab(address: string, caseId: string): Promise<number | null> {
  const tabId = warnedTabOf(address);
  if (tabId === null) return null;
  const { tab, state } = await lookAtKin(tabId);
  if (tab === null || isOwnPage(tab.url) || showsOtherThanState(tab, state)) return null;
  return state.level !== 'quiet' || state.caseId === caseId ? tabId : null;
}
