import { browser } from '../../browser/api';
import { isPrivateHere, ownPage, type OwnPage } from '../../browser/own-page';

/** Opens one of our pages in a tab of its own, in front; never in a private window, where it would know of nothing. */
export async function openOwnPage(page: OwnPage, query = '', fragment = ''): Promise<void> {
  const url = ownPage(page, query, fragment);
  if (!isPrivateHere()) return void (await browser.tabs.create({ url, active: true }));
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const windowId = windows.find(({ incognito }) => !incognito)?.id;
  if (windowId === undefined) return void (await browser.windows.create({ url, incognito: false }));
  await browser.tabs.create({ url, active: true, windowId });
  await browser.windows.update(windowId, { focused: true });
}
