import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tabIsGone, tabsOf, type OpenPage } from '../rig/browser-rig';
import { sleep, until } from '../rig/processes';
import { comesTrue } from './browsing';
import { pictureCorners } from './journal-rows';
import { BROWSERS, GUIDE, Scene, WARNING } from './scene';

const LOCKERS = ['fullscreen-keyboard-lock', 'beforeunload', 'sound-loop'];
/** The picture is written down after the warning is shown. */
const PICTURE_LIMIT_MS = 5_000;
const PICTURE_TRIES = 4;

/** What a click on a button of lock-buttons.html asks for, and in the page: whether it was got. */
const LOCKS_ASKED = {
  screen: 'document.fullscreenElement !== null',
  pointer: 'document.pointerLockElement !== null',
  keys: 'took.keys',
};
/** A click has had its effect by then, ms. */
const TAKEN_MS = 1_500;

const LOOPS = ['alert-loop', 'confirm-loop'];

/** Sound without a click, as in a browser where the person has allowed it: so a page has some from the start. */
const SOUND_ALLOWED = {
  switches: ['--autoplay-policy=no-user-gesture-required'],
  preferences: { 'media.autoplay.default': 0 },
};

describe.each(BROWSERS)('a fake-support page in %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(kind, { popupsAllowed: true, ...SOUND_ALLOWED });
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** Noticed, gone, guide in front, browser open. Gives how often the person had to press. */
  async function endsAtTheGuide(page: OpenPage): Promise<number> {
    const first = await scene.noticed(page);
    const pressed = await scene.getRid(page);
    expect(await tabIsGone(scene.rig, first.tabId), 'tabs.get rejects').toBe(true);
    expect(await scene.inFront(GUIDE, await scene.casesAbout(page)), 'the guide is in front').toBe(true);
    expect(scene.rig.alive(), 'the browser is open').toBe(true);
    return pressed;
  }

  it('words-only-locker: never closed for its words alone, one press closes it, the guide follows', async () => {
    const page = await scene.visit('words-only-locker.html');
    expect(await endsAtTheGuide(page), 'presses').toBe(1);
    expect((await scene.casesAbout(page)).map(({ level }) => level)).toEqual(['warn']);
  });

  it.each(LOCKERS)('%s: warned, one press closes it, the guide follows', async (name) => {
    const pressed = await endsAtTheGuide(await scene.visit(`${name}.html`));
    expect(pressed).toBeLessThanOrEqual(1);
  });

  it('the journal keeps a picture of the page, not of the warning before it', async () => {
    const pictured = () => pictureCorners(scene.rig).catch(() => []); // the journal is not made yet
    // A page in full screen has black about it: the pages of the tests before do not count.
    const before = (await pictured()).length;
    let own: number[] | undefined;
    // The warning does not wait for a browser that takes long over its picture: on a busy machine a later page has one.
    for (let tried = 0; own === undefined && tried < PICTURE_TRIES; tried += 1) {
      await scene.clear();
      await scene.noticed(await scene.visit('words-only-locker.html'));
      own = await until(PICTURE_LIMIT_MS, async () => (await pictured())[before]);
    }
    const [red = 0, , blue = 0] = own ?? [];
    expect(blue - red, 'the blue of the page').toBeGreaterThan(80);
  });

  it('a page with sound is silent behind its warning, and stays so', async () => {
    const page = await scene.visit('sound-loop.html');
    const found = await scene.noticed(page);
    expect(await scene.inFront(WARNING, [found]), 'the warning is in front').toBe(true);
    const silent = async () => {
      const tabs = await scene.tabsWith(page);
      return tabs.length === 1 && tabs.every(({ muted, audible }) => muted && !audible);
    };
    expect(await comesTrue(2_000, silent), 'muted').toBe(true);
    await sleep(1_200); // it has tried to play again twice by then
    expect(await silent(), 'still muted').toBe(true);
  });

  /** Clicks on one of a page's buttons. @returns how often the page heard it, and whether it got what it asked for */
  async function clicked(page: OpenPage, lock: keyof typeof LOCKS_ASKED): Promise<unknown> {
    await scene.show(page);
    await scene.press(page, `#${lock}`);
    await sleep(TAKEN_MS);
    return scene.rig.inPage<unknown>(page, `[took.clicks, ${LOCKS_ASKED[lock]}]`);
  }

  // Firefox has no navigator.keyboard.
  const locks = (['screen', 'pointer', 'keys'] as const).filter(
    (lock) => lock !== 'keys' || kind === 'chromium',
  );
  describe.each(locks)('a click on a button that takes the %s', (lock) => {
    it('gives it to an honest page', async () => {
      const page = await scene.visitWhole('lock-buttons-calm.html');
      expect(await clicked(page, lock)).toEqual([1, true]);
    });

    it('gives nothing to a page that was warned of', async () => {
      const page = await scene.visit('lock-buttons.html');
      const found = await scene.noticed(page);
      expect(await scene.inFront(WARNING, [found]), 'the warning is in front').toBe(true);
      expect(await clicked(page, lock)).toEqual([1, false]);
    });
  });

  // Firefox holds the loop at its first dialog as long as nobody answers it: then one press ends it there.
  it.each(LOOPS)('%s: closed', async (name) => {
    const pressed = await endsAtTheGuide(await scene.visit(`${name}.html`));
    expect(pressed).toBeLessThanOrEqual(kind === 'chromium' ? 0 : 1);
  });

  it('a swarm of ten windows goes as one', async () => {
    const pressed = await endsAtTheGuide(await scene.visit('swarm.html'));
    expect(pressed).toBeLessThanOrEqual(1);
    const windows = new Set((await tabsOf(scene.rig)).map(({ windowId }) => windowId));
    expect(windows.size, 'only the first window is left').toBe(1);
  });
});
