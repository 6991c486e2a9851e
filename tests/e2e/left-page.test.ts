import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabState } from '../../src/background/state/tab-state';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { BROWSERS } from './scene';

/** Says something aloud as it is left, but so late that the next page has told something by then. */
const LEFT = `<!doctype html><title>Left</title><p>Bread and cakes.<script>
addEventListener('pagehide', () => {
  for (const begin = Date.now(); Date.now() - begin < 300;);
  speechSynthesis.speak(new SpeechSynthesisUtterance('goodbye'));
});
</script>`;
/** Tells something itself, so that it is known. */
const NEXT = `<!doctype html><title>Next</title><p>Rolls.<script>speechSynthesis.speak(new SpeechSynthesisUtterance('welcome'))</script>`;

describe.each(BROWSERS)('a page that is left in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ path }) => ({ '/left': LEFT, '/next': NEXT })[path]);
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it('and tells something late is no part of the next one', async () => {
    const page = await rig.open(server.address('bakery', '/left'));
    await sleep(500);
    await rig.inPage(page, `(location.href = '${server.address('rolls', '/next')}', 1)`);
    const tabs = () =>
      rig.ask<TabState[]>(
        `const all = await browser.storage.session.get(null);
         return Object.keys(all).filter((key) => key.startsWith('tab:')).map((key) => all[key])`,
      );
    const ofNext = async () => (await tabs()).find(({ frames }) => frames[0]?.address.includes('/next'));
    expect(await until(8_000, ofNext), 'the next page is known').toBeDefined();
    await sleep(1_000);
    const { frames } = (await ofNext()) as TabState;
    expect(Object.keys(frames)).toEqual(['0']);
    expect(frames[0]?.spoken).toEqual(['welcome']);
  });
});
