import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import { sleep, until } from '../rig/processes';
import { comesTrue } from './browsing';
import { BROWSERS, Scene } from './scene';

/** What the worker knows of a page. */
interface Known {
  level: string;
  lastBeat: number | null;
  silentFor: number;
  frames: Record<number, { address: string; facts: object | null }>;
}

/** Longer than a verdict takes after the page goes on. */
const WATCH_MS = 2_000;
/** A page is judged for its silence after 2.5 s. */
const JUDGED_MS = 8_000;
/** So often a page is asked for until the debugger holds it at the moment that is wanted. */
const TRIES = 8;

// A person who looks for a mistake in a page of theirs holds it with a debugger: it answers nothing, and is in no loop.
describe.runIf(BROWSERS.includes('chromium'))('a debugger holds an honest page in chromium', () => {
  let scene: Scene;
  let rig: ChromiumRaw;
  beforeAll(async () => {
    scene = await Scene.open('chromium');
    rig = scene.rig as ChromiumRaw;
  });
  afterEach(() => scene.clear());
  afterAll(() => scene?.close());

  const known = (page: OpenPage): Promise<Known | undefined> =>
    rig.ask<Known | undefined>(
      `const all = Object.values(await browser.storage.session.get(null));
       return all.find((one) => one?.frames?.[0]?.address === ${JSON.stringify(page.url)})`,
    );

  /** Holds a page as a `debugger` statement does under open developer tools. @returns lets it go on */
  async function hold(page: OpenPage): Promise<() => Promise<unknown>> {
    const session = await rig.attach(page);
    let held = false;
    rig.pipe.on('Debugger.paused', (_params, from) => (held ||= from === session));
    await rig.pipe.send('Debugger.enable', {}, session);
    // Not awaited: it answers when the page goes on.
    void rig.pipe.send('Runtime.evaluate', { expression: 'debugger' }, session).catch(() => undefined);
    expect(await until(5_000, () => held || undefined), 'held').toBe(true);
    return () => rig.pipe.send('Debugger.resume', {}, session);
  }

  /** Opens a page and holds it while `moment` is true of it. @returns the page, and how to let it go on */
  async function heldWhile(file: string, moment: (state: Known) => boolean) {
    for (let round = 0; round < TRIES; round += 1) {
      const page = await scene.visit(file);
      const now = async () => ((await known(page)) ?? { frames: {} }) as Known;
      await comesTrue(3_000, async () => moment(await now()));
      const goOn = await hold(page);
      if (moment(await now())) return { page, goOn };
      await goOn();
    }
    throw new Error(`${file} was never held at that moment.`);
  }

  it.each<[string, string, (state: Known) => boolean]>([
    [
      'an article of which only the quoted alert is there, before it was read',
      'article-with-lead.html',
      ({ lastBeat, frames }) => typeof lastBeat === 'number' && frames[0]?.facts === null,
    ],
    [
      'a quiz that is watched',
      'quiz-held.html',
      ({ lastBeat, frames }) => typeof lastBeat === 'number' && frames[0]?.facts != null,
    ],
  ])('%s: not warned of while it is held, nor when it goes on', async (_what, file, moment) => {
    const { page, goOn } = await heldWhile(file, moment);
    const silent = async () => ((await known(page))?.silentFor ?? 0) > 0;
    expect(await comesTrue(JUDGED_MS, silent), 'its silence was judged').toBe(true);
    await sleep(500);
    expect(await casesOf(rig), 'held').toEqual([]);
    await goOn();
    await sleep(WATCH_MS);
    expect(await casesOf(rig), 'gone on').toEqual([]);
    expect(await scene.tabsWith(page), 'its tab is there').toHaveLength(1);
    expect((await known(page))?.silentFor, 'its silence is over').toBe(0);
  });
});
