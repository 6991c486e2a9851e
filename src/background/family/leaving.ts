import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { isOwnPage } from '../../browser/own-page';
import { IS_FIREFOX } from '../../browser/target';
import type { Case } from '../../messages/ui-messages';
import { judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';

/**
 * Whether the tab of a case shows another site, or is on its way to one: the page that led to a sign-in prompt, or where
 * the person was going when the warning came (Back, an address of theirs). Never rejects.
 */
export async function isLeaving(known: Case, firefox = IS_FIREFOX): Promise<boolean> {
  const tab = await tabWithin(known.tabId, TAB_PATIENT_MS);
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
  const answers = await within(asked, TAB_PATIENT_MS, []);
  return answers[0]?.result === true;
}
