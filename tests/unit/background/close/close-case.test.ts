import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doneWithin } from '../clock-by-hand';
import { startWorker } from '../worker-parts';

const GUIDE = 'chrome-extension://sangfroid/src/ui/guide/guide.html?case=case-1';
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/close/close-case')) };
}

describe('closing a case', () => {
  it('tells how it ended: closed, by whom, when, how long it took', async () => {
    const { fake, closeCase, openCase, journal } = await start();
    const scam = fake.addTab('http://scam.test/');
    await openCase(scam.id);
    const ended = await doneWithin(10_000, () => closeCase('case-1', 'key'));
    expect(ended).toMatchObject({ state: 'closed', closedBy: 'key', companions: 0 });
    expect(ended?.closedAt).toBeGreaterThan(1_000_000_000_000);
    expect(ended?.timing.warnedMs).toBe(40);
    expect(ended?.timing.closedMs).toBeGreaterThan(0);
    expect(ended?.timing.closedMs).toBeLessThan(1_000);
    expect(journal.ends).toMatchObject([{ id: 7, closedBy: 'key' }]);
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('puts the guide in front and names it in the case', async () => {
    const { fake, closeCase, openCase, cases } = await start();
    await openCase(fake.addTab('http://scam.test/').id);
    await closeCase('case-1', 'itself');
    const guide = [...fake.tabList.values()].find(({ url }) => url === GUIDE);
    expect(guide).toBeDefined();
    expect((await cases.read('case-1'))?.pageTabId).toBe(guide?.id);
  });

  it('opens no second page where one of ours is in front already', async () => {
    const { fake, closeCase, openCase } = await start();
    const scam = fake.addTab('http://scam.test/');
    fake.addTab(WARNING);
    await openCase(scam.id);
    await closeCase('case-1', 'warning');
    expect(fake.ownPages()).toEqual([WARNING]);
  });

  it('brings the page that shows the case to the front instead of opening another', async () => {
    const { fake, closeCase, openCase } = await start();
    const page = fake.addTab(WARNING);
    const scam = fake.addTab('http://scam.test/');
    await openCase(scam.id, { pageTabId: page.id });
    const focus = vi.spyOn(fake.api.windows, 'update');
    await closeCase('case-1', 'key');
    expect(fake.ownPages()).toEqual([WARNING]);
    expect(fake.tabList.get(page.id)?.active).toBe(true);
    expect(focus).toHaveBeenCalledWith(page.windowId, { focused: true });
  });

  it('opens the guide where the page of the case has been closed', async () => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://scam.test/').id, { pageTabId: 999 });
    await closeCase('case-1', 'key');
    expect(fake.ownPages()).toEqual([GUIDE]);
  });

  it('looks for a page in front in the window of the scam only', async () => {
    const { fake, closeCase, openCase } = await start();
    const scam = fake.addTab('http://scam.test/', { windowId: 2 });
    fake.addTab(WARNING, { windowId: 1 });
    await openCase(scam.id, { windowId: 2 });
    await closeCase('case-1', 'key');
    expect(fake.ownPages()).toEqual([WARNING, GUIDE]);
  });

  it('asked twice at once, it runs once; asked later, it answers with what is known', async () => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://scam.test/').id);
    const [one, two] = await Promise.all([closeCase('case-1', 'key'), closeCase('case-1', 'menu')]);
    expect(two).toBe(one);
    expect(fake.ownPages()).toHaveLength(1);
    const calls = fake.calls.length;
    expect(await closeCase('case-1', 'menu')).toMatchObject({ state: 'closed', closedBy: 'key' });
    expect(fake.calls).toHaveLength(calls);
  });

  it('can be asked again when the first run is over and the tab stayed', async () => {
    const { fake, closeCase, openCase } = await start();
    const scam = fake.addTab('http://scam.test/');
    await openCase(scam.id);
    fake.faults.set('tabs.remove', 'hang').set('tabs.discard', 'reject');
    expect(await closeCase('case-1', 'key')).toMatchObject({ state: 'stuck', closedAt: null });
    fake.faults.clear();
    expect(await closeCase('case-1', 'warning')).toMatchObject({ state: 'closed', closedBy: 'warning' });
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('leaves a case alone that is unknown or that the person called a mistake', async () => {
    const { fake, closeCase, openCase } = await start();
    const page = fake.addTab('http://bread.test/');
    await openCase(page.id, { state: 'mistaken' });
    expect(await closeCase('nobody', 'key')).toBeNull();
    expect(await closeCase('case-1', 'key')).toMatchObject({ state: 'mistaken' });
    expect(fake.tabList.has(page.id)).toBe(true);
  });

  it('closes the tab even where the case is forgotten meanwhile', async () => {
    const { fake, closeCase, openCase, cases } = await start();
    const scam = fake.addTab('http://scam.test/');
    await openCase(scam.id);
    const { remove } = fake.api.tabs;
    fake.api.tabs.remove = async (id) => {
      await cases.drop('case-1');
      return remove(id);
    };
    expect(await closeCase('case-1', 'key')).toBeNull();
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('closes the tabs it opened with it, counts them, and forgets them all', async () => {
    const { fake, closeCase, openCase, tell, cases, tabStates } = await start();
    const other = fake.addTab('http://bread.test/');
    const scam = fake.addTab('http://scam.test/');
    const popups = [fake.addTab('http://one.test/'), fake.addTab('http://two.test/')];
    await openCase(scam.id);
    await tell(scam.id, { opened: popups.map(({ id }) => ({ tabId: id, at: Date.now() })) });
    await closeCase('case-1', 'itself');
    expect((await cases.read('case-1'))?.companions).toBe(2);
    expect([...fake.tabList.values()].map(({ url }) => url)).toEqual([other.url, GUIDE]);
    expect(await tabStates.ids()).toEqual([]);
  });

  it('closes none of the tabs it opened where the person just wanted a page gone', async () => {
    const { fake, closeCase, openCase, tell } = await start();
    const page = fake.addTab('http://bread.test/');
    const link = fake.addTab('http://bread.test/oven');
    await openCase(page.id, { address: page.url, host: 'bread.test', level: 'quiet' });
    await tell(page.id, { opened: [{ tabId: link.id, at: Date.now() }] });
    expect(await closeCase('case-1', 'key')).toMatchObject({ state: 'closed', companions: 0 });
    expect(fake.tabList.has(link.id)).toBe(true);
  });

  it('says stuck when one of the tabs stays', async () => {
    const { fake, closeCase, openCase, tell } = await start();
    const scam = fake.addTab('http://scam.test/');
    const popup = fake.addTab('http://one.test/');
    await openCase(scam.id);
    await tell(scam.id, { opened: [{ tabId: popup.id, at: Date.now() }] });
    fake.untouchable.add(popup.id);
    expect(await closeCase('case-1', 'itself')).toMatchObject({ state: 'stuck', closedAt: null });
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('holds the address back before the tab goes', async () => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://scam.test/').id);
    await closeCase('case-1', 'itself');
    expect(fake.calls.indexOf('dnr.updateDynamicRules')).toBeLessThan(fake.calls.indexOf('tabs.discard'));
  });

  it('holds the other addresses of its site back too, whichever tab has gone by itself', async () => {
    const { fake, closeCase, openCase, tell } = await start();
    const scam = fake.addTab('http://scam.test/');
    const popups = [fake.addTab('http://scam.test/gone'), fake.addTab('http://scam.test/two')];
    await openCase(scam.id);
    await tell(scam.id, { opened: popups.map(({ id }) => ({ tabId: id, at: Date.now() })) });
    fake.tabList.delete(popups[0]?.id ?? 0);
    await closeCase('case-1', 'itself');
    expect(JSON.stringify([...fake.rules.values()])).toContain('two');
  });

  it('holds back what it opened on other hosts where that is suspicious too, no platform, and nothing that is quiet', async () => {
    const { fake, closeCase, openCase, tell } = await start();
    const scam = fake.addTab('http://scam.test/');
    const addresses = [
      'http://other.test/two',
      'https://sites.google.com/view/three',
      'http://quiet.test/four',
    ];
    const opened = addresses.map((address) => fake.addTab(address));
    await openCase(scam.id);
    await tell(scam.id, { opened: opened.map(({ id }) => ({ tabId: id, at: Date.now(), popup: true })) });
    for (const { id, url } of opened.slice(0, 2)) await tell(id, { level: 'warn' }, url);
    const forgetClosedTab = vi.fn(() => Promise.resolve());
    const recent = addresses.map((url, index) => ({ tab: { url, sessionId: String(index), windowId: 1 } }));
    Object.assign(fake.api.sessions, { forgetClosedTab, getRecentlyClosed: () => Promise.resolve(recent) });
    await closeCase('case-1', 'itself');
    const held = JSON.stringify([...fake.rules.values()]);
    expect(['two', 'three', 'four'].filter((name) => held.includes(name))).toEqual(['two']);
    expect(forgetClosedTab.mock.calls, 'what is closed last').toEqual([[1, '0']]);
  });

  it.each([
    ['is taken out', 'warn', [[1, 'last']]],
    ['stays, where nobody called it a scam', 'quiet', []],
  ] as const)('of what was closed last, it %s', async (_what, level, forgotten) => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://bread.test/').id, { level });
    const forgetClosedTab = vi.fn(() => Promise.resolve());
    const recent = [{ tab: { url: 'http://bread.test/', sessionId: 'last', windowId: 1 } }];
    Object.assign(fake.api.sessions, { forgetClosedTab, getRecentlyClosed: () => Promise.resolve(recent) });
    await closeCase('case-1', 'key');
    expect(forgetClosedTab.mock.calls).toEqual(forgotten);
  });

  it('waits 150 ms for that at the most', async () => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://scam.test/').id);
    fake.faults.set('dnr.updateSessionRules', 'hang');
    const ended = await doneWithin(10_000, () => closeCase('case-1', 'itself'));
    expect(ended?.timing.closedMs).toBeGreaterThanOrEqual(150);
    expect(ended?.timing.closedMs).toBeLessThan(400);
  });

  it('does not wait until what outlasts the session is written, and that is asked for all the same', async () => {
    const { fake, closeCase, openCase } = await start();
    await openCase(fake.addTab('http://scam.test/').id);
    fake.faults.set('dnr.updateDynamicRules', 'hang');
    const ended = await doneWithin(10_000, () => closeCase('case-1', 'itself'));
    expect(ended?.timing.closedMs).toBeLessThan(100);
    expect(fake.calls).toContain('dnr.updateDynamicRules');
  });
});
