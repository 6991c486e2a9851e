import { browser } from '../../browser/api';
import { isSameAddress } from '../state/kept-address';

/** An entry of the list, a tab or a window. */
type Closed = Awaited<ReturnType<typeof browser.sessions.getRecentlyClosed>>[number];

/** The most that the browser tells at once. */
const LIST_LENGTH = 25;
/** A swarm leaves more than one list tells; no scam leaves as many as these. */
const LISTS = 20;

/**
 * Takes a closed scam out of "recently closed tabs" where the browser allows it (Firefox; Chrome has no such call,
 * there the redirect rule catches a reopened tab). Never rejects for a missing entry.
 * @param addresses all that it showed; an empty one is none
 */
export async function forgetClosed(addresses: readonly string[]): Promise<void> {
  const isScam = (url = ''): boolean => addresses.some((one) => one !== '' && isSameAddress(one, url));
  if (!addresses.some(isScam) || typeof browser.sessions?.forgetClosedTab !== 'function') return;
  for (let list = 0; list < LISTS; list += 1) {
    const recent = await browser.sessions.getRecentlyClosed({ maxResults: LIST_LENGTH });
    let gone = 0;
    for (const one of recent) if (await forgetOne(one, isScam)) gone += 1;
    if (gone === 0 || recent.length < LIST_LENGTH) return;
  }
}

/** @returns whether it was the scam's and is gone; one that cannot be forgotten must not keep the others in the list */
function forgetOne({ tab, window }: Closed, isScam: (url?: string) => boolean): Promise<boolean> {
  const forget = (work: Promise<void>): Promise<boolean> => work.then(() => true).catch(() => false);
  if (tab && isScam(tab.url) && tab.sessionId !== undefined && tab.windowId !== undefined)
    return forget(browser.sessions.forgetClosedTab(tab.windowId, tab.sessionId));
  const onlyScam = window?.tabs?.every((one) => isScam(one.url)) ?? false;
  if (window?.sessionId !== undefined && onlyScam)
    return forget(browser.sessions.forgetClosedWindow(window.sessionId));
  return Promise.resolve(false);
}
