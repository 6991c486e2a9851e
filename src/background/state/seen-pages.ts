import { browser } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';

/** Pages of Firefox's own sites, closed to every extension: its preference extensions.webextensions.restrictedDomains. */
const CLOSED_IN_FIREFOX = [
  'accounts.firefox.com',
  'addons.mozilla.org',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
];
/** The stores of Chrome (both addresses) and Edge, by host and beginning of the path. */
const CLOSED_IN_CHROME = [
  'chromewebstore.google.com/',
  'chrome.google.com/webstore',
  'microsoftedge.microsoft.com/addons',
];

/** Whether the browser lets us see a page at all: not its own pages, not the stores, in Chrome no files unless allowed. */
export async function isSeen(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return false;
  const { protocol, host, pathname } = new URL(address);
  if (protocol === 'file:' && !IS_FIREFOX)
    return browser.extension.isAllowedFileSchemeAccess().catch(() => false);
  if (!['http:', 'https:', 'file:', 'ftp:'].includes(protocol)) return false;
  if (IS_FIREFOX) return !CLOSED_IN_FIREFOX.includes(host);
  return !CLOSED_IN_CHROME.some((closed) => `${host}${pathname}`.startsWith(closed));
}
