import type { Runtime, Tabs } from 'webextension-polyfill';
import { chromiumVersion } from './chromium-version';

/**
 * The first Chromium that is known to tell an extension without the permission `tabs` in which tabs its own pages stand:
 * 150 does not, those between were not tried (docs/browser-facts.md).
 */
export const TELLS_FROM = 156;

type Told = Pick<Tabs.Tab, 'id' | 'url'>;

/**
 * Has an older Chromium tell the addresses of our own pages, too: without them a warning would seem to be gone that stands.
 * @param agent as `navigator.userAgent` tells it
 */
export function tellOwnAddresses(
  { tabs, runtime }: { tabs: Tabs.Static; runtime: Runtime.Static },
  agent: string,
): void {
  const version = chromiumVersion(agent);
  if (version === undefined || version >= TELLS_FROM) return;
  const fill = async (some: readonly Told[]): Promise<void> => {
    if (some.every(({ url }) => url !== undefined)) return;
    const own = await runtime.getContexts({ contextTypes: ['TAB'] }).catch(() => []);
    for (const tab of some) {
      const address = own.find(({ tabId }) => tabId === tab.id)?.documentUrl;
      if (address !== undefined) tab.url ??= address;
    }
  };
  const [get, query] = [tabs.get.bind(tabs), tabs.query.bind(tabs)];
  tabs.get = async (id) => {
    const tab = await get(id);
    await fill([tab]);
    return tab;
  };
  tabs.query = async (what) => {
    const found = await query(what);
    await fill(found);
    return found;
  };
}
