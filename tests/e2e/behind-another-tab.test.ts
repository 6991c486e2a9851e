import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, HONEST, KINDS, WORDS_ONLY } from './browsing';

/** In a loop right after its words, longer than any of this takes. */
const JAMS = WORDS_ONLY.replace(
  '</body>',
  '<script>for (const end = performance.now() + 60_000; performance.now() < end; );</script></body>',
);
/** So long nobody looks at it, ms: longer than a page in front may be silent. */
const BEHIND_MS = 6_000;
const COME_MS = 14_000;

describe.each(KINDS)('a page in a loop behind another tab in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ path }) => (path === '/jams' ? JAMS : HONEST));
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it('is left alone while nobody looks, and dealt with once somebody turns to it', async () => {
    const address = server.address('behind', '/jams');
    const { hostname } = new URL(address);
    const known = async () => (await casesOf(rig)).some(({ host }) => host === hostname);
    await rig.open(server.address('bread'));
    const made = `browser.tabs.create({ url: ${JSON.stringify(address)}, active: false })`;
    const tabId = await rig.ask<number>(`return (await ${made}).id`);
    await sleep(BEHIND_MS);
    expect(await known()).toBe(false);
    await rig.ask(`await browser.tabs.update(${tabId}, { active: true })`);
    expect(await comesTrue(COME_MS, known)).toBe(true);
  }, 90_000);
});
