import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tabsOf, type OpenPage } from '../rig/browser-rig';
import { ensureWindowTools } from '../rig/ensure-browsers';
import { sleep, until } from '../rig/processes';
import { openRealWindow, type RealWindow } from '../rig/real-window';
import { BROWSERS, GUIDE, Scene, WARNING } from './scene';

/** Where a click lands in the page and not in the browser's own bars. */
const IN_THE_PAGE = { x: 900, y: 850 };

// Headless browsers and drivers answer "Leave this page?" themselves and survive their last tab: only a window is true.
describe.each(BROWSERS)('in a real window of %s', (kind) => {
  let screen: RealWindow;
  let scene: Scene;
  beforeAll(async () => {
    await ensureWindowTools();
    screen = await openRealWindow();
    scene = await Scene.open(kind, { display: screen.display, bare: true });
  });
  afterEach(() => scene.clear());
  afterAll(async () => {
    await scene?.close();
    screen?.close();
  });

  /** A click that gives the page the right to ask "Leave this page?": the tab is brought back in front for it. */
  async function clickInside(page: OpenPage): Promise<void> {
    await scene.show(page);
    await sleep(700);
    await screen.click(IN_THE_PAGE.x, IN_THE_PAGE.y);
    await sleep(300);
  }

  // The page is disarmed by then: keys.test.ts closes one whose question still stands.
  it('a page that asks before it is left, after a click, is closed by one press', async () => {
    const page = await scene.visit('beforeunload.html');
    const found = await scene.noticed(page);
    expect(await scene.inFront(WARNING, [found])).toBe(true);
    await clickInside(page);
    await scene.rig
      .ask(`const [warning] = (await browser.tabs.query({})).filter(({ url }) => url?.includes('warning.html'));
      await browser.tabs.update(warning.id, { active: true })`);
    await scene.getRid(page);
    expect(await scene.inFront(GUIDE, await scene.casesAbout(page))).toBe(true);
    expect(await screen.windows()).toBeGreaterThanOrEqual(1);
  });

  // In Firefox the rig's own tab stands in the first window all the while.
  it.skipIf(kind === 'chromium')(
    'the only tab of a second window is closed and the window stays',
    async () => {
      const before = await screen.windows();
      const url = scene.address('alert-loop.html');
      const page: OpenPage = { handle: '', url };
      const windowId = await scene.rig.ask<number>(
        `return (await browser.windows.create({ url: ${JSON.stringify(url)} })).id`,
      );
      const appears = async () => (await screen.windows()) > before || undefined;
      expect(await until(5_000, appears), 'a second window').toBe(true);
      const both = await screen.windows();
      await scene.noticed(page);
      await scene.getRid(page);
      expect(await scene.inFront(GUIDE, await scene.casesAbout(page)), 'the guide').toBe(true);
      const left = (await tabsOf(scene.rig)).filter((tab) => tab.windowId === windowId);
      expect(left.length, 'tabs in its window').toBeGreaterThan(0);
      expect(await screen.windows()).toBe(both);
    },
  );

  it.skipIf(kind === 'firefox')(
    'the last tab of the last window is closed and the window stays',
    async () => {
      // Those that are there before: the guide's tab is blank, too, until it has its page.
      const blank = await scene.rig.ask<number[]>(
        `return (await browser.tabs.query({})).filter(({ url }) => !url || url === 'about:blank').map(({ id }) => id)`,
      );
      const page = await scene.visit('alert-loop.html');
      await until(5_000, async () => (await scene.tabsWith(page)).length > 0 || undefined);
      await scene.rig.ask(`await browser.tabs.remove(${JSON.stringify(blank)})`);
      await scene.noticed(page);
      await scene.getRid(page);
      expect(await until(5_000, async () => (await tabsOf(scene.rig)).length > 0 || undefined)).toBe(true);
      expect(scene.rig.alive()).toBe(true);
      expect(await screen.windows()).toBeGreaterThanOrEqual(1);
    },
  );
});
