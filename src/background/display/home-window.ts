import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { tabWithin } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';

/** Windows that were opened one from another are followed as deep as a scam's family is (scam-group.ts). */
const DEPTH = 4;
/** A window and a tab answer in a few ms. */
const WINDOW_LIMIT_MS = 500;

/** The window for a page of ours about a tab. */
export interface Home {
  windowId: number;
  /** Whether it can hold one (not a popup window, not a private one); missing where the browser did not tell. */
  holds?: boolean;
}

/**
 * The window for a page of ours about this tab: its own, or where that is one without a tab strip, the window of the
 * page that opened it. That is where the person was, and it goes too when all of the scam's tabs go.
 */
export async function homeOf(tabId: number, windowId: number): Promise<Home> {
  let [id, home] = [tabId, windowId];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const there = await within(browser.windows.get(home), WINDOW_LIMIT_MS, null);
    if (there === null) break;
    if (there.type === 'normal') return { windowId: home, holds: !there.incognito };
    const { openedBy } = await tabStates.read(String(id));
    const opener = openedBy === null ? null : await tabWithin(openedBy, WINDOW_LIMIT_MS);
    if (openedBy === null || opener?.windowId === undefined) break;
    [id, home] = [openedBy, opener.windowId];
  }
  return { windowId: home };
}
