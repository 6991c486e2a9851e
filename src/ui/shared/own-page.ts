import { browser } from '../../browser/api';

export type OwnPageName = 'guide' | 'journal' | 'practice' | 'options' | 'welcome' | 'warning';

/** Address of one of our pages; `rest` is what follows the file name ("?case=1", "#step"). */
export function ownAddress(page: OwnPageName, rest = ''): string {
  return browser.runtime.getURL(`src/ui/${page}/${page}.html${rest}`);
}

/** Whether this page stands in a private window as Firefox shows it there: with another, empty journal. */
export function isPrivateHere(): boolean {
  return browser.extension?.inIncognitoContext === true;
}

/** Opens one of our pages in a tab of its own, in front; never in a private window, where it would know of nothing. */
export async function openOwnPage(page: OwnPageName, rest = ''): Promise<void> {
  const url = ownAddress(page, rest);
  if (!isPrivateHere()) return void (await browser.tabs.create({ url, active: true }));
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const windowId = windows.find(({ incognito }) => !incognito)?.id;
  if (windowId === undefined) return void (await browser.windows.create({ url, incognito: false }));
  await browser.tabs.create({ url, active: true, windowId });
  await browser.windows.update(windowId, { focused: true });
}

const ALL_SITES = { origins: ['<all_urls>'] };

/** May we see every site? The person can take that away at any time. */
export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains(ALL_SITES);
}

/**
 * Calls `draw` when the sites are allowed or taken away, also in the browser's own settings, as long as `place` stands in the
 * page.
 */
export function onSitesChanged(place: Element, draw: () => unknown): void {
  const { onAdded, onRemoved } = browser.permissions;
  const changed = (): void => {
    if (place.isConnected) return void draw();
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
}

/** Asks for it again. Call it directly from a click, or the browser refuses. Resolves with the person's answer. */
export function askAllSites(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES);
}
