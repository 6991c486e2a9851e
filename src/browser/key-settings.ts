import { browser } from './api';
import { brandHere } from './brand';

/** Opens the browser's own page of the extensions' keys, in a tab of its own. Rejects where it does not let us. */
export async function openKeys(): Promise<void> {
  const brand = brandHere();
  if (brand === 'Firefox') await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: `${brand.toLowerCase()}://extensions/shortcuts` });
}
