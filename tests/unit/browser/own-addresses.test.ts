import type { Runtime, Tabs } from 'webextension-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { tellOwnAddresses } from '../../../src/browser/own-addresses';

const chrome = (version: number) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const WARNING = 'chrome-extension://id/src/ui/warning/warning.html';

/** A browser with a site's tab, our warning's and one that nothing is told of. */
function browserOf(agent: string, contexts = () => Promise.resolve([{ tabId: 2, documentUrl: WARNING }])) {
  const site = { id: 1, url: 'https://page.example/' };
  const all = [site, { id: 2 }, { id: 3 }];
  const getContexts = vi.fn(contexts);
  const tabs = {
    get: (id: number) => Promise.resolve({ ...all.find((tab) => tab.id === id) }),
    query: () => Promise.resolve(all.map((tab) => ({ ...tab }))),
  };
  tellOwnAddresses({ tabs, runtime: { getContexts } } as unknown as { tabs: Tabs.Static; runtime: Runtime.Static }, agent); // prettier-ignore
  return { tabs, getContexts };
}

describe('where our own pages stand', () => {
  it('is told of an older Chromium, too, one by one and of all', async () => {
    const { tabs } = browserOf(chrome(150));
    expect(await tabs.get(2)).toEqual({ id: 2, url: WARNING });
    expect(await tabs.query()).toEqual([{ id: 1, url: 'https://page.example/' }, { id: 2, url: WARNING }, { id: 3 }]); // prettier-ignore
    expect(await tabs.get(3), 'no page of ours').toEqual({ id: 3 });
  });

  it('is not asked for where the address is told', async () => {
    const { tabs, getContexts } = browserOf(chrome(150));
    expect(await tabs.get(1)).toEqual({ id: 1, url: 'https://page.example/' });
    expect(getContexts).not.toHaveBeenCalled();
  });

  it.each([
    chrome(156),
    chrome(200),
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  ])('is left to a browser that tells it, or has no such question: %s', async (agent) => {
    const { tabs, getContexts } = browserOf(agent);
    expect(await tabs.get(2)).toEqual({ id: 2 });
    expect(getContexts).not.toHaveBeenCalled();
  });

  it('stays untold where the browser fails to say', async () => {
    const { tabs } = browserOf(chrome(120), () => Promise.reject(new Error('busy')));
    expect(await tabs.get(2)).toEqual({ id: 2 });
  });
});
