import { within } from '../../async/within';
import { browser, type Tabs } from '../../browser/api';
import { isSameAddress } from './kept-address';

/** How long a tab is waited for (ms). The browser tells within a few ms; in a flood, or with too much to do, much later. */
export const TAB_PATIENT_MS = 1_000;
/** The same where what a page has told waits for it. */
export const TAB_SOON_MS = 300;

/** A tab as the browsers tell it: `pendingUrl` is Chrome's, and the polyfill's type lacks it. */
export type BrowserTab = Tabs.Tab & { pendingUrl?: string };

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
export function tabOf(tabId: number): Promise<BrowserTab | null> {
  return browser.tabs.get(tabId).catch(() => null);
}

/** The same, waited for at most `ms` milliseconds: null where the browser has not told by then, too. Never rejects. */
export function tabWithin(tabId: number, ms: number): Promise<BrowserTab | null> {
  return within(browser.tabs.get(tabId), ms, null);
}

/** The tab in front of the window in front, null where there is none. Never rejects. */
export async function activeTab(): Promise<BrowserTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true }).catch(() => []);
  return tab ?? null;
}

/**
 * Chrome puts tabs to sleep that are not looked at, and gives them another id then. Never rejects.
 * @returns the ids of those asleep at this very address, none for ''
 */
export async function tabsAsleepAt(address: string): Promise<number[]> {
  const asleep = address === '' ? [] : await browser.tabs.query({ discarded: true }).catch(() => []);
  return asleep.flatMap(({ id, url }) => (id !== undefined && isSameAddress(address, url) ? [id] : []));
}
