import { browser } from '../../browser/api';
import { activeTabId, closeTabOf } from '../close/close-any';
import { guidePage } from '../display/guide-case';
import { openInFront } from '../display/own-pages';

/**
 * The keyboard commands of the manifest: close the tab in front, open the guide. `pressedOver` is the tab that the
 * browser says the keys were pressed over; where it does not say, the one in front of the last window counts.
 */
export async function onCommand(command: string, pressedOver?: { id?: number }): Promise<void> {
  if (command === 'close-scam-tab') {
    const tabId = pressedOver?.id ?? (await activeTabId());
    if (tabId !== null) await closeTabOf(tabId, 'key');
  }
  if (command === 'open-guide') {
    const here = await browser.windows.getLastFocused().catch(() => null);
    await openInFront(await guidePage(), here?.id ?? null);
  }
}
