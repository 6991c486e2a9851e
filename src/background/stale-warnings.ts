import { browser } from '../browser/api';
import { ownPage } from './own-pages';
import { within } from './within';

/** Measured: a few ms, also with 200 tabs. */
const QUERY_LIMIT_MS = 1_000;

/** The query of a case's warning; with the tab, because a worker that was stopped may have forgotten the case. */
export const warningQuery = (caseId: string, tabId: number): string => `case=${caseId}&tab=${tabId}`;

/** The tab that the warning at this address is about; null where it is none of our warnings, or names no tab. */
export function warnedTabOf(address: string | undefined): number | null {
  if (!address?.startsWith(`${ownPage('warning')}?`)) return null;
  const tab = new URL(address).searchParams.get('tab');
  return tab === null ? null : Number(tab);
}

/**
 * One scam has one warning: older ones about the same tab go, which a worker had opened that was stopped before it could
 * write its case down. (Of two that come at once the newer one stays: each taking the other away would leave none.)
 * @param tabId the scam's. @param pageTabId the warning that stands now. Never rejects.
 */
export async function closeStaleWarnings(tabId: number, pageTabId: number): Promise<void> {
  const tabs = await within(browser.tabs.query({}), QUERY_LIMIT_MS, []);
  const stale = tabs.flatMap(({ id = pageTabId, url }) =>
    id < pageTabId && warnedTabOf(url) === tabId ? [id] : [],
  );
  await Promise.all(stale.map((id) => browser.tabs.remove(id).catch(() => undefined)));
}
