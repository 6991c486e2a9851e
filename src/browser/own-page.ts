import { browser } from './api';

/** Our pages: each is src/ui/<name>/<name>.html. */
export type OwnPage = 'warning' | 'guide' | 'journal' | 'practice' | 'options' | 'welcome' | 'guard';

/** Address of one of our pages, with its query (without '?') and fragment (without '#'). */
export function ownPage(page: OwnPage, query = '', fragment = ''): string {
  const path = `src/ui/${page}/${page}.html`;
  return browser.runtime.getURL(path + (query ? `?${query}` : '') + (fragment ? `#${fragment}` : ''));
}

/** Whether an address is one of this extension's own pages. */
export function isOwnPage(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('')) ?? false;
}

/** Whether this page of ours stands in a private window as Firefox shows it there: with another journal, or none. */
export function isPrivateHere(): boolean {
  return browser.extension?.inIncognitoContext === true;
}
