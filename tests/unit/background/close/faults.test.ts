import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';
import { verdict } from '../verdicts';

/** The fault run: whatever one call of the browser does, the scam ends closed or reported, and a page of ours is open. */
const CALLS = [
  'tabs.discard', 'tabs.captureVisibleTab', 'tabs.sendMessage', 'tabs.update', 'tabs.query', 'windows.get',
  'windows.update', 'windows.getAll', 'storage.session.get', 'storage.session.set', 'storage.session.remove',
  'storage.local.get', 'storage.local.set', 'sessions.getRecentlyClosed', 'dnr.updateDynamicRules', 'dnr.updateSessionRules',
  'tabs.remove',
]; // prettier-ignore

let fake: FakeBrowser;

async function start() {
  vi.resetModules();
  fake = new FakeBrowser();
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  vi.doMock('../../../../src/storage/incidents', () => ({
    addIncident: () => Promise.resolve(null),
    updateIncident: () => Promise.resolve(false),
  }));
  vi.doMock('../../../../src/storage/incident-times', () => ({
    expire: () => Promise.resolve(0),
    lastIncidentAt: () => Promise.resolve(null),
  }));
  return {
    respond: (await import('../../../../src/background/judge/respond')).respond,
    closeCase: (await import('../../../../src/background/close/close-case')).closeCase,
    warn: (await import('../../../../src/background/judge/warn')).warn,
    cases: (await import('../../../../src/background/state/cases')).cases,
    openCase: (await import('../../../../src/background/state/cases')).openCase,
    tabStates: (await import('../../../../src/background/state/tab-state')).tabStates,
    resumed: await import('../../../../src/background/resume'),
  };
}

const caseStates = () =>
  [...fake.stores.session.entries()]
    .filter(([key]) => key.startsWith('case:'))
    .map(([, value]) => (value as { state: string }).state);

/** The clock leaps to whatever is waited for next: 12 s of a hanging call cost nothing. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('a page that traps the person', () => {
  it('is closed with the guide in front', async () => {
    const { respond } = await start();
    const scam = fake.addTab('http://scam.test/');
    await respond(scam.id, verdict('act'));
    expect([...fake.tabList.values()].some((tab) => tab.url === scam.url)).toBe(false);
    expect(fake.ownPages()).toHaveLength(1);
    expect(fake.ownPages()[0]).toContain('guide.html?case=');
    expect(fake.rules.size).toBe(1);
  });

  for (const fault of ['reject', 'hang'] as const)
    it.each(CALLS)(`ends closed or reported when %s does ${fault}`, async (call) => {
      const { respond } = await start();
      const scam = fake.addTab('http://scam.test/');
      fake.faults.set(call, fault);
      await Promise.race([
        respond(scam.id, verdict('act')),
        new Promise((resolve) => setTimeout(resolve, 12_000)),
      ]);
      const gone = ![...fake.tabList.values()].some((tab) => tab.url === scam.url);
      expect(gone || caseStates().includes('stuck')).toBe(true);
      expect(fake.ownPages().length).toBeGreaterThan(0);
    });
});

describe('a suspicious page', () => {
  it('is warned of where the browser tells late of its tab: late is not gone', async () => {
    const { respond } = await start();
    const scam = fake.addTab('http://scam.test/');
    const { get } = fake.api.tabs;
    fake.api.tabs.get = async (id: number) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return get(id);
    };
    await respond(scam.id, verdict('warn'));
    expect(fake.ownPages()[0]).toContain('warning.html?case=');
  });

  it('stays, with one warning in front however often it is reported', async () => {
    const { respond } = await start();
    const scam = fake.addTab('http://scam.test/');
    await Promise.all([1, 2, 3].map(() => respond(scam.id, verdict('warn'))));
    await respond(scam.id, verdict('warn'));
    expect(fake.tabList.has(scam.id)).toBe(true);
    expect(fake.ownPages()).toHaveLength(1);
    expect(fake.ownPages()[0]).toContain('warning.html?case=');
  });

  it('that traps while it is being warned of is closed', async () => {
    const { respond } = await start();
    const scam = fake.addTab('http://scam.test/');
    await Promise.all([respond(scam.id, verdict('warn')), respond(scam.id, verdict('act'))]);
    expect([...fake.tabList.values()].some((tab) => tab.url === scam.url)).toBe(false);
  });
});

describe.each(['reject', 'hang'] as const)(
  'a scam in a window without a tab strip, when tabs.get does %s',
  (fault) => {
    /** Its case, not yet shown; from then on the browser tells of no tab. */
    async function inPopup() {
      const parts = await start();
      const page = fake.addTab('http://bread.test/');
      fake.popupWindows.add(7);
      const scam = fake.addTab('http://scam.test/', { windowId: 7 });
      await parts.tabStates.update(String(scam.id), (state) => ({ ...state, openedBy: page.id }));
      const about = { tabId: scam.id, windowId: 7, incognito: false, address: scam.url, title: '' };
      const known = await parts.openCase(about, verdict('act'), Date.now());
      fake.faults.set('tabs.get', fault);
      return { ...parts, scam, known };
    }
    const within12s = (work: Promise<unknown>) =>
      Promise.race([work, new Promise((resolve) => setTimeout(resolve, 12_000))]);

    it('is warned of', async () => {
      const { warn, known } = await inPopup();
      await within12s(warn(known));
      expect(fake.ownPages()).toEqual([expect.stringContaining('warning.html?case=')]);
    });

    it('ends closed or reported', async () => {
      const { closeCase, cases, scam, known } = await inPopup();
      await within12s(closeCase(known.id, 'warning'));
      expect((await cases.read(known.id))?.state).toBe(fault === 'hang' ? 'stuck' : 'closed');
      expect(fake.tabList.has(scam.id)).toBe(false);
      expect(fake.ownPages()).toHaveLength(1);
    });
  },
);

