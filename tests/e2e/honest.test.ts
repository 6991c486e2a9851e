import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type OpenPage } from '../rig/browser-rig';
import { sleep } from '../rig/processes';
import { comesTrue, later } from './browsing';
import { BROWSERS, Scene } from './scene';

/** What is in full screen; where nothing is, what may be the reason. */
const inFull = (part: string): string =>
  `document.fullscreenElement?.${part} ?? 'nothing; in focus: ' + document.hasFocus()`;

/** Longer than any detection of the lockers takes. */
const WATCH_MS = 2_000;

/** What the worker knows of a page. */
interface Known {
  lastBeat: number | null;
  silentFor: number;
  frames: Record<number, { address: string; facts: object | null }>;
}

describe.each(BROWSERS)('an honest page with one such trait in %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(kind);
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  async function staysOpen(page: OpenPage): Promise<void> {
    await sleep(WATCH_MS);
    const { hostname } = new URL(page.url);
    // Its own: what the worker still had to write of the test before may come after the scene was cleared.
    const cases = (await casesOf(scene.rig)).filter(({ host }) => host === hostname);
    expect(cases, 'no case').toEqual([]);
    expect(await scene.tabsWith(page), 'its tab is there').toHaveLength(1);
  }

  const known = (page: OpenPage): Promise<Known | undefined> =>
    scene.rig.ask<Known | undefined>(
      `const all = Object.values(await browser.storage.session.get(null));
       return all.find((one) => one?.frames?.[0]?.address === ${JSON.stringify(page.url)})`,
    );
  const compute = (page: OpenPage, ms: number): Promise<void> =>
    later(scene.rig, page, `for (const end = Date.now() + ${ms}; Date.now() < end; );`);
  /** Opens a page and waits until its words have opened the gate and were read. */
  async function visitRead(file: string): Promise<OpenPage> {
    const page = await scene.visitWhole(file);
    const read = async () => (await known(page))?.frames[0]?.facts != null;
    expect(await comesTrue(8_000, read), 'it was read').toBe(true);
    return page;
  }

  it('a game in full screen with pointer and keyboard lock', async () => {
    const page = await scene.visitWhole('game.html');
    await scene.press(page, 'canvas');
    await staysOpen(page);
    expect(await scene.rig.inPage(page, inFull('tagName'))).toBe('CANVAS');
  });

  it('a video with sound in full screen', async () => {
    const page = await scene.visitWhole('video.html');
    await scene.rig.inPage(page, `document.getElementById('play').scrollIntoView()`);
    await scene.press(page, '#play');
    await scene.press(page, '#full');
    await staysOpen(page);
    expect((await scene.tabsWith(page))[0]?.muted, 'not muted').toBe(false);
    expect(await scene.rig.inPage(page, inFull('id'))).toBe('player');
  });

  it.each([
    ['a slide show: music by itself, full screen, no pointer, no menu', 'picture-slides.html'],
    [
      'an adventure in pictures: music, full screen, its own pointer, asks before it is left',
      'picture-game.html',
    ],
    ['a kiosk that locks its keys and waits for a touch', 'picture-kiosk.html'],
    ['an exam that takes screen and keys beside a number, in a language without rules', 'number-exam.html'],
  ])('%s', async (_what, file) => {
    const page = await scene.visitWhole(file);
    await scene.press(page, 'body');
    await staysOpen(page);
  });

  it.each([
    ['a picture that locks keys or pointer, with a siren,', 'picture-locker.html', 'only-picture'],
    [
      'a page with a number that holds the person, in such a language,',
      'number-locker.html',
      'holds-with-number',
    ],
  ])('and %s is warned of and not closed', async (_what, file, reason) => {
    const page = await scene.visitWhole(file);
    await scene.press(page, 'body');
    const found = await scene.noticed(page);
    expect(found.level).toBe('warn');
    expect(found.reasons.map(({ id }) => id)).toContain(reason);
    await sleep(WATCH_MS);
    expect(await scene.tabsWith(page), 'its tab is there').toHaveLength(1);
  });

  it('a form that asks before it is left', async () => {
    const page = await scene.visitWhole('form-beforeunload.html');
    await scene.press(page, 'textarea');
    await scene.rig.inPage(page, `document.querySelector('form').dispatchEvent(new Event('input'))`);
    await staysOpen(page);
    const asks = `(() => { const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event); return event.defaultPrevented })()`;
    expect(await scene.rig.inPage(page, asks), 'it still asks').toBe(true);
  });

  it('an article of which at first only the quoted alert is there', async () => {
    const page = await scene.visit('article-in-two-parts.html');
    await staysOpen(page);
  });

  it('an article that comes bit by bit', async () => {
    const page = await scene.visitWhole('article-bit-by-bit.html');
    await staysOpen(page);
  });

  it('and a fake alert that never ends to load is still noticed', async () => {
    const begin = Date.now();
    const page = await scene.visit('slow-locker.html');
    await scene.noticed(page);
    expect(Date.now() - begin).toBeLessThan(6_000);
    // Its warning is still on the way: written down after the scene is cleared it would be the next test's case.
    await sleep(WATCH_MS);
  });

  it('a quiz whose dialog is read for longer than a page may be silent', async () => {
    const page = await scene.visit('quiz.html');
    await sleep(3_000);
    await staysOpen(page);
  });

  it.each([
    ['an article with threat, company and number', 'article-with-lead.html'],
    ['a quiz with them, which is watched', 'quiz-held.html'],
  ])('%s, that computes for two seconds', async (_what, file) => {
    const page = await visitRead(file);
    await compute(page, 2_000);
    await sleep(WATCH_MS);
    await staysOpen(page);
  });

  it('an article that computes for two seconds while it is loaded', async () => {
    const page = await scene.visit('article-that-computes.html');
    await sleep(2_000);
    await staysOpen(page);
  });

  it('the same quiz computing for so long that its silence is judged', async () => {
    const page = await visitRead('quiz-held.html');
    const watched = async () => typeof (await known(page))?.lastBeat === 'number';
    expect(await comesTrue(5_000, watched), 'it is watched').toBe(true);
    await compute(page, 8_000);
    const judged = async () => ((await known(page))?.silentFor ?? 0) > 0;
    expect(await comesTrue(8_000, judged), 'its silence was judged').toBe(true);
    await staysOpen(page);
  });

  it('a lesson that shows an alert', async () => {
    const page = await scene.visit('alert-demo.html');
    await staysOpen(page);
  });
});
