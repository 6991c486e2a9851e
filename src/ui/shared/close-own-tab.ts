import { browser } from '../../browser/api';

/** Closes this tab of ours; where it is the last one of its window it goes to `otherwise`, so that no window is lost. */
export async function closeOwnTab(otherwise: string): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const beside = await browser.tabs.query({ windowId: own?.windowId });
  if (own?.id === undefined || beside.length < 2) location.replace(otherwise);
  else await browser.tabs.remove(own.id);
}
