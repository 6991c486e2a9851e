import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../src/texts/en/guide.json';
import { CATALOGUE } from '../../src/ui/guide/plan/plan';
import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { findingsInBothThemes } from './themes';
import { sleep } from '../rig/processes';
import { comesTrue, GUIDE, KINDS } from './browsing';
import {
  AT_ONCE,
  BRANCHES,
  MIXTURES,
  ORDER,
  titleOf,
  walk,
  walkSome,
  type Mixture,
  type Walk,
} from './guide-walk';
import { openInstalled, type Installed } from './installed';

/** The guide from the first question to the last step, in each browser. */

const START_LIMIT_MS = 150_000;
const SETTINGS = { version: 1, language: 'en', country: 'FR' };

describe.each(KINDS)('the guide in %s', (kind) => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await launch(kind);
  });
  afterAll(() => rig?.close());

  async function open(hash: string, saved: object = {}): Promise<OpenPage> {
    await rig.ask(`await browser.storage.local.remove('guideProgress');
      await browser.storage.local.set(${JSON.stringify({ settings: SETTINGS, ...saved })})`);
    const page = await rig.open(`${rig.base}${GUIDE}${hash}`);
    const ready = (): Promise<boolean> => rig.inPage<boolean>(page, `!!document.querySelector('#heading')`);
    expect(await comesTrue(20_000, ready), hash).toBe(true);
    return page;
  }
  const headingOf = (page: OpenPage): Promise<string> =>
    rig.inPage<string>(page, `document.querySelector('#heading').textContent`);

  it.each(BRANCHES.map((happened) => [happened.join(' and '), happened] as const))(
    '%s: every step to the last, also when something does not work or has to wait',
    async (_name, happened) => {
      for (const marks of [['failed'], ['later', 'done', 'failed']]) {
        const walked = await rig.inPage<Walk>(await open('#start'), walk([...happened], marks));
        expect(walked.end).toBe(en['guide.end']);
        expect(walked.titles.length).toBeGreaterThan(3);
        expect(new Set(walked.titles).size).toBe(walked.titles.length);
        expect(walked.focusKept).toBe(true);
        const known = ORDER.map(titleOf).filter((title) => walked.titles.includes(title));
        expect(walked.titles.filter((title) => known.includes(title))).toEqual(known);
        await rig.closeOthers();
      }
    },
    90_000,
  );

  it('every mixture of answers is one list in the right order, to its end', async () => {
    const page = await open('#start');
    const order = CATALOGUE.map(({ id }) => titleOf(id));
    for (let at = 0; at < MIXTURES.length; at += AT_ONCE) {
      const some = walkSome(MIXTURES.slice(at, at + AT_ONCE));
      for (const { happened, titles, end } of await rig.inPage<Mixture[]>(page, some)) {
        const name = happened.join(' and ');
        expect(end, name).toBe(en['guide.end']);
        expect(titles.length, name).toBeGreaterThan(3);
        expect(titles, name).toEqual(order.filter((title) => titles.includes(title)));
      }
    }
  }, 90_000);

  it('opens at the right step from a link, and asks how it was paid first', async () => {
    expect(await headingOf(await open('#stuck'))).toBe(titleOf('hold-esc'));
    const page = await open('#paid');
    expect(await headingOf(page)).toBe(en['guide.relief']);
    expect(await rig.inPage(page, `document.querySelector('[value=paid]').checked`)).toBe(true);
    expect(await rig.inPage(page, `document.querySelector('[name=means]').closest('fieldset').hidden`)).toBe(
      false,
    );
  });

  it('another device: the steps change, the keyboard and what was typed stay', async () => {
    const page = await open('#tools');
    const cards = `[...document.querySelectorAll('.results .card h2')].map((name) => name.textContent)`;
    await rig.inPage(
      page,
      `(() => { const field = document.querySelector('.field input'); field.value = 'splashtop';
      field.dispatchEvent(new Event('input')); const list = document.querySelector('#device-system');
      list.closest('details').open = true; list.value = 'macos'; list.dispatchEvent(new Event('change')) })()`,
    );
    const isThere = (): Promise<boolean> =>
      rig.inPage<boolean>(
        page,
        `document.querySelector('.results')?.textContent.includes('Streamer') ?? false`,
      );
    expect(await comesTrue(6_000, isThere)).toBe(true);
    expect(await rig.inPage(page, cards)).toEqual(['Splashtop']);
    const focus = `[document.activeElement.id, document.activeElement.closest('details')?.open]`;
    expect(await rig.inPage(page, focus)).toEqual(['device-system', true]);
  });

  it('what was typed for the bank stands in the letter too, and is not stored', async () => {
    const page = await open('#bank');
    await rig.inPage(
      page,
      `(() => { const [, amount] = document.querySelectorAll('.field input'); amount.value = '1234 coins';
      amount.dispatchEvent(new Event('input')); location.hash = 'letter' })()`,
    );
    const isThere = (): Promise<boolean> =>
      rig.inPage<boolean>(
        page,
        `document.querySelector('.letter')?.textContent.includes('1234 coins') ?? false`,
      );
    expect(await comesTrue(6_000, isThere)).toBe(true);
    expect(
      await rig.ask(`return JSON.stringify(await browser.storage.local.get(null)).includes('1234 coins')`),
    ).toBe(false);
  });

  it('shows the number only masked and small, never as a link', async () => {
    await rig.ask(`await browser.storage.session.set({ 'case:guide-e2e': { id: 'guide-e2e', level: 'act',
      state: 'closed', tabId: 1, windowId: 1, incognito: false, address: 'https://alert.example/',
      host: 'alert.example', title: 'Alert', reasons: [], phones: ['+1 800 555 0142'], codes: ['0x80072ee7'],
      noticedAt: Date.now(), closedAt: Date.now(), closedBy: 'itself', companions: 0, incidentId: null,
      injectedIntoHonestSite: false, reopened: false, timing: { warnedMs: 1, closedMs: 1 } } })`);
    const page = await open('?case=guide-e2e');
    const text = await rig.inPage<string>(page, `document.querySelector('.case').textContent`);
    expect(text).toContain('alert.example');
    expect(text).toContain('+1 8•• ••• ••42');
    expect(text).not.toContain('0142');
    expect(await rig.inPage(page, `document.querySelectorAll('[href^="tel:"]').length`)).toBe(0);
    expect(await findingsInBothThemes(rig, page)).toEqual([]);
  });

  it.each(['start', 'stuck', 'remote', 'tools', 'bank', 'letter', 'help', 'how', 'repair', 'tell'])(
    '#%s has nothing for axe to find',
    async (screen) => {
      const page = await open(`#${screen}`);
      expect(await findingsInBothThemes(rig, page)).toEqual([]);
    },
  );

  it('nor have the questions that follow, programs that were found, an address to copy, and the end', async () => {
    const marked = (happened: string[], marks: object): object => ({
      guideProgress: { answers: { happened, means: [], secrets: [] }, marks },
    });
    const stuck = { 'hold-esc': 'done', 'reopen-clean': 'failed', 'reopen-offline': 'failed' };
    const saw = { 'close-page': 'later', notifications: 'failed', updates: 'done', 'block-ads': 'done' };
    const found = `(() => { const field = document.querySelector('.field input'); field.value = 'a';
      field.dispatchEvent(new Event('input')); return document.querySelectorAll('.results .card').length })()`;
    const count = (selector: string): string => `document.querySelectorAll('${selector}').length`;
    for (const [hash, saved, there] of [
      [
        '#paid,secrets',
        {},
        count('fieldset:not([hidden]) [name=means], fieldset:not([hidden]) [name=secrets]'),
      ],
      ['#tools', {}, found],
      ['#plan', marked(['stuck'], stuck), count('.address code')],
      ['#plan', marked(['saw'], { ...saw, 'tell-someone': 'done' }), count('.open-steps button')],
    ] as const) {
      const page = await open(hash, saved);
      expect(await rig.inPage<number>(page, there), hash).toBeGreaterThan(0);
      expect(await findingsInBothThemes(rig, page), hash).toEqual([]);
    }
  });
});

