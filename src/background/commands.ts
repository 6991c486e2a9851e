import { activeTabId, closeTabOf } from './close-any';
import { openInFront, ownPage } from './own-pages';
import { browser } from '../browser/api';

/** The keyboard commands of the manifest: close the tab in front, open the guide. */
export async function onCommand(command: string): Promise<void> {
  if (command === 'close-scam-tab') {
    const tabId = await activeTabId();
    if (tabId !== null) await closeTabOf(tabId, 'key');
  }
  if (command === 'open-guide') {
    const here = await browser.windows.getLastFocused().catch(() => null);
    await openInFront(ownPage('guide'), here?.id ?? null);
  }
}
