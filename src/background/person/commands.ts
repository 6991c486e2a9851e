import { browser } from '../../browser/api';
import { CLOSE_COMMAND, GUIDE_COMMAND } from '../../browser/commands';
import { closeTabOf } from '../close/close-any';
import { guidePage } from '../display/guide-case';
import { openInFront } from '../display/own-pages';
import { activeTab } from '../state/shown-tab';

/**
 * The keyboard commands of the manifest: close the tab in front, open the guide. `pressedOver` is the tab that the
 * browser says the keys were pressed over; where it does not say, the one in front of the last window counts.
 */
export async function onCommand(command: string, pressedOver?: { id?: number }): Promise<void> {
  if (command === CLOSE_COMMAND) {
    const tabId = pressedOver?.id ?? (await activeTab())?.id;
    if (tabId !== undefined) await closeTabOf(tabId, 'key');
  }
  if (command === GUIDE_COMMAND) {
    const here = await browser.windows.getLastFocused().catch(() => null);
    await openInFront(await guidePage(), here?.id ?? null);
  }
}