describe('a worker stopped in the middle', () => {
  /** What the session holds at the first writing after which `isSo` holds. */
  function sessionOnce(isSo: () => boolean): Promise<[string, unknown][]> {
    const store = fake.stores.session;
    return new Promise((resolve) => {
      vi.spyOn(store, 'set').mockImplementation((key, value) => {
        Map.prototype.set.call(store, key, value);
        if (isSo()) resolve(structuredClone([...store]));
        return store;
      });
    });
  }

  /** A closing that hangs at the browser's calls, and the next worker with what the session remembers of it. */
  async function stoppedWhileClosing() {
    const first = await start();
    // A copy: the first worker lives on in this process, and in the end puts the guide in its tab's place.
    const scam = { ...fake.addTab('http://scam.test/') };
    fake.faults.set('tabs.discard', 'hang').set('tabs.remove', 'hang');
    // Taken as it is written: the hanging calls are given up after a while, and this worker is not to see that.
    const closing = sessionOnce(() => caseStates().join() === 'closing');
    void first.respond(scam.id, verdict('act'));
    const remembered = await closing;
    const { resumed } = await start();
    Object.assign(fake, { faults: new Map() });
    for (const [key, value] of remembered) fake.stores.session.set(key, value);
    return { scam, resumed };
  }

  it('finishes the closing when it wakes', async () => {
    const { scam, resumed } = await stoppedWhileClosing();
    fake.tabList.set(scam.id, scam);
    await resumed.resumeCases();
    expect(caseStates()).toEqual(['closed']);
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('between discarding and removing finds the tab under its new id, and no other', async () => {
    const { scam, resumed } = await stoppedWhileClosing();
    const asleep = { active: false, discarded: true };
    fake.tabList.set(90, { ...scam, id: 90, ...asleep });
    fake.tabList.set(91, { ...scam, id: 91, url: 'http://scam.test/other', ...asleep });
    fake.tabList.set(92, { ...scam, id: 92 });
    await resumed.resumeCases();
    expect(caseStates()).toEqual(['closed']);
    expect([90, 91, 92].map((id) => fake.tabList.has(id))).toEqual([false, true, true]);
  });
});
