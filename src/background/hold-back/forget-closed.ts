import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { isSameAddress } from '../state/tab-state';

/**
 * Takes a closed scam out of "recently closed tabs" where the browser allows it (Firefox; Chrome has no such call,
 * there the redirect rule catches a reopened tab). Never rejects for a missing entry.
 */
export async function forgetClosed(closed: Case): Promise<void> {
  if (closed.address === '' || typeof browser.sessions?.forgetClosedTab !== 'function') return;
  const recent = await browser.sessions.getRecentlyClosed({ maxResults: 25 });
  for (const { tab, window } of recent) {
    if (
      tab &&
      isSameAddress(closed.address, tab.url) &&
      tab.sessionId !== undefined &&
      tab.windowId !== undefined
    )
      await browser.sessions.forgetClosedTab(tab.windowId, tab.sessionId);
    const onlyScam = window?.tabs?.every((one) => isSameAddress(closed.address, one.url)) ?? false;
    if (window?.sessionId !== undefined && onlyScam)
      await browser.sessions.forgetClosedWindow(window.sessionId);
  }
}
