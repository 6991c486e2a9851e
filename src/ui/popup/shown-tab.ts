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

/** Both browsers show PDF files in a viewer that no extension can look into; see closed-to-us.ts for other addresses. */
export function withPdf(status: TabStatus, address: string): TabStatus {
  const isPdf = /^[^?#]+\.pdf(?:[?#]|$)/i.test(address);
  return isPdf && status.state === 'watching' ? { ...status, state: 'unseen' } : status;
}
