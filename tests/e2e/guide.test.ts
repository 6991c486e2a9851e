import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../src/texts/en/guide.json';
import steps from '../../src/texts/en/guide-steps.json';
import { HAPPENINGS } from '../../src/ui/guide/plan/answers';
import { CATALOGUE } from '../../src/ui/guide/plan/plan';
import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { findingsInBothThemes } from './themes';
import { sleep } from '../rig/processes';
import { comesTrue, GUIDE, KINDS } from './browsing';
import { openInstalled, type Installed } from './installed';

/** The guide from the first question to the last step, in each browser. */

const START_LIMIT_MS = 150_000;
const SETTINGS = { version: 1, language: 'en', country: 'FR' };

/** Each answer alone, and mixtures of them. */
const BRANCHES = [
  ['saw'],
  ['stuck'],
  ['called'],
  ['remote'],
  ['paid'],
  ['secrets'],
  ['stuck', 'called'],
  ['remote', 'paid'],
  ['stuck', 'remote', 'paid', 'secrets'],
];

interface Walk {
  /** Headings of the steps, in the order they came. */
  titles: string[];
  end: string;
  /** Focus was on the new heading after each step. */
  focusKept: boolean;
}

/** Runs inside the page: answers the question, then each step with the marks in turn, until there is no step. */
async function walkThrough(happened: string[], marks: string[]): Promise<Walk> {
  const heading = (): HTMLElement | null => document.querySelector('#heading');
  const moved = async (from: HTMLElement | null): Promise<void> => {
    for (let wait = 0; wait < 100 && (heading() === from || heading() === null); wait += 1)
      await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 20));
  };
  const press = async (selector: string): Promise<void> => {
    const from = heading();
    document.querySelector<HTMLElement>(selector)?.click();
    await moved(from);
  };
  for (const one of happened) document.querySelector<HTMLElement>(`[name=happened][value=${one}]`)?.click();
  await press('[type=submit]');
  const walk: Walk = { titles: [], end: '', focusKept: true };
  while (document.querySelector('#done') && walk.titles.length < 60) {
    walk.titles.push(heading()?.textContent ?? '');
    await press(`#${marks[walk.titles.length % marks.length]}`);
    walk.focusKept &&= document.activeElement === heading();
  }
  walk.end = heading()?.textContent ?? '';
  return walk;
}

function call(happened: string[], marks: string[]): string {
  return `(${walkThrough.toString()})(${JSON.stringify(happened)}, ${JSON.stringify(marks)})`;
}

interface Mixture {
  happened: string[];
  titles: string[];
  end: string;
}

/** Runs inside the page, on the first screen: each mixture of answers to its end and back, "Done" at every step. */
async function walkMixtures(mixtures: string[][]): Promise<Mixture[]> {
  const heading = (): HTMLElement | null => document.querySelector('#heading');
  const press = async (selector: string): Promise<void> => {
    const from = heading();
    document.querySelector<HTMLElement>(selector)?.click();
    for (let wait = 0; wait < 500 && (heading() === from || heading() === null); wait += 1)
      await new Promise((done) => setTimeout(done));
  };
  const walks: Mixture[] = [];
  for (const happened of mixtures) {
    for (const one of happened) document.querySelector<HTMLElement>(`[name=happened][value=${one}]`)?.click();
    await press('[type=submit]');
    const titles: string[] = [];
    while (document.querySelector('#done') && titles.length < 60) {
      titles.push(heading()?.textContent ?? '');
      await press('#done');
    }
    walks.push({ happened, titles, end: heading()?.textContent ?? '' });
    document.querySelector<HTMLElement>('#start-again')?.click();
    await press('#start-again-yes');
  }
  return walks;
}

/** All mixtures of the answers; "only saw" counts for nothing beside another, so that it is mixed in once. */
const OTHERS = HAPPENINGS.filter((one) => one !== 'saw');
const MIXTURES = [
  ['saw'],
  ['saw', 'paid'],
  ...Array.from({ length: 2 ** OTHERS.length - 1 }, (_none, at) =>
    OTHERS.filter((_one, bit) => ((at + 1) >> bit) & 1),
  ),
];
/** As many as one question to the browser has time for. */
const AT_ONCE = 9;

/** In this order whenever they come. */
const ORDER = [
  'hang-up',
  'bank-today',
  'disconnect',
  'hold-esc',
  'remove-tool',
  'passwords',
  'letter',
  'tell-someone',
];

function titleOf(step: string): string {
  return (steps as Record<string, string>)[`step.${step}.title`] ?? '';
}

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
        const walk = await rig.inPage<Walk>(await open('#start'), call([...happened], marks));
        expect(walk.end).toBe(en['guide.end']);
        expect(walk.titles.length).toBeGreaterThan(3);
        expect(new Set(walk.titles).size).toBe(walk.titles.length);
        expect(walk.focusKept).toBe(true);
        const known = ORDER.map(titleOf).filter((title) => walk.titles.includes(title));
        expect(walk.titles.filter((title) => known.includes(title))).toEqual(known);
        await rig.closeOthers();
      }
    },
    90_000,
  );

  it('every mixture of answers is one list in the right order, to its end', async () => {
    const page = await open('#start');
    const order = CATALOGUE.map(({ id }) => titleOf(id));
    for (let at = 0; at < MIXTURES.length; at += AT_ONCE) {
      const some = JSON.stringify(MIXTURES.slice(at, at + AT_ONCE));
      for (const { happened, titles, end } of await rig.inPage<Mixture[]>(
        page,
        `(${walkMixtures.toString()})(${some})`,
      )) {
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

  it('shows the number only masked and small, never as a link', async () => {
    await rig.ask(`await browser.storage.session.set({ 'case:guide-e2e': { id: 'guide-e2e', level: 'act',
      state: 'closed', tabId: 1, windowId: 1, incognito: false, address: 'https://alert.example/',
      host: 'alert.example', title: 'Alert', reasons: [], phones: ['+1 800 555 0142'], codes: ['0x80072ee7'],
      noticedAt: Date.now(), closedAt: Date.now(), closedBy: 'itself', companions: 0, incidentId: null,
      injectedIntoHonestSite: false, reopened: false, timing: { noticedMs: 1, closedMs: 1 } } })`);
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
