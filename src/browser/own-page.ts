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

/** A page that is held back: its case, which may have several, and the number of its rule. */
interface HeldPage {
  caseId: string;
  ruleId: number;
}

/** Path and query of the warning in the place of a page that is held back. */
export const heldBackPath = (held: HeldPage): string => `/${pathOf('warning')}?${heldBackQuery(held)}`;

/** Its whole address. */
export const heldBackWarning = (held: HeldPage): string => ownPage('warning', heldBackQuery(held));

/** `blocked`: an older word, which rules that were written with it still have, and without the number. */
const heldBackQuery = ({ caseId, ruleId }: HeldPage): string =>
  `blocked=1&${aboutCase(caseId)}&held=${ruleId}`;

const aboutCase = (caseId: string): string => `case=${encodeURIComponent(caseId)}`;

/** Whether an address is one of this extension's own pages. */
export function isOwnPage(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('')) ?? false;
}

/** Whether this page of ours stands in a private window as Firefox shows it there: with another journal, or none. */
export function isPrivateHere(): boolean {
  return browser.extension?.inIncognitoContext === true;
}
