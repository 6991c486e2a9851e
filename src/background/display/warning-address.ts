import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { currentSettings } from '../session/current-settings';

/** What of a case its warning's address tells. */
interface Warned {
  id: string;
  tabId: number;
  injectedIntoHonestSite: boolean;
}

/**
 * Address of a case's warning: with the tab, because a worker that was stopped may have forgotten the case, and with the
 * language in which the page speaks before its script has run (warning.html; of a language that it has not it shows nothing
 * until then). Those words are not for a genuine site with a number put into it.
 */
export async function warningAddress({ id, tabId, injectedIntoHonestSite }: Warned): Promise<string> {
  const { language } = await currentSettings();
  const spoken = language === 'auto' ? browser.i18n.getUILanguage() : language;
  const [words = ''] = injectedIntoHonestSite ? [] : spoken.toLowerCase().split(/[-_]/);
  return ownPage('warning', `case=${id}&tab=${tabId}`, words);
}

/** The tab that the warning at this address is about; null where it is none of our warnings, or names no tab. */
export function warnedTabOf(address: string | undefined): number | null {
  if (!address?.startsWith(`${ownPage('warning')}?`)) return null;
  const tab = new URL(address).searchParams.get('tab');
  return tab === null ? null : Number(tab);
}
