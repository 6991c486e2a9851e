import { browser } from '../../browser/api';
import type { TabStatus } from '../../messages/ui-messages';

/** The tab the popup speaks about: the one it was opened over, or `?tab=ID` when it stands in a tab of its own. */
export async function shownTab(): Promise<{ id: number; url: string }> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const tab = named > 0 ? await browser.tabs.get(named) : (await activeTabs())[0];
  return { id: tab?.id ?? -1, url: tab?.url ?? '' };
}

function activeTabs(): ReturnType<typeof browser.tabs.query> {
  return browser.tabs.query({ active: true, currentWindow: true });
}

/** The status of a page that is closed to us, though its address is not. */
export function unseen(status: TabStatus): TabStatus {
  return { ...status, state: 'unseen', file: false };
}

/**
 * Both browsers show PDF files in a viewer that no extension can look into. A first guess by the address: there are pages
 * at such an address, and PDF files at others (closed-to-us.ts).
 */
export function withPdf(status: TabStatus, address: string): TabStatus {
  const isPdf = /^[^?#]+\.pdf(?:[?#]|$)/i.test(address);
  return isPdf && status.state === 'watching' ? unseen(status) : status;
}
