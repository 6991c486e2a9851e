import { browser } from '../../browser/api';
import { isSameAddress } from '../state/kept-address';

/**
 * Takes a closed scam out of "recently closed tabs" where the browser allows it (Firefox; Chrome has no such call,
 * there the redirect rule catches a reopened tab). Never rejects for a missing entry.
 * @param addresses all that it showed; an empty one is none
 */
export async function forgetClosed(addresses: readonly string[]): Promise<void> {
  const isScam = (url = ''): boolean => addresses.some((one) => one !== '' && isSameAddress(one, url));
  if (!addresses.some(isScam) || typeof browser.sessions?.forgetClosedTab !== 'function') return;
  const recent = await browser.sessions.getRecentlyClosed({ maxResults: 25 });
  for (const { tab, window } of recent) {
    if (tab && isScam(tab.url) && tab.sessionId !== undefined && tab.windowId !== undefined)
      await browser.sessions.forgetClosedTab(tab.windowId, tab.sessionId);
    const onlyScam = window?.tabs?.every((one) => isScam(one.url)) ?? false;
    if (window?.sessionId !== undefined && onlyScam)
      await browser.sessions.forgetClosedWindow(window.sessionId);
  }
}