describe.each(KINDS)('progress in %s', (kind) => {
  let browser: Installed;
  beforeAll(async () => {
    browser = await openInstalled(kind);
  }, START_LIMIT_MS);
  afterAll(() => browser?.close());

  async function headingAt(hash: string, press = ''): Promise<string> {
    const page = await browser.rig.open(`${browser.rig.base}${GUIDE}${hash}`);
    const look = (): Promise<string> =>
      browser.rig.inPage<string>(page, `document.querySelector('#heading')?.textContent ?? ''`);
    // A screen may be drawn twice, without a heading in between: what stands twice in a row has come to rest.
    const settled = async (not: string): Promise<string> => {
      let last = '';
      await comesTrue(20_000, async () => {
        const before = last;
        last = await look().catch(() => '');
        await sleep(150);
        return last !== '' && last !== not && last === before;
      });
      return last;
    };
    const first = await settled('');
    if (press === '') return first;
    await browser.rig.inPage(page, `document.querySelector('${press}').click()`);
    return settled(first);
  }

  it(
    'is there again after the browser was closed',
    async () => {
      await browser.ask(`await browser.storage.local.set(${JSON.stringify({ settings: SETTINGS })})`);
      const reached = await headingAt('#remote', '#done');
      expect(reached).toBe(titleOf('bank-today'));
      await browser.quit();
      await browser.startAgain();
      expect(await headingAt('#resume')).toBe(reached);
    },
    START_LIMIT_MS,
  );
});
