import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../src/texts/en/guide.json';
import practice from '../../src/texts/en/practice.json';
import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { comesTrue, GUIDE, KINDS } from './browsing';
import { FAKE_VOICES, saidSoFar } from './fake-voices';
import { pressKey, tabTo } from './keyboard';

/** The guide and the practice without a mouse, and the guide by ear, in each browser. */

/** Answers, and the button that answers each step: "it didn't work" brings every other way out of a stuck screen. */
const BRANCHES = [
  [['saw'], '#done'],
  [['stuck'], '#failed'],
  [['called'], '#done'],
  [['remote'], '#done'],
  [['paid'], '#later'],
  [['secrets'], '#done'],
  [['stuck', 'remote', 'paid', 'secrets'], '#done'],
] as const;
const SETTINGS = { version: 1, language: 'en', country: 'FR' };
const PRACTICE = 'src/ui/practice/practice.html';
/** Longer than the practice asks for (src/ui/practice/esc-hold.ts). */
const ESC_MS = 2_300;

describe.each(KINDS)('without a mouse in %s', (kind) => {
  let rig: BrowserRig;
  let page: OpenPage;
  beforeAll(async () => {
    rig = await launch(kind);
    await rig.ask(`await browser.storage.local.set(${JSON.stringify({ settings: SETTINGS })})`);
  });
  afterAll(() => rig?.close());

  const has = (selector: string): Promise<boolean> =>
    rig.inPage<boolean>(page, `document.querySelector(${JSON.stringify(selector)}) !== null`);
  const heading = (): Promise<string> =>
    rig.inPage<string>(page, `document.querySelector('h1')?.textContent ?? ''`);
  async function open(path: string, ready: string): Promise<void> {
    page = await rig.open(rig.base + path);
    expect(await comesTrue(20_000, () => has(ready)), `${path} shows ${ready}`).toBe(true);
  }
  async function press(selector: string, key: 'Enter' | 'Space'): Promise<void> {
    expect(await tabTo(rig, page, selector), `Tab reaches ${selector} on "${await heading()}"`).toBe(true);
    await pressKey(rig, page, key);
  }
  /** Presses, and waits until another heading stands there. */
  async function goOn(selector: string): Promise<void> {
    const before = await heading();
    await press(selector, 'Enter');
    const moved = async (): Promise<boolean> => !['', before].includes(await heading());
    expect(await comesTrue(10_000, moved), `${selector} leads on from "${before}"`).toBe(true);
  }

  it.each(BRANCHES.map(([happened, answer]) => [happened.join(' and '), happened, answer] as const))(
    '%s: by keyboard alone from the question to the last step, and back to the start',
    async (_name, happened, answer) => {
      if (!page) await open(`${GUIDE}#start`, '[name=happened]');
      for (const one of happened) await press(`[name=happened][value=${one}]`, 'Space');
      await goOn('[type=submit]');
      let steps = 0;
      for (; (await has('#done')) && steps < 60; steps += 1) await goOn(answer);
      expect(steps).toBeGreaterThan(0);
      expect(await heading()).toBe(en['guide.end']);
      await press('#start-again', 'Enter'); // one page for all walks: this too has to be reached by keyboard
      await goOn('#start-again-yes');
      expect(await heading()).toBe(en['guide.relief']);
    },
    60_000,
  );

  it('reads aloud with a voice of this device only, marks what is read, and stops', async () => {
    await open(`${GUIDE}#stuck`, '#read-aloud');
    await rig.inPage(page, FAKE_VOICES);
    await press('#read-aloud', 'Enter');
    expect(await comesTrue(4_000, async () => (await saidSoFar(rig, page)).length === 1)).toBe(true);
    const label = (): Promise<string> =>
      rig.inPage(page, `document.querySelector('#read-aloud').textContent`);
    expect(await label()).toBe(en['guide.stopReading']);
    await rig.inPage(page, 'testVoices.goOn()');
    expect(await comesTrue(4_000, async () => (await saidSoFar(rig, page)).length === 2)).toBe(true);
    const said = await saidSoFar(rig, page);
    expect(said[0]?.text).toBe(await heading());
    expect(said.map(({ voice }) => voice)).toEqual(['near', 'near']);
    expect(said.map(({ marked }) => marked)).toEqual(said.map(({ text }) => [text]));
    await press('#read-aloud', 'Enter');
    const silent = `testVoices.stopped && document.querySelector('.spoken') === null`;
    expect(await comesTrue(4_000, () => rig.inPage<boolean>(page, silent))).toBe(true);
    expect(await comesTrue(4_000, async () => (await label()) === en['guide.read'])).toBe(true);
    expect(await saidSoFar(rig, page)).toHaveLength(2);
  });

  it('reads the answers of the first question too', async () => {
    await open(`${GUIDE}#start`, '#read-aloud');
    await rig.inPage(page, FAKE_VOICES);
    await press('#read-aloud', 'Enter');
    const read = async (): Promise<boolean> => {
      await rig.inPage(page, 'testVoices.goOn()');
      return (await saidSoFar(rig, page)).some(({ text }) => text.includes(en['guide.secrets']));
    };
    expect(await comesTrue(8_000, read)).toBe(true);
    const said = (await saidSoFar(rig, page)).map(({ text }) => text.trim());
    expect(said).toEqual(
      expect.arrayContaining([en['guide.relief'], en['guide.question'], en['guide.remote']]),
    );
  });

  it('says that there is no voice rather than use one that sends the text away', async () => {
    await open(`${GUIDE}#stuck`, '#read-aloud');
    await rig.inPage(page, `${FAKE_VOICES}, testVoices.onlyFar()`);
    await press('#read-aloud', 'Enter');
    const told = `document.body.textContent.includes(${JSON.stringify(en['guide.noVoice'])})`;
    expect(await comesTrue(6_000, () => rig.inPage<boolean>(page, told))).toBe(true);
    expect(await saidSoFar(rig, page)).toEqual([]);
  });

  it('practises: the long Esc, the window that fills the screen, and praise at the end', async () => {
    await open(PRACTICE, '#start');
    await goOn('#start');
    await comesTrue(2_000, () => rig.inPage<boolean>(page, `document.activeElement.id === 'leave'`));
    await pressKey(rig, page, 'Escape', ESC_MS);
    const moved = async (): Promise<boolean> => (await heading()) !== practice['practice.esc.title'];
    // A browser that keeps the key to itself in full screen shows it to the page only now.
    if (!(await comesTrue(3_000, moved))) await pressKey(rig, page, 'Escape', ESC_MS);
    const isAt = (title: string) => comesTrue(6_000, async () => (await heading()) === title);
    expect(await isAt(practice['practice.keys.title'])).toBe(true);
    // Our own keys and our button belong to the browser: no page can press them, so they are passed over.
    await goOn('#skip');
    await goOn('#skip');
    await press('#open-window', 'Enter');
    const task = page;
    const opened = async (): Promise<boolean> => {
      const found = await rig.find(`${rig.base}${PRACTICE}?window`);
      if (found) page = found;
      return found !== undefined && (await has('#leave'));
    };
    expect(await comesTrue(8_000, opened)).toBe(true);
    const isGone = async (): Promise<boolean> =>
      (await rig.find(`${rig.base}${PRACTICE}?window`)) === undefined;
    // The answer to the key may be lost with the window: then it is not waited for.
    await Promise.race([press('#leave', 'Enter').catch(() => undefined), comesTrue(15_000, isGone)]);
    page = task;
    expect(await isAt(practice['practice.end.some'])).toBe(true);
    expect(await rig.inPage<number>(page, `document.querySelectorAll('.ways li').length`)).toBe(2);
  });
});
