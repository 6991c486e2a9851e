import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { folderSource, servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { BROWSERS } from './scene';

const SCAM = '/words-only-locker.html';
/** An honest page that has the browser make the next one ready. */
const FRONT = `<!doctype html><title>Bread</title><p>Bread and cakes.
<script type="speculationrules">{"prerender":[{"source":"list","urls":["${SCAM}"]}]}</script>`;

/** Firefox makes no page ready before it is asked for. */
describe.runIf(BROWSERS.includes('chromium'))('a page that is made ready behind the one in front', () => {
  let rig: BrowserRig;
  let server: PageServer;
  const asked: string[] = [];
  beforeAll(async () => {
    const pages = folderSource(join(ROOT, 'tests/pages/e2e'));
    server = await servePages((request) => {
      asked.push(request.path);
      return request.path === '/front' ? FRONT : pages(request);
    });
    rig = await launch('chromium');
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it('is no part of that one, and is warned of as soon as it is shown', async () => {
    await rig.ask(`globalThis.lives = [];
      browser.runtime.onMessage.addListener((_message, { documentLifecycle }) => void lives.push(documentLifecycle))`);
    const page = await rig.open(server.address('bakery', '/front'));
    const ready = () => rig.ask<boolean>(`return lives.includes('prerender')`);
    expect(await until(8_000, async () => (await ready()) || undefined), 'it has told something').toBe(true);
    await sleep(1_500);
    expect(await casesOf(rig)).toEqual([]);
    await rig.inPage(page, `(location.href = '${SCAM}', 1)`);
    const found = await until(8_000, async () => (await casesOf(rig))[0]);
    expect(found?.address).toBe(server.address('bakery', SCAM));
    expect(
      asked.filter((path) => path === SCAM),
      'the one that was made ready is shown',
    ).toHaveLength(1);
  });
});
