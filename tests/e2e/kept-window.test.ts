import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/messages/ui-messages';
import { casesOf, tabsOf, type BrowserRig, type TabInfo } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { comesTrue, KINDS, WORDS_ONLY } from './browsing';

const SOON_MS = 10_000;

describe.each(KINDS)('a scam alone in its window, its warning in another one, in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(() => WORDS_ONLY);
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const tabsIn = async (windowId: number): Promise<TabInfo[]> =>
    (await tabsOf(rig)).filter((tab) => tab.windowId === windowId);

  it('is closed, and its window stays, with our page in front', async () => {
    const windowId = await rig.ask<number>(
      `return (await browser.windows.create({ url: '${server.address('alone')}' })).id`,
    );
    let known: Case | undefined;
    const isWarned = async (): Promise<boolean> => {
      known = (await casesOf(rig)).find(
        ({ host, pageTabId }) => host === 'alone.localhost' && pageTabId !== null,
      );
      return known !== undefined;
    };
    expect(await comesTrue(SOON_MS, isWarned), 'warned of').toBe(true);
    await rig.ask(`await browser.windows.create({ tabId: ${known?.pageTabId} })`);
    expect(await tabsIn(windowId), 'alone').toHaveLength(1);
    await rig.ask(`await browser.runtime.sendMessage({ type: 'case-close', caseId: '${known?.id}' })`);
    expect((await casesOf(rig)).find(({ id }) => id === known?.id)?.state).toBe('closed');
    expect(await tabsIn(windowId), 'its window').toMatchObject([{ id: known?.pageTabId, active: true }]);
  });
});
