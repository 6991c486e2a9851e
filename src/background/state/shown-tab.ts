import { within } from '../../async/within';
import { browser, type Tabs } from '../../browser/api';
import { isSameAddress } from './kept-address';

/** What the browser tells of a tab, as far as it is compared with what the tab's pages told. */
export interface Shown {
  url?: string | undefined;
  status?: string | undefined;
  active?: boolean;
  mutedInfo?: { muted: boolean } | undefined;
  /** When it last was, or came, in front of its window (ms since 1970). Chrome has it since 121. */
  lastAccessed?: number | undefined;
}

/** A tab as the browser tells it, however long that takes; null where it is gone. Never rejects. */
export function tabOf(tabId: number): Promise<Tabs.Tab | null> {
  return browser.tabs.get(tabId).catch(() => null);
}

/** The same, waited for at most `ms` milliseconds: null where the browser has not told by then, too. Never rejects. */
export function tabWithin(tabId: number, ms: number): Promise<Tabs.Tab | null> {
  return within(browser.tabs.get(tabId), ms, null);
}

/**
 * Chrome puts tabs to sleep that are not looked at, and gives them another id then. Never rejects.
 * @returns the ids of those asleep at this very address, none for ''
 */
export async function sleepingTabsOf(address: string): Promise<number[]> {
  const asleep = address === '' ? [] : await browser.tabs.query({ discarded: true }).catch(() => []);
  return asleep.flatMap(({ id, url }) => (id !== undefined && isSameAddress(address, url) ? [id] : []));
}
