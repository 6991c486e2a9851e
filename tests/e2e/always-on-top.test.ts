import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tabsOf, type OpenPage } from '../rig/browser-rig';
import { ensureWindowTools } from '../rig/ensure-browsers';
import { until } from '../rig/processes';
import { openRealWindow, type RealWindow } from '../rig/real-window';
import { BROWSERS, GUIDE, Scene, WARNING } from './scene';

const COME_MS = 10_000;

// In a real window: whether one stands above another is what this is about.
describe.each(BROWSERS)('what a scam keeps above all other windows in %s', (kind) => {
  let screen: RealWindow;
  let scene: Scene;
  beforeAll(async () => {
    await ensureWindowTools();
    screen = await openRealWindow();
    scene = await Scene.open(kind, { display: screen.display });
  });
  afterEach(() => scene.clear());
  afterAll(async () => {
    await scene?.close();
    screen?.close();
  });

  const above = (page: OpenPage) =>
    scene.rig.inPage<string | undefined>(page, 'document.documentElement.dataset.above');

  it('a window with the words: the warning is about its page, and nothing stands above it', async () => {
    const page = await scene.visitWhole('window-on-top.html');
    await scene.rig.click(page);
    const found = await scene.noticed(page);
    expect(found).toMatchObject({ address: page.url, title: 'Player' });
    expect(await scene.inFront(WARNING, [found])).toBe(true);
    const alone = async () =>
      (await tabsOf(scene.rig)).every(({ windowId }) => windowId === found.windowId) || undefined;
    expect(await until(COME_MS, alone), 'one window is left').toBe(true);
    await scene.getRid(page);
    expect(await scene.inFront(GUIDE, await scene.casesAbout(page))).toBe(true);
  });

  it('a video: it is gone when the warning stands there', async () => {
    const page = await scene.visitWhole('video-on-top.html');
    await scene.rig.click(page);
    const found = await scene.noticed(page);
    expect(await scene.inFront(WARNING, [found])).toBe(true);
    const gone = async () => (await above(page)) === 'no' || undefined;
    expect(await until(COME_MS, gone), 'the video is back in its page').toBe(true);
    await scene.getRid(page);
  });
});
