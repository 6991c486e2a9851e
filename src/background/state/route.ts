import type { RouteFacts } from '../../detection/facts';
import { hostOf } from './host';
import { withoutUser } from './kept-address';
import { tabOf } from './shown-tab';
import { tabStates, type TabState } from './tab-state';

/** Windows opened and documents loaded within this time count as one burst. */
const BURST_MS = 10_000;
/** Query names that advertising and traffic sellers put on their links. */
const CAMPAIGN =
  /[?&](?:gclid|fbclid|msclkid|clickid|click_id|cid|sub_?id\d?|campaign|utm_[a-z]+|zoneid|affid|bcda)=/i;

/** What lies ahead was told before the clock was put back. */
const isBurst = (at: number, now: number): boolean => Math.abs(now - at) < BURST_MS;

/** How the tab got to where it is. @param now ms since 1970. */
export function routeFacts(state: TabState, now: number): RouteFacts {
  const top = state.frames[0];
  const address = top?.cameAs?.address ?? top?.address ?? ''; // a page may put a clean one in its place
  return {
    openedByPage: state.openedBy !== null,
    campaign: CAMPAIGN.test(address),
    swarm: state.opened.filter(({ at }) => isBurst(at, now)).length,
    reloads: Math.max(0, state.documents.filter((at) => isBurst(at, now)).length - 1),
    silentFor: state.silentFor,
  };
}

/**
 * Addresses the person came through, oldest first: the opener's page, the referrer, the one the page came in at. Of the
 * opener only what is of the site that opened the tab: it may show the person's bank by now.
 */
export async function chainOf(tabId: number, state: TabState): Promise<string[]> {
  const opener = state.openedBy === null ? null : await tabOf(state.openedBy);
  const openerState = state.openedBy === null ? null : await tabStates.read(String(state.openedBy));
  const from = openerState?.opened.findLast((one) => one.tabId === tabId)?.from;
  const above = [openerState?.frames[0]?.address, opener?.url].filter((step) => hostOf(step ?? '') === from);
  const top = state.frames[0];
  const known = [...above, top?.referrer, top?.cameAs?.address].filter(
    (step): step is string => Boolean(step) && /^https?:/.test(step ?? ''),
  );
  return [...new Set(known.map(withoutUser))];
}
