import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../rig/ensure-browsers';
import { bundleOf } from '../../page/hook-page';

/** Keys and clicks count only when they are real ones, so this needs a real browser. */
let browser: Browser;
let page: Page;
let script = '';

beforeAll(async () => {
  script = await bundleOf('src/content/gate/seen-acts.ts');
  browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
}, 60_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  await page?.context().close();
  page = await (await browser.newContext()).newPage();
  await page.addInitScript(`${script}
    window.bundle = bundle;
    window.seen = { claimedAt: {}, disarmed: false, unloadSeen: false, acts: [], gestures: 0,
      onAct: (act, detail) => seen.acts.push(act + ' ' + detail), onGesture: () => seen.gestures++ };
    bundle.listenForActs(seen);`);
  await page.goto('data:text/html,<body onbeforeunload="return 1"><p>Hello</p>');
});

const acts = (): Promise<string[]> => page.evaluate('seen.acts');

describe('what the isolated world sees by itself', () => {
  test('keys that lead out and the menu, when they are blocked', async () => {
    await page.evaluate(
      `addEventListener('keydown', (e) => e.preventDefault()); oncontextmenu = () => false`,
    );
    await page.keyboard.press('Escape');
    await expect.poll(acts).toEqual(['block-key Escape']);
    await page.keyboard.press('a');
    await page.mouse.click(50, 50, { button: 'right' });
    await expect.poll(acts).toEqual(['block-key Escape', 'block-menu ']);
    expect(await page.evaluate('seen.gestures')).toBe(3);
  });

  test('nothing, when the page lets them be', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      new Promise((done) => setTimeout(done, 100))`);
    expect(await acts()).toEqual([]);
    expect(await page.evaluate('seen.gestures')).toBe(1);
  });

  test('a page that was judged no longer gets to see Esc', async () => {
    await page.evaluate(`window.keys = 0; addEventListener('keydown', () => keys++)`);
    await page.keyboard.press('Escape');
    await page.evaluate('void (seen.disarmed = true)');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('keys')).toBe(1);
  });

  test('document.open() throws the listeners away, the next look brings them back, once', async () => {
    await page.evaluate(`document.open(); document.write('<p>New</p>'); document.close();
      bundle.listenForActs(seen); bundle.listenForActs(seen)`);
    await page.keyboard.press('b');
    expect(await page.evaluate('seen.gestures')).toBe(1);
  });

  test('a handler in the markup, once', async () => {
    await page.evaluate('bundle.lookForActs(seen); bundle.lookForActs(seen)');
    expect(await acts()).toEqual(['beforeunload ']);
  });
});
