import type { Case } from '../../../src/messages/ui-messages';
import type { TabInfo } from '../../rig/browser-rig';

/** A scam that was met: where it was opened, and the tab it came in (-1 where that was gone before it was seen). */
export interface Met {
  address: string;
  tabId: number;
}

/** The case about a scam: about its host, or about its tab, which may have gone on to another host. */
export function caseAbout({ address, tabId }: Met, cases: readonly Case[], states = /./): Case | undefined {
  const { hostname } = new URL(address);
  return cases.find(
    (one) => (one.host === hostname || (tabId >= 0 && one.tabId === tabId)) && states.test(one.state),
  );
}

/**
 * Whether a scam has gone: no tab is at its host, and its own tab is gone or there is a case. A tab that only went on
 * to another host still holds the person.
 */
export function hasGone(met: Met, tabs: readonly TabInfo[], cases: readonly Case[]): boolean {
  const { host } = new URL(met.address);
  if (tabs.some(({ url }) => url !== '' && new URL(url).host === host)) return false;
  return !tabs.some(({ id }) => id === met.tabId) || caseAbout(met, cases) !== undefined;
}
