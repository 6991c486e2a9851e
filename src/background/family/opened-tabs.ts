/** Which tabs a tab has opened: what the family of a scam is found by. */
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { hostOf } from '../state/host';
import { tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';

/** Most openings that are remembered of a tab. */
const OPENED_LIMIT = 60;
/** A tab and a window answer in a few ms. */
const WINDOW_LIMIT_MS = 500;

/**
 * Remembers that `tabId` was opened from `opener`, by a script or by a link that the person opened in a new tab, never
 * by Ctrl+T (webNavigation.onCreatedNavigationTarget). @returns the state of `opener`
 */
export async function noteOpened(opener: number, tabId: number, now: number): Promise<TabState> {
  await tabStates.update(String(tabId), (state) => ({ ...state, openedBy: opener }));
  return tabStates.update(String(opener), (state) => ({
    ...state,
    opened: [...state.opened, { tabId, at: now }].slice(-OPENED_LIMIT),
  }));
}

/**
 * Adds which site opened it, where it was sent, and whether its window has a tab strip.
 * @param url where it was sent
 * @param frameId the opener's frame that did it
 */
export async function noteOrigin(opener: number, tabId: number, url: string, frameId = 0): Promise<void> {
  const asking = [opener, tabId].map((id) => tabWithin(id, WINDOW_LIMIT_MS));
  const [from, made] = await Promise.all(asking);
  // A link that the person opened in a private window: nothing of it is to be known with the page that it was on.
  if (from && made && from.incognito !== made.incognito) return forget(opener, tabId);
  const windowId = made?.windowId;
  const where =
    windowId === undefined ? null : await within(browser.windows.get(windowId), WINDOW_LIMIT_MS, null);
  const origin = {
    ...(from?.url === undefined ? {} : { from: hostOf(from.url) }),
    ...(frameId !== 0 && { inFrame: true as const }),
    first: hostOf(url),
    popup: where?.type === 'popup',
  };
  // One of the two may be gone already; private they are together.
  const incognito = from?.incognito === true || made?.incognito === true;
  await tabStates.update(String(opener), (state) => {
    // It may be private, for all that is known: then no site is to be written down.
    const isUnknown = from === null && made === null && Object.keys(state.frames).length === 0;
    if (isUnknown && !state.incognito) return state;
    return {
      ...state,
      incognito: state.incognito || incognito,
      opened: state.opened.map((one) => (one.tabId === tabId ? { ...one, ...origin } : one)),
    };
  });
}

/** Takes back that `tabId` was opened from `opener`. */
async function forget(opener: number, tabId: number): Promise<void> {
  await tabStates.update(String(tabId), (state) => ({ ...state, openedBy: null }));
  await tabStates.update(String(opener), (state) => ({
    ...state,
    opened: state.opened.filter((one) => one.tabId !== tabId),
  }));
}
