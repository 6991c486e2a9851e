import { browser } from './api';

/** Our pages: each is src/ui/<name>/<name>.html. */
export type OwnPage = 'warning' | 'guide' | 'journal' | 'practice' | 'options' | 'welcome' | 'guard';

const pathOf = (page: OwnPage): string => `src/ui/${page}/${page}.html`;

/** Address of one of our pages, with its query (without '?') and fragment (without '#'). */
export function ownPage(page: OwnPage, query = '', fragment = ''): string {
  return browser.runtime.getURL(pathOf(page) + (query ? `?${query}` : '') + (fragment ? `#${fragment}` : ''));
}

/** Address of the guide about a case, or about none, at one of its parts. */
export function guideAbout(caseId: string | null, part = ''): string {
  return ownPage('guide', caseId === null ? '' : aboutCase(caseId), part);
}

/** Path and query of the warning in the place of a page that is held back. */
export const heldBackPath = (caseId: string): string => `/${pathOf('warning')}?${heldBackQuery(caseId)}`;

/** Its whole address. */
export const heldBackWarning = (caseId: string): string => ownPage('warning', heldBackQuery(caseId));

/** `blocked`: an older word, which rules that were written with it still have. */
const heldBackQuery = (caseId: string): string => `blocked=1&${aboutCase(caseId)}`;

const aboutCase = (caseId: string): string => `case=${encodeURIComponent(caseId)}`;

/** Whether an address is one of this extension's own pages. */
export function isOwnPage(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('')) ?? false;
}

/** Whether this page of ours stands in a private window as Firefox shows it there: with another journal, or none. */
export function isPrivateHere(): boolean {
  return browser.extension?.inIncognitoContext === true;
}
