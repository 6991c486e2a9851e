import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabsOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { sleep, until } from '../rig/processes';
import { axeFindings } from './axe';
import { comesTrue, KINDS, middleOf } from './browsing';
import { addIncident } from './journal-rows';
import { findingsInBothThemes } from './themes';

/** The warning, the journal, the practice and the guard as a person meets them, without a scam around them. */

/** The person needs to see our page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 750;
const HOUR_MS = 3_600_000;

describe.each(KINDS)('our screens in %s', (kind) => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await launch(kind);
  });
  afterAll(() => rig?.close());

  async function open(path: string, ready: string): Promise<OpenPage> {
    const page = await rig.open(`${rig.base}src/ui/${path}`);
    expect(await comesTrue(20_000, () => has(page, ready)), `${path} shows ${ready}`).toBe(true);
    return page;
  }
  const has = (page: OpenPage, selector: string): Promise<boolean> =>
    rig.inPage<boolean>(page, `document.querySelector(${JSON.stringify(selector)}) !== null`);
  const textOf = (page: OpenPage, selector: string): Promise<string> =>
    rig.inPage<string>(page, `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
  async function press(page: OpenPage, selector: string): Promise<void> {
    await rig.inPage(
      page,
      `document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center' })`,
    );
    await rig.click(page, await middleOf(rig, page, selector));
  }
  const findings = (page: OpenPage): Promise<string[]> => findingsInBothThemes(rig, page);

  /** Puts a case about a real, harmless tab of ours into the session. @returns the id of that tab. */
  const seedCase = (id: string, change: object = {}): Promise<number> =>
    rig.ask<number>(`
      const tab = await browser.tabs.create({ url: 'about:blank', active: false });
      const found = { id: '${id}', level: 'warn', state: 'warned', tabId: tab.id, windowId: tab.windowId,
        incognito: false, address: 'https://alert.example/', host: 'alert.example', title: 'Alert', reasons: [],
        phones: [], codes: [], noticedAt: Date.now(), closedAt: null, closedBy: null, companions: 0,
        incidentId: null, pageTabId: null, injectedIntoHonestSite: false, reopened: false,
        timing: { warnedMs: 1, closedMs: null }, ...${JSON.stringify(change)} };
      await browser.storage.session.set({ ['case:${id}']: found });
      return tab.id`);
  const isOpen = async (tabId: number): Promise<boolean> =>
    (await tabsOf(rig)).some(({ id }) => id === tabId);

  it('the warning takes only a real press, and not at once', async () => {
    const tabId = await seedCase('press');
    const page = await open('warning/warning.html?case=press', '#close-scam');
    expect(await rig.inPage(page, 'document.activeElement.id')).toBe('close-scam');
    expect(await findings(page)).toEqual([]);
    await sleep(CAREFUL_MS);
    await rig.inPage(page, `document.querySelector('#close-scam').click()`);
    await sleep(400);
    expect(await isOpen(tabId)).toBe(true);
    await press(page, '#close-scam');
    expect(await comesTrue(6_000, async () => !(await isOpen(tabId)))).toBe(true);
    expect(
      await comesTrue(
        6_000,
        async () => (await rig.find(`${rig.base}src/ui/guide/guide.html?case=press`)) !== undefined,
      ),
    ).toBe(true);
  });

  it('the warning trusts a site only in two steps', async () => {
    const tabId = await seedCase('trust');
    const page = await open('warning/warning.html?case=trust', '#mistake');
    await sleep(CAREFUL_MS);
    await press(page, '#mistake');
    expect(await comesTrue(4_000, () => has(page, '#mistake-yes'))).toBe(true);
    expect(await findings(page)).toEqual([]);
    expect(await trusted(rig)).not.toContain('alert.example');
    await sleep(CAREFUL_MS);
    await press(page, '#mistake-yes');
    expect(await comesTrue(6_000, async () => (await trusted(rig)).includes('alert.example'))).toBe(true);
    expect(await isOpen(tabId)).toBe(true);
  });

  it.each([
    ['stuck', '?case=held', { state: 'stuck' }],
    ['unknown', '?case=nobody', {}],
    ['held back', '?blocked=1&case=held', { state: 'closed' }],
    ['a number put into a real site', '?case=held', { injectedIntoHonestSite: true }],
  ])('the warning is whole when the case is %s', async (_what, query, change) => {
    await seedCase('held', change);
    const page = await open(`warning/warning.html${query}`, '.button-main');
    expect(await findings(page)).toEqual([]);
  });

  it('the practice can be walked to its end and left at every step', async () => {
    const page = await open('practice/practice.html', '#start');
    expect(await findings(page)).toEqual([]);
    await press(page, '#start');
    const seen: string[] = [];
    while (!(await has(page, '#finish')) && seen.length < 8) {
      await sleep(500); // full screen needs a moment
      seen.push(await textOf(page, 'h1'));
      const exits = `document.querySelectorAll('#leave, #leave-page').length`;
      expect(await rig.inPage<number>(page, exits)).toBeGreaterThan(0);
      expect(await axeFindings((expression) => rig.inPage(page, expression))).toEqual([]);
      const out = `Promise.resolve(document.fullscreenElement && document.exitFullscreen())`;
      await rig.inPage(page, `${out}.then(() => document.querySelector('#skip').click())`);
      const moved = async (): Promise<boolean> => (await textOf(page, 'h1')) !== seen.at(-1);
      expect(await comesTrue(6_000, moved)).toBe(true);
    }
    expect(seen).toHaveLength(4);
    expect(await findings(page)).toEqual([]);
  });

  it('the guard asks before a remote-control site, and goes on when told so', async () => {
    await open('journal/journal.html', 'h1'); // makes the database
    await addIncident(rig, Date.now() - HOUR_MS);
    await rig.open('https://anydesk.com/');
    const asked = await until(8_000, () => rig.find(`${rig.base}src/ui/guard/guard.html`));
    expect(asked).toBeDefined();
    if (!asked) return;
    expect(await comesTrue(6_000, () => has(asked, '#guard-no'))).toBe(true);
    expect(await textOf(asked, '#why')).toContain('AnyDesk');
    expect(await findings(asked)).toEqual([]);
    await sleep(CAREFUL_MS);
    await press(asked, '#guard-no');
    const left = async (): Promise<boolean> =>
      (await rig.find(`${rig.base}src/ui/guard/guard.html`)) === undefined;
    expect(await comesTrue(8_000, left)).toBe(true);
  });

  it('the guard says to hang up when someone is on the phone, and leads to the guide', async () => {
    const page = await open(
      'guard/guard.html?program=AnyDesk&address=https%3A%2F%2Fanydesk.com%2F',
      '#guard-yes',
    );
    await sleep(CAREFUL_MS); // nobody presses in the tenth of a second in which the page still takes its place
    await press(page, '#guard-yes');
    expect(await comesTrue(4_000, () => has(page, '#guard-guide'))).toBe(true);
    expect(await rig.inPage(page, 'document.activeElement.id')).toBe('guard-guide');
    expect(await findings(page)).toEqual([]);
    await press(page, '#guard-guide');
    const guided = async () => (await rig.find(`${rig.base}src/ui/guide/guide.html`)) !== undefined; // which asks first
    expect(await comesTrue(6_000, guided)).toBe(true);
  });
});

async function trusted(rig: BrowserRig): Promise<string[]> {
  return rig.ask<string[]>(`const { settings } = await browser.storage.local.get('settings');
    return (settings?.trustedSites ?? []).map(({ host }) => host)`);
}
