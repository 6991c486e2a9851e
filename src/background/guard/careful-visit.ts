import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { tabOf } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';

/**
 * "Open carefully": a tab beside the one with the link, where our guard page shows the address first. In a private
 * window our pages cannot be shown: there the link is opened at once, as carefully.
 */
export async function openCarefully(link: string, fromTab: number | undefined): Promise<void> {
  if (!/^https?:/i.test(link)) return;
  const from = fromTab === undefined ? null : await tabOf(fromTab);
  const place = from === null ? {} : { windowId: from.windowId, index: from.index + 1 };
  const query = new URLSearchParams({ address: link, careful: '1' });
  const url = from?.incognito ? 'about:blank' : ownPage('guard', query.toString());
  const tab = await browser.tabs.create({ url, active: true, ...place });
  if (from?.incognito && tab.id !== undefined) await visitCarefully(tab.id, link);
}

/** Goes on to the address: as long as this tab lives it is judged strictly, and the guard stands whatever the hour. */
export async function visitCarefully(tabId: number, address: string): Promise<void> {
  await tabStates.update(String(tabId), (state) => ({ ...state, careful: true }));
  await browser.tabs.update(tabId, { url: address });
}

/** Whether a tab was opened so. */
export async function isCarefulVisit(tabId: number): Promise<boolean> {
  return (await tabStates.read(String(tabId))).careful;
}
