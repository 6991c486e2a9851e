import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { isOwnPage } from '../../browser/own-page';
import { IS_FIREFOX } from '../../browser/target';
import type { Case } from '../../messages/ui-messages';
import { judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { tabWithin, type Shown } from '../state/shown-tab';

/** The browser answers within a few ms; where it does not, nothing is known of a way on. */
const TAB_LIMIT_MS = 1_000;

/**
 * Whether the tab of a case shows another site, or is on its way to one: the page that led to a sign-in prompt, or where
 * the person was going when the warning came (Back, an address of theirs). Never rejects.
 */
export async function isLeaving(known: Case, firefox = IS_FIREFOX): Promise<boolean> {
  // `pendingUrl` is Chrome's, and the polyfill's type lacks it.
  const tab: (Shown & { pendingUrl?: string }) | null = await tabWithin(known.tabId, TAB_LIMIT_MS);
  if (tab === null) return false;
  const judged = judgedSite(known);
  const isOther = (url = ''): boolean =>
    hostOf(url) !== '' && !isHost(judged, hostOf(url)) && !isOwnPage(url);
  if (isOther(tab.url) || isOther(tab.pendingUrl)) return true;
  return firefox && tab.status === 'loading' && (await hasLoaded(known.tabId));
}

/** Firefox does not tell where a tab is going: one that loads over a document that has loaded whole is going somewhere. */
async function hasLoaded(tabId: number): Promise<boolean> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: () => document.readyState === 'complete',
  });
  const answers = await within(asked, TAB_LIMIT_MS, []);
  return answers[0]?.result === true;
}
