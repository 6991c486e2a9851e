import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tabsOf, type OpenPage } from '../rig/browser-rig';
import { ensureWindowTools } from '../rig/ensure-browsers';
import { sleep, until } from '../rig/processes';
import { openRealWindow, type RealWindow } from '../rig/real-window';
import { comesTrue } from './browsing';
import { BROWSERS, GUIDE, Scene } from './scene';

/** Where a click lands in the page and not in the browser's own bars. */
const IN_THE_PAGE = { x: 900, y: 850 };
/** Firefox loses a key pressed within about 0.1 s of opening a popup, focused as it is; nobody is that quick. */
const PANEL_WAKES_MS = 500;
const HONEST_PAGE = 'form-beforeunload.html';
/** A question that one plain closing does not get past is still there after this. */
const STUCK_MS = 3_000;

// Only a real window has the browser's own keys, and a popup that takes the keyboard.
describe.each(BROWSERS)('by keyboard in a real window of %s', (kind) => {
  let screen: RealWindow;
  let scene: Scene;
  beforeAll(async () => {
    await ensureWindowTools();
    screen = await openRealWindow();
    const preferences = { 'extensions.openPopupWithoutUserGesture.enabled': true };
    scene = await Scene.open(kind, { display: screen.display, preferences });
  });
  afterEach(() => scene.clear());
  afterAll(async () => {
    await scene?.close();
    screen?.close();
  });

  async function inFront(): Promise<OpenPage> {
    const page = await scene.visitWhole(HONEST_PAGE);
    await scene.show(page);
    await screen.click(IN_THE_PAGE.x, IN_THE_PAGE.y);
    return page;
  }
  /** The same page with a letter typed into it by hand: from now on it asks "Leave this page?". */
  async function inFrontAndAsking(): Promise<OpenPage> {
    const page = await inFront();
    await scene.press(page, 'textarea');
    await screen.type('x');
    const typed = `document.querySelector('textarea').value.includes('x')`;
    expect(await comesTrue(5_000, () => scene.rig.inPage<boolean>(page, typed)), 'typed').toBe(true);
    return page;
  }
  async function removePlainly(page: OpenPage): Promise<void> {
    const [tab] = await scene.tabsWith(page);
    await scene.rig.ask(`void browser.tabs.remove(${tab?.id}).catch(() => undefined)`);
  }
  const isGone = async (page: OpenPage) => (await scene.tabsWith(page)).length === 0 || undefined;
  async function guideInFront(): Promise<true | undefined> {
    const start = scene.rig.base + GUIDE;
    return (await tabsOf(scene.rig)).some(({ active, url }) => active && url.startsWith(start)) || undefined;
  }

  it('Alt+Shift+Q closes the tab in front, whatever it shows, and the guide is there', async () => {
    const page = await inFront();
    await screen.key('alt+shift+q');
    expect(await until(8_000, () => isGone(page))).toBe(true);
    expect(await until(8_000, guideInFront)).toBe(true);
  });

  it('Alt+Shift+Q closes a tab that asks "Leave this page?" too', async () => {
    const page = await inFrontAndAsking();
    await screen.key('alt+shift+q');
    expect(await until(8_000, () => isGone(page))).toBe(true);
    expect(await until(8_000, guideInFront)).toBe(true);
  });

  it('and such a tab really asks: one plain remove leaves it behind its question', async () => {
    const untouched = await inFront();
    await removePlainly(untouched);
    expect(await until(8_000, () => isGone(untouched)), 'one that does not ask is gone').toBe(true);
    const page = await inFrontAndAsking();
    await removePlainly(page);
    await sleep(STUCK_MS);
    expect(await scene.tabsWith(page)).toHaveLength(1);
  });

  it('Alt+Shift+G opens the guide and leaves the tab', async () => {
    const page = await inFront();
    await screen.key('alt+shift+g');
    expect(await until(8_000, guideInFront)).toBe(true);
    expect(await scene.tabsWith(page)).toHaveLength(1);
  });

  /** A view of the popup, once its one big button has the keyboard and the browser has given it to the popup. */
  const READY = `browser.extension.getViews({ type: 'popup' }).some(({ document }) =>
    document.querySelector('.state-watching') && document.activeElement?.id === 'close' && document.hasFocus())`;

  it('in the popup Enter closes the tab: its button has the keyboard from the start', async () => {
    const page = await inFront();
    await scene.rig.ask(`void browser.action.openPopup()`);
    const ready = () => scene.rig.ask<boolean>(`return ${READY}`);
    expect(await until(8_000, async () => (await ready()) || undefined)).toBe(true);
    await sleep(PANEL_WAKES_MS);
    await screen.key('Return');
    expect(await until(8_000, () => isGone(page))).toBe(true);
    expect(await until(8_000, guideInFront)).toBe(true);
  });
});
