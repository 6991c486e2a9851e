import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/messages/ui-messages';
import { casesOf, tabsOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, HONEST, KINDS, openHonest, tabsAt, WARNING, WORDS_ONLY } from './browsing';

const SOON_MS = 10_000;

describe.each(KINDS)('a warned scam that the browser puts to sleep, in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ site }) => (site === 'bread' ? HONEST : WORDS_ONLY));
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const known = async (): Promise<Case | undefined> =>
    (await casesOf(rig)).find(({ host, pageTabId }) => host === 'sleeper.localhost' && pageTabId !== null);
  const warnings = async (): Promise<number> =>
    (await tabsOf(rig)).filter(({ url }) => url.startsWith(rig.base + WARNING)).length;

  it('keeps its one warning when it is clicked again, and the button there closes it', async () => {
    const address = server.address('sleeper');
    await rig.open(address);
    expect(await comesTrue(SOON_MS, async () => (await known()) !== undefined), 'warned of').toBe(true);
    const scam = await known();
    await openHonest(rig, server.address('bread'));
    await rig.ask(`await browser.tabs.discard(${scam?.tabId})`);
    const isAsleep = async (): Promise<boolean> =>
      rig.ask(`return (await browser.tabs.query({ discarded: true })).length === 1`);
    expect(await comesTrue(SOON_MS, isAsleep), 'asleep').toBe(true);
    const [tab] = await tabsAt(rig, address);
    await rig.ask(`await browser.tabs.update(${tab?.id}, { active: true })`);
    await sleep(3_000); // its words are read again
    expect(await warnings()).toBe(1);
    expect((await casesOf(rig)).map(({ id, state }) => [id, state])).toEqual([[scam?.id, 'warned']]);
    await rig.ask(`await browser.runtime.sendMessage({ type: 'case-close', caseId: '${scam?.id}' })`);
    expect(await tabsAt(rig, address)).toEqual([]);
  });
});
