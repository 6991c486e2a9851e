import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import { ensureBuilt } from '../rig/dist';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, HONEST, KINDS, openHonest, WARNING, WORDS_ONLY } from './browsing';
import { OwnScreens } from './own-screens';

const NOTICED_MS = 10_000;

let open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.reverse()) await one.close();
  open = [];
});

async function pages(): Promise<PageServer> {
  const server = await servePages(({ path }) => (path === '/scam' ? WORDS_ONLY : HONEST));
  open.push(server);
  return server;
}

/** Installs the built extension, or puts it in its own place as an update does. @returns the address of its files */
async function install(rig: BrowserRig): Promise<string> {
  const { pipe } = rig as ChromiumRaw;
  const path = await ensureBuilt('chrome');
  return `chrome-extension://${(await pipe.send<{ id: string }>('Extensions.loadUnpacked', { path })).id}/`;
}

const isWarned = (rig: BrowserRig, base: string): Promise<boolean> =>
  comesTrue(NOTICED_MS, async () => (await rig.find(base + WARNING)) !== undefined);

const isWhole = (rig: BrowserRig, page: OpenPage): Promise<boolean> =>
  comesTrue(NOTICED_MS, () =>
    rig.inPage(page, `document.readyState === 'complete' && document.URL !== 'about:blank'`),
  );

/** Firefox brings content scripts into open tabs by itself as it installs (docs/browser-facts.md). */
describe.runIf(KINDS.includes('chromium'))('a tab that was open before', () => {
  it('the installation is watched', async () => {
    const server = await pages();
    const rig = await launch('chromium', { dist: null });
    open.push(rig);
    expect(await isWhole(rig, await rig.open(server.address('locker', '/scam')))).toBe(true);
    expect(await isWarned(rig, await install(rig))).toBe(true);
  });

  it('an update is watched by the new version', async () => {
    const server = await pages();
    const rig = await launch('chromium');
    open.push(rig);
    const page = await openHonest(rig, server.address('locker', '/honest'));
    expect(await install(rig)).toBe(rig.base);
    const words = JSON.stringify(/<body[^>]*>([\s\S]*)/.exec(WORDS_ONLY)?.[1] ?? WORDS_ONLY);
    await rig.inPage(page, `(document.body.innerHTML = ${words}, 1)`);
    expect(await isWarned(rig, rig.base)).toBe(true);
  });
});

/** Firefox waits with an update as long as a pause stands (src/background/update.ts). */
describe.runIf(KINDS.includes('chromium'))('an update', () => {
  it('ends no pause until the browser restarts', async () => {
    const server = await pages();
    const rig = await launch('chromium');
    open.push(rig);
    await rig.ask(`const [tab] = await browser.tabs.query({});
      return browser.runtime.sendMessage({ type: 'pause', scope: 'restart', tabId: tab.id })`);
    expect(await install(rig)).toBe(rig.base);
    await rig.open(server.address('locker', '/scam'));
    await sleep(3_000);
    expect(await rig.find(rig.base + WARNING), 'no warning comes').toBeUndefined();
    const ours = await rig.open(`${rig.base}manifest.json`); // the rig's own page is cut off by now
    await rig.inPage(ours, `(chrome.runtime.sendMessage({ type: 'pause-end' }), 1)`);
    expect(await isWarned(rig, rig.base), 'one comes once it is over').toBe(true);
  });
});

describe.each(KINDS)('a tab that was open in %s', (kind) => {
  it('before the sites were given back is watched', async () => {
    const own = await OwnScreens.start(kind);
    open.push(own);
    const server = await pages();
    await own.giveSites(false);
    const page = await own.rig.open(server.address('locker', '/scam'));
    expect(await isWhole(own.rig, page)).toBe(true);
    await own.giveSites(true);
    expect(await isWarned(own.rig, own.rig.base)).toBe(true);
  });
});
