import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** A window answers in a few ms. */
const WINDOW_LIMIT_MS = 500;

/** Where a tab stands, as the browser tells it. */
interface Place {
  active: boolean;
  windowId?: number | undefined;
}

/** Whether a page of ours covers a tab: it is in front in that one's own window. */
export function covers(page: Place, tab: Place): boolean {
  return page.active && page.windowId === tab.windowId;
}

/**
 * Whether the person has a page of ours before them rather than the tab that it is about. In another window (a private
 * tab's is always in one) it is in front there whatever the person does, so that the tab's own window tells: they went on
 * there if that one has the focus. Where neither has it (another program, the newest window of a swarm) ours counts.
 * Never rejects.
 */
export async function isBefore(page: Place, tab: Place): Promise<boolean> {
  if (!page.active || page.windowId === tab.windowId) return page.active;
  return !(await isFocused(tab.windowId));
}

/** Whether a window is the one that the person works in; not where the browser does not tell. Never rejects. */
async function isFocused(windowId: number | undefined): Promise<boolean> {
  if (windowId === undefined) return false;
  const told = await within(browser.windows.get(windowId), WINDOW_LIMIT_MS, null);
  return told?.focused === true;
}
