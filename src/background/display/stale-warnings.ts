import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { warnedTabOf } from './warning-address';

/** Measured: a few ms, also with 200 tabs. */
const QUERY_LIMIT_MS = 1_000;

/**
 * One scam has one warning: older ones about the same tab go, which a worker had opened that was stopped before it could
 * write its case down. (Of two that come at once the newer one stays: each taking the other away would leave none.)
 * Never rejects.
 * @param tabId the scam's
 * @param pageTabId the warning's that stands now
 */
export async function closeStaleWarnings(tabId: number, pageTabId: number): Promise<void> {
  const tabs = await within(browser.tabs.query({}), QUERY_LIMIT_MS, []);
  const stale = tabs.flatMap(({ id = pageTabId, url }) =>
    id < pageTabId && warnedTabOf(url) === tabId ? [id] : [],
  );
  await Promise.all(stale.map((id) => browser.tabs.remove(id).catch(() => undefined)));
}
